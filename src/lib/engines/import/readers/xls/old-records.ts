// The records of a stream of XLS, one after the other: a number, a length, bytes; and the texts that they hold.

const CONTINUE = 0x3c;
/** Bits of a text: two bytes a letter, with marks of reading, with runs of fonts. */
const [TWO_BYTES, MARKED, RICH] = [1, 4, 8];

export interface OldRecord {
  id: number;
  view: DataView;
  /** Where it begins in the stream. */
  at: number;
}

/** The records of a workbook, and how its texts are read. */
export class OldRecords {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** Excel 97 and later: letters of one or two bytes. Before: of one. */
  isWide = true;
  /** How a letter of one byte is read, before Excel 97. */
  letters = 'windows-1252';

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Records from a place on; a last one that is cut is left out. */
  *from(start: number): Generator<OldRecord> {
    for (let at = start; at + 4 <= this.#bytes.length;) {
      const [id, length] = [this.#view.getUint16(at, true), this.#view.getUint16(at + 2, true)];
      if (at + 4 + length > this.#bytes.length) return;
      yield { id, at, view: this.#part(at + 4, length) };
      at += 4 + length;
    }
  }

  #part(at: number, length: number): DataView {
    return new DataView(this.#bytes.buffer, this.#bytes.byteOffset + at, length);
  }

  /**
   * The text of a record that holds it whole.
   * @param at where its length stands, of one byte or two
   */
  text({ view }: OldRecord, at: number, sizeOfLength: 1 | 2): string {
    const length = sizeOfLength === 1 ? view.getUint8(at) : view.getUint16(at, true);
    const from = at + sizeOfLength;
    const bytesAt = (start: number, count: number) =>
      new Uint8Array(
        view.buffer,
        view.byteOffset + start,
        Math.max(0, Math.min(count, view.byteLength - start))
      );
    if (!this.isWide) return new TextDecoder(this.letters).decode(bytesAt(from, length));
    const flags = view.getUint8(from);
    const start = from + 1 + (flags & RICH ? 2 : 0) + (flags & MARKED ? 4 : 0);
    return flags & TWO_BYTES
      ? new TextDecoder('utf-16le').decode(bytesAt(start, 2 * length))
      : String.fromCharCode(...bytesAt(start, length));
  }

  /** The texts of all cells: a list that goes on in the records after it, where the letters of a text may change their size. */
  texts(first: OldRecord): string[] {
    const parts = [first.view];
    for (const { id, view, at } of this.from(first.at)) {
      if (at === first.at) continue;
      if (id !== CONTINUE) break;
      parts.push(view);
    }
    return new TextList(parts).read();
  }
}

/** A list of texts over several records. */
class TextList {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly DataView[]) {
    this.#parts = parts;
  }

  get #left(): number {
    return (this.#parts[this.#part]?.byteLength ?? 0) - this.#at;
  }

  /** A whole number: never cut between two records. */
  #number(size: 1 | 2 | 4): number {
    if (this.#left <= 0) this.#next();
    const view = this.#parts[this.#part];
    if (!view) throw new RangeError('texts cut short');
    const at = this.#at;
    this.#at += size;
    return size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
  }

  #next(): void {
    this.#part += 1;
    this.#at = 0;
    if (this.#part >= this.#parts.length) throw new RangeError('texts cut short');
  }

  #skip(count: number): void {
    for (let left = count; left > 0;) {
      if (this.#left <= 0) this.#next();
      const step = Math.min(left, this.#left);
      this.#at += step;
      left -= step;
    }
  }

  #letters(length: number, flags: number): string {
    let [text, size, left] = ['', flags & TWO_BYTES ? 2 : 1, length];
    while (left > 0) {
      if (this.#left < size) {
        this.#next();
        size = this.#number(1) & TWO_BYTES ? 2 : 1;
      }
      const count = Math.min(left, Math.floor(this.#left / size));
      if (count === 0) continue;
      const { buffer, byteOffset } = this.#parts[this.#part]!;
      const bytes = new Uint8Array(buffer, byteOffset + this.#at, count * size);
      text += size === 2 ? new TextDecoder('utf-16le').decode(bytes) : String.fromCharCode(...bytes);
      this.#at += count * size;
      left -= count;
    }
    return text;
  }

  read(): string[] {
    this.#skip(4);
    const count = this.#number(4);
    const texts: string[] = [];
    while (texts.length < count) {
      const length = this.#number(2);
      const flags = this.#number(1);
      const runs = flags & RICH ? this.#number(2) : 0;
      const marks = flags & MARKED ? this.#number(4) : 0;
      texts.push(this.#letters(length, flags));
      this.#skip(4 * runs + marks);
    }
    return texts;
  }
}
