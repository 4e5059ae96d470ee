// Long columns of numbers, and sets of ids: what memory holds of millions of points.

const CHUNK = 1 << 16;

/** A column that grows without being copied. */
export class NumberColumn<Kind extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>> {
  readonly #make: (length: number) => Kind;
  #chunks: Kind[] = [];
  #last: Kind;
  length = 0;

  constructor(make: (length: number) => Kind) {
    this.#make = make;
    this.#last = make(CHUNK);
    this.#chunks.push(this.#last);
  }

  push(value: number): void {
    const at = this.length % CHUNK;
    if (at === 0 && this.length > 0) this.#chunks.push((this.#last = this.#make(CHUNK)));
    this.#last[at] = value;
    this.length++;
  }

  /** The whole column; this one is emptied. */
  take(): Kind {
    const all = this.#make(this.length);
    this.#chunks.forEach((chunk, i) => {
      const from = i * CHUNK;
      all.set(chunk.subarray(0, Math.min(CHUNK, this.length - from)), from);
    });
    this.#chunks = [];
    this.length = 0;
    return all;
  }
}

export const floats = (length: number) => new Float64Array(length);
export const integers = (length: number) => new Int32Array(length);

/** Index of a value in an ascending array, or -1. */
export function indexIn(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ascending[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Whether an ascending array has a value from `least` to `most`. */
export function hasBetween(ascending: Float64Array, least: number, most: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low < ascending.length && ascending[low]! <= most;
}

/** Points by ascending id; positions in 1e-7 degree. */
export interface Points {
  ids: Float64Array;
  lon: Int32Array;
  lat: Int32Array;
}

export const NO_POINTS = (): Points => ({ ids: floats(0), lon: integers(0), lat: integers(0) });

/** The points of `one` that are used, by index, and all those of `other`; none is in both. */
export function mergedPoints(one: Points, used: Uint8Array, other: Points): Points {
  const length = used.reduce((sum, is) => sum + is, other.ids.length);
  const all: Points = { ids: floats(length), lon: integers(length), lat: integers(length) };
  let next = 0;
  const add = ({ ids, lon, lat }: Points, i: number) => {
    all.ids[next] = ids[i]!;
    all.lon[next] = lon[i]!;
    all.lat[next++] = lat[i]!;
  };
  let o = 0;
  one.ids.forEach((id, i) => {
    if (used[i] === 0) return;
    while (o < other.ids.length && other.ids[o]! < id) add(other, o++);
    add(one, i);
  });
  while (o < other.ids.length) add(other, o++);
  return all;
}

const BITS = 1 << 25;

/** A set of ids: a bit of each, by its remainder, answers for most of those that are not in it. */
export class IdSet {
  readonly ids: Float64Array;
  readonly #bits = new Uint32Array(BITS / 32);

  /** @param ids ascending */
  constructor(ids: Float64Array) {
    this.ids = ids;
    for (const id of ids) {
      const bit = (id >>> 0) & (BITS - 1);
      this.#bits[bit >>> 5]! |= 1 << (bit & 31);
    }
  }

  indexOf(id: number): number {
    const bit = (id >>> 0) & (BITS - 1);
    return ((this.#bits[bit >>> 5]! >>> (bit & 31)) & 1) === 0 ? -1 : indexIn(this.ids, id);
  }
}
