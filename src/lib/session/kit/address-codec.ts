// The link of a page as a table: each parameter with its name, its kind and its default. What is unknown to the data is read as the default; what is as
// usual is not written; parameters are written in the order of the table.

/** Query of the address bar now, which may be newer than the last navigation. */
export const paramsNow = (): URLSearchParams => new URLSearchParams(location.search);

/** How one value is said in a link. `D`: the data that values are checked against. */
export interface Kind<T, D = unknown> {
  /** null: no value of this kind, or one that the data do not have. */
  parse: (text: string, data: D) => T | null;
  format: (value: T, data: D) => string;
}

/** A part of a state in a link: one parameter, or a group of them. */
export interface Param<T, D = unknown> {
  read: (params: URLSearchParams, data: D) => T;
  write: (params: URLSearchParams, value: T, data: D) => void;
}

export type AddressTable<S, D> = { readonly [Key in keyof S]: Param<S[Key], D> };

/**
 * One parameter.
 *
 * @param usual its default, or the default under given data; null is never written
 */
export function param<T, D, const F>(
  name: string,
  { parse, format }: Kind<T, D>,
  usual: F | ((data: D) => F)
): Param<T | F, D> {
  const usualOf = (data: D): F => (typeof usual === 'function' ? (usual as (data: D) => F)(data) : usual);
  const text = (value: T | F, data: D) => (value === null ? '' : format(value as T, data));
  return {
    read(params, data) {
      const given = params.get(name);
      return (given === null ? null : parse(given, data)) ?? usualOf(data);
    },
    write(params, value, data) {
      const written = text(value, data);
      if (written !== text(usualOf(data), data)) params.set(name, written);
    }
  };
}

/** Several parameters that make one object. */
export function group<S extends object, D = unknown>(table: AddressTable<S, D>): Param<S, D> {
  const keys = Object.keys(table) as (keyof S)[];
  return {
    read: (params, data) => Object.fromEntries(keys.map((key) => [key, table[key].read(params, data)])) as S,
    write: (params, value, data) => keys.forEach((key) => table[key].write(params, value[key], data))
  };
}

/** Reads and writes the links of a page. */
export interface AddressCodec<S, D = void> {
  /** The state that a link asks for. */
  read: (params: URLSearchParams, data: D) => S;
  write: (state: S, data: D) => URLSearchParams;
  /** The state of a link; `shown` itself where the link says the same, so that nothing is rendered again. */
  update: (shown: S, params: URLSearchParams, data: D) => S;
  /** The state of a link without parameters. */
  usual: (data: D) => S;
}

/**
 * The codec of a page.
 *
 * @param table a line a part of the state, in the order of the link
 * @param settle makes parts that depend on each other agree
 */
export function addressCodec<S extends object, D = void>(
  table: AddressTable<S, D>,
  settle: (state: S) => S = (state) => state
): AddressCodec<S, D> {
  const parts = group(table);
  const read = (params: URLSearchParams, data: D) => settle(parts.read(params, data));
  const write = (state: S, data: D) => {
    const params = new URLSearchParams();
    parts.write(params, settle(state), data);
    return params;
  };
  return {
    read,
    write,
    update(shown, params, data) {
      const next = read(params, data);
      return String(write(next, data)) === String(write(shown, data)) ? shown : next;
    },
    usual: (data) => read(new URLSearchParams(), data)
  };
}
