// A block of an extract: its table of strings, its groups of points, ways and relations.
import type { Tags } from '../extract.ts';
import { Cursor, decodeUtf8 } from './protobuf.ts';

/** Keys wanted of an element; told by their length and first letter from most of the others. */
export class WantedKeys {
  readonly #keys: ReadonlySet<string>;
  readonly #longest: number;
  readonly #shapes: Uint8Array;

  constructor(keys: Iterable<string>) {
    this.#keys = new Set(keys);
    this.#longest = Math.max(0, ...[...this.#keys].map(({ length }) => length));
    this.#shapes = new Uint8Array((this.#longest + 1) * 128);
    for (const key of this.#keys) this.#shapes[key.length * 128 + key.charCodeAt(0)] = 1;
  }

  /** 1 for each string of a table that is wanted. */
  marks(strings: Strings): Uint8Array {
    const { bytes, starts, ends } = strings;
    const marks = new Uint8Array(starts.length);
    for (let i = 1; i < marks.length; i++) {
      const start = starts[i]!;
      const length = ends[i]! - start;
      if (length === 0 || length > this.#longest) continue;
      const first = bytes[start]!;
      if (first < 128 && this.#shapes[length * 128 + first] === 1 && this.#keys.has(strings.get(i)))
        marks[i] = 1;
    }
    return marks;
  }
}

export class Strings {
  readonly bytes: Uint8Array;
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly #texts: (string | undefined)[] = [];
  readonly #marks = new Map<WantedKeys, Uint8Array>();

  constructor(table: Cursor) {
    this.bytes = table.bytes;
    while (table.more) {
      const key = table.varint();
      if (key === 10) {
        const { at, end } = table.message();
        this.starts.push(at);
        this.ends.push(end);
      } else table.skip(key % 8);
    }
  }

  get(index: number): string {
    const known = this.#texts[index];
    if (known !== undefined) return known;
    const start = this.starts[index];
    if (start === undefined) throw new RangeError('string out of the table');
    return (this.#texts[index] = decodeUtf8(this.bytes.subarray(start, this.ends[index])));
  }

  marks(wanted: WantedKeys): Uint8Array {
    let marks = this.#marks.get(wanted);
    if (!marks) this.#marks.set(wanted, (marks = wanted.marks(this)));
    return marks;
  }
}

export class OsmBlock {
  readonly groups: Cursor[] = [];
  readonly #table: Cursor;
  #strings: Strings | null = null;
  #granularity = 100;
  #latOffset = 0;
  #lonOffset = 0;

  constructor(content: Uint8Array) {
    const cursor = new Cursor(content);
    this.#table = new Cursor(content, 0, 0);
    while (cursor.more) {
      const key = cursor.varint();
      if (key === 10) this.#table = cursor.message();
      else if (key === 18) this.groups.push(cursor.message());
      else if (key === 136) this.#granularity = cursor.varint();
      else if (key === 152) this.#latOffset = cursor.int64();
      else if (key === 160) this.#lonOffset = cursor.int64();
      else cursor.skip(key % 8);
    }
  }

  /** Read when first asked for: most blocks of points are not. */
  get strings(): Strings {
    return (this.#strings ??= new Strings(this.#table.copy()));
  }

  /** From units of the block to 1e-7 degree: multiply, add. */
  get scale(): number {
    return this.#granularity / 100;
  }
  get latOffset(): number {
    return this.#latOffset / 100;
  }
  get lonOffset(): number {
    return this.#lonOffset / 100;
  }

  /** The tags whose keys are marked. */
  tags(keys: Cursor, values: Cursor, marks: Uint8Array): Tags {
    const tags: Record<string, string> = {};
    const [k, v] = [keys.copy(), values.copy()];
    while (k.more) {
      const key = k.varint();
      const value = v.varint();
      if (marks[key] === 1) tags[this.strings.get(key)] = this.strings.get(value);
    }
    if (v.at > v.end) throw new RangeError('fewer values than keys');
    return tags;
  }
}

export const EMPTY: Cursor = /* @__PURE__ */ new Cursor(/* @__PURE__ */ new Uint8Array(0));
