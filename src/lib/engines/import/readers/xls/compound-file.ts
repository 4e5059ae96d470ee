// A compound file of Microsoft ([MS-CFB]): sectors chained by a table, as a small file system. One stream of it is read.

const HEADER = 512;
const IN_HEADER = 109;
const ENTRY = 128;
/** Numbers above are no sectors: free ones, ends of chains. */
const LAST_SECTOR = 0xff_ff_ff_fa;

/** A file whose sectors do not hold together. */
class BrokenFile extends Error {}

class Sectors {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #size: number;
  /** The next sector of each. */
  readonly #next: number[];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#size = 1 << this.#view.getUint16(30, true);
    if (this.#size !== 512 && this.#size !== 4096) throw new BrokenFile();
    this.#next = this.#tableSectors().flatMap((sector) => this.#numbers(sector));
  }

  #at(sector: number): number {
    const at = (sector + 1) * this.#size;
    if (at >= this.#bytes.length) throw new BrokenFile();
    return at;
  }

  #numbers(sector: number): number[] {
    const from = this.#at(sector);
    const count = Math.min(this.#size, this.#bytes.length - from) >> 2;
    return Array.from({ length: count }, (_, at) => this.#view.getUint32(from + 4 * at, true));
  }

  /** Sectors of the table: the first are in the header, the others in a chain of lists, each of which ends with the next. */
  #tableSectors(): number[] {
    const listed = Array.from({ length: IN_HEADER }, (_, at) => this.#view.getUint32(76 + 4 * at, true));
    let next = this.#view.getUint32(68, true);
    for (let lists = 0; next < LAST_SECTOR; lists += 1) {
      if (lists > this.#bytes.length / this.#size) throw new BrokenFile();
      const numbers = this.#numbers(next);
      next = numbers.pop() ?? LAST_SECTOR;
      listed.push(...numbers);
    }
    return listed.filter((sector) => sector < LAST_SECTOR);
  }

  /** The bytes of a chain. @throws BrokenFile for one that turns round */
  chain(first: number): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let sector = first; sector < LAST_SECTOR; sector = this.#next[sector] ?? LAST_SECTOR) {
      const from = this.#at(sector);
      parts.push(this.#bytes.subarray(from, from + this.#size));
      if (parts.length > this.#next.length) throw new BrokenFile();
    }
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
}

interface Entry {
  name: string;
  first: number;
  size: number;
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer);
  return Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, at) => {
    const from = at * ENTRY;
    const length = Math.max(0, Math.min(64, view.getUint16(from + 64, true)) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(directory.subarray(from, from + length)),
      first: view.getUint32(from + 116, true),
      size: view.getUint32(from + 120, true)
    };
  });
}

/**
 * The bytes of the first stream that has one of these names; null when there is none.
 * @throws BrokenFile, RangeError for a file that is cut
 */
export function streamNamed(bytes: Uint8Array, names: readonly string[]): Uint8Array | null {
  if (bytes.length < HEADER) throw new BrokenFile();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectors = new Sectors(bytes);
  const entries = entriesOf(sectors.chain(view.getUint32(48, true)));
  const found = entries.find(({ name }) => names.includes(name));
  if (!found) return null;
  if (found.size >= view.getUint32(56, true)) return sectors.chain(found.first).subarray(0, found.size);
  // A small stream is in pieces of another, that of the root, with a table of its own.
  const pieces = sectors.chain(entries[0]!.first);
  const table = sectors.chain(view.getUint32(60, true));
  const next = new DataView(table.buffer);
  const size = 1 << Math.min(12, view.getUint16(32, true));
  const small = new Uint8Array(found.size);
  let piece = found.first;
  for (let at = 0; at < found.size && piece < LAST_SECTOR; at += size) {
    const part = pieces.subarray(piece * size, piece * size + Math.min(size, found.size - at));
    small.set(part, at);
    piece = next.getUint32(4 * piece, true);
  }
  return small;
}
