// A value kept by this browser under a key, when a page asks for it: read by its form, and none where it is damaged.

/** How a value is written in a text, and read from it: null where the text is damaged or of another version. */
export interface TextForm<Value> {
  read: (text: string) => Value | null;
  write: (value: Value) => string;
}

/** `computer`: for the next visits. `tab`: for a reload alone. */
export type KeptWhere = 'computer' | 'tab';

/** null where the browser refuses it (private window, blocked storage). */
export function browserStorage(where: KeptWhere): Storage | null {
  try {
    return (where === 'tab' ? globalThis.sessionStorage : globalThis.localStorage) ?? null;
  } catch {
    return null;
  }
}

/** Texts stored under keys that begin so, by key. */
export function textsUnder(prefix: string, where: KeptWhere): Map<string, string> {
  const store = browserStorage(where);
  const keys = store ? Object.keys(store).filter((key) => key.startsWith(prefix)) : [];
  return new Map(keys.map((key) => [key, store?.getItem(key) ?? '']));
}

/** Deletes all that is stored under keys that begin so. */
export function forgetUnder(prefix: string, where: KeptWhere): void {
  for (const key of textsUnder(prefix, where).keys()) browserStorage(where)?.removeItem(key);
}

export const PLAIN_TEXT: TextForm<string> = { read: (text) => text, write: (text) => text };

/** One of these words, written as it is. */
export const oneWord = <const Word extends string>(...words: readonly Word[]): TextForm<Word> => ({
  read: (text) => words.find((word) => word === text) ?? null,
  write: (word) => word
});

/**
 * The values of one kind, one a territory.
 * @param key start of their keys, before the territory as `keptKeyOf` names it
 */
export function kept<Value>(key: string, form: TextForm<Value>, where: KeptWhere) {
  let isReload = true;
  const read = (territory = ''): Value | null => {
    const text = browserStorage(where)?.getItem(key + territory);
    return text ? form.read(text) : null;
  };
  return {
    read,
    /**
     * Keeps a value; null: no longer. Where the storage is full or refused, the former one stays on the computer, and goes from the tab:
     * it would come back in the place of this one.
     * @returns whether it is kept
     */
    keep(value: Value | null, territory = ''): boolean {
      const store = browserStorage(where);
      try {
        if (value === null) store?.removeItem(key + territory);
        else store?.setItem(key + territory, form.write(value));
        return store !== null;
      } catch {
        if (where === 'tab') store?.removeItem(key + territory);
        return false;
      }
    },
    /** The value of this tab after a reload, else that of the territory's file that it opened. */
    restored(territory: string, carried: Value | null): Value | null {
      const own = read(territory);
      const found = isReload ? (own ?? carried) : (carried ?? own);
      isReload = false;
      return found;
    },
    /** Number of values kept, all territories together. */
    count: () => textsUnder(key, where).size,
    /** Deletes those of all territories. */
    forget: () => forgetUnder(key, where)
  };
}
