// The blobs of a PBF file (OpenStreetMap wiki, "PBF Format"), read by slices: a window of the file is in memory, never the file.
import { valueWord } from '../../../model/findings.ts';
import type { ExtractFile } from '../extract.ts';
import { Cursor } from './protobuf.ts';
import { foreignRefusal, extractRefusal } from './refusals.ts';

/** The format's own limits: 64 KiB a header, 32 MiB a block. */
const MAX_HEADER = 64 * 1024;
const MAX_BLOB = 32 * 1024 * 1024;
const WINDOW = 4 * 1024 * 1024;

/** Bytes of the file, from the length of a blob's header to its end; number of the blob, from 0. */
export interface BlobPlace {
  at: number;
  end: number;
  number: number;
}

export interface FileBlob extends BlobPlace {
  type: 'OSMHeader' | 'OSMData';
  /** As it is kept in the file: see `unpack`. */
  packed: Uint8Array;
}

export interface UnpackedBlob {
  place: BlobPlace;
  content: Uint8Array;
}

/** A part of a file whose bytes are read a window at a time. */
class SlidingWindow {
  readonly #file: ExtractFile;
  #bytes = new Uint8Array(0);
  #start = 0;
  constructor(file: ExtractFile) {
    this.#file = file;
  }
  /** Bytes from `at`, `length` at most; those given before stay as they are. */
  async bytes(at: number, length: number): Promise<Uint8Array> {
    const from = at - this.#start;
    if (from >= 0 && from + length <= this.#bytes.length) return this.#bytes.subarray(from, from + length);
    this.#bytes = await bytesOf(this.#file, at, at + Math.max(length, WINDOW));
    this.#start = at;
    return this.#bytes.subarray(0, length);
  }
}

async function bytesOf(file: ExtractFile, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.slice(from, Math.min(to, file.size)).arrayBuffer());
  } catch (cause) {
    // Moved, changed or deleted since it was chosen.
    throw extractRefusal(file, 'pbf-unreachable', {}, cause);
  }
}

function blobHeader(bytes: Uint8Array): { type: string; size: number } {
  const cursor = new Cursor(bytes);
  let type = '';
  let size = -1;
  while (cursor.more) {
    const key = cursor.varint();
    if (key === 10) type = cursor.text();
    else if (key === 24) size = cursor.varint();
    else cursor.skip(key & 7);
  }
  return { type, size };
}

/**
 * The blobs of a file, in its order.
 * @throws UnusableInput when it is no PBF file, cut short or damaged
 */
export async function* fileBlobs(file: ExtractFile): AsyncGenerator<FileBlob, void, undefined> {
  const window = new SlidingWindow(file);
  let at = 0;
  for (let number = 0; at < file.size || number === 0; number++) {
    const wrong = async (cause?: unknown) =>
      number === 0
        ? foreignRefusal(file)
        : extractRefusal(file, 'pbf-damaged', { found: valueWord('block', number + 1) }, cause);
    const needed = (end: number) => {
      if (end > file.size)
        throw extractRefusal(file, 'pbf-truncated', {
          found: valueWord('bytes', file.size),
          expected: valueWord('least-bytes', end)
        });
    };
    if (number === 0 && file.size < 8) throw await wrong();
    needed(at + 4);
    const lengthBytes = await window.bytes(at, 4);
    const length = new DataView(lengthBytes.buffer, lengthBytes.byteOffset).getUint32(0);
    if (length > MAX_HEADER || (number === 0 && 4 + length > file.size)) throw await wrong();
    needed(at + 4 + length);
    let header;
    try {
      header = blobHeader(await window.bytes(at + 4, length));
    } catch (cause) {
      if (!(cause instanceof RangeError)) throw cause;
      throw await wrong(cause);
    }
    const { type, size } = header;
    const expected = number === 0 ? 'OSMHeader' : 'OSMData';
    const end = at + 4 + length + size;
    if (size < 0 || size > MAX_BLOB || (number === 0 && type !== expected)) throw await wrong();
    needed(end);
    if (type === 'OSMHeader' || type === 'OSMData')
      yield { type, packed: await window.bytes(end - size, size), at, end, number };
    at = end;
  }
}

async function* blobsAt(
  file: ExtractFile,
  places: readonly BlobPlace[]
): AsyncGenerator<FileBlob, void, undefined> {
  for (const place of places) {
    const bytes = await bytesOf(file, place.at, place.end);
    const length = new DataView(bytes.buffer).getUint32(0);
    yield { ...place, type: 'OSMData', packed: bytes.subarray(4 + length) };
  }
}

/**
 * Contents of the blobs of data, the next one unpacked while one is read.
 * @param places those to read, which were met before; by default all
 * @throws UnusableInput
 */
export async function* unpackedBlobs(
  file: ExtractFile,
  places?: readonly BlobPlace[]
): AsyncGenerator<UnpackedBlob, void, undefined> {
  const open = async (blob: FileBlob): Promise<UnpackedBlob> => {
    const { at, end, number } = blob;
    return { place: { at, end, number }, content: await unpackBlob(file, blob) };
  };
  let next: Promise<UnpackedBlob> | null = null;
  for await (const blob of places ? blobsAt(file, places) : fileBlobs(file)) {
    if (blob.type !== 'OSMData') continue;
    const opening = open(blob);
    // Its failure is met when its turn comes, or never when the reading stops before.
    opening.catch(() => undefined);
    if (next) yield await next;
    next = opening;
  }
  if (next) yield await next;
}

/** Ways of packing that the format names and no browser opens, by field. */
const FOREIGN_PACKING: Readonly<Record<number, string>> = { 4: 'lzma', 5: 'bzip2', 6: 'lz4', 7: 'zstd' };

/**
 * The content of a blob.
 * @throws UnusableInput when it is damaged, or packed as browsers cannot open
 */
export async function unpackBlob(file: ExtractFile, { packed, number }: FileBlob): Promise<Uint8Array> {
  try {
    const cursor = new Cursor(packed);
    let size = 0;
    let zlib: Uint8Array | null = null;
    while (cursor.more) {
      const key = cursor.varint();
      const field = Math.floor(key / 8);
      if (key === 10) return cursor.content();
      if (key === 16) size = cursor.varint();
      else if (key === 26) zlib = cursor.content();
      else {
        const packing = FOREIGN_PACKING[field];
        if (packing !== undefined && key % 8 === 2)
          throw extractRefusal(file, 'pbf-packing', { found: packing });
        cursor.skip(key % 8);
      }
    }
    if (!zlib || size > MAX_BLOB) throw new RangeError('neither raw nor zlib data');
    return await (file.inflate ?? inflate)(zlib, size);
  } catch (cause) {
    if (cause instanceof Error && 'finding' in cause) throw cause;
    throw extractRefusal(file, 'pbf-damaged', { found: valueWord('block', number + 1) }, cause);
  }
}

/** @param size of the content: more or less is an error */
async function inflate(zlib: Uint8Array, size: number): Promise<Uint8Array> {
  const stream = new DecompressionStream('deflate');
  const writer = stream.writable.getWriter();
  // Its errors come by the reader too.
  writer.write(zlib as Uint8Array<ArrayBuffer>).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = stream.readable.getReader();
  const content = new Uint8Array(size);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > size) {
      reader.cancel().catch(() => undefined);
      throw new RangeError('more than the size that is given');
    }
    content.set(value, length);
    length += value.length;
  }
  if (length < size) throw new RangeError('less than the size that is given');
  return content;
}
