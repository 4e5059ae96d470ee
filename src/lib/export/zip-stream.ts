// A zip written as its files come: what is written leaves this thread's memory as parts of a Blob, which the browser may put on disk.
import { Zip, ZipDeflate } from 'fflate';

/** Compressed already: stored as they are. */
const COMPRESSED = /\.(woff2|png|pmtiles|parquet|gz|zip)$|\/duckdb-eh\.[^/]*\.bin$/;
const PART = 8_000_000;
/** The same files give the same zip wherever it is made: a zip holds local times. The first date that it can hold is 1980. */
const date = (): Date => new Date(2000, 0, 1);

export class ZipStream {
  readonly #parts: Blob[] = [];
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk as Uint8Array<ArrayBuffer>);
    this.#size += chunk.length;
    if (this.#size >= PART) this.#flush();
  });

  add(path: string, bytes: Uint8Array): void {
    // Level 0 is stored, within the one method that every program reads in a stream.
    const file = new ZipDeflate(path, { level: COMPRESSED.test(path) ? 0 : 6 });
    file.mtime = date();
    this.#zip.add(file);
    file.push(bytes, true);
  }

  end(): Blob {
    this.#zip.end();
    this.#flush();
    return new Blob(this.#parts, { type: 'application/zip' });
  }

  #flush(): void {
    this.#parts.push(new Blob(this.#chunks));
    this.#chunks = [];
    this.#size = 0;
  }
}
