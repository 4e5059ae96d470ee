// A record made once for the tab, by the first page that asks: it outlives that page.

/** @returns the record of a key, made where there is none */
export function keptRecord<Key extends object, Value>() {
  const records = new WeakMap<Key, Value>();
  return (key: Key, make: () => Value): Value => {
    const put = () => void records.set(key, make());
    if (!records.has(key) && import.meta.env.SSR) put();
    else if (!records.has(key)) $effect.root(put);
    return records.get(key)!;
  };
}
