// A PMTiles archive, version 3: one file of vector tiles that a page reads by ranges. https://github.com/protomaps/PMTiles
import { gzipSync } from 'fflate';

export interface Tile {
  z: number;
  x: number;
  y: number;
  /** Mapbox vector tile, not compressed. */
  bytes: Uint8Array;
}

export interface ArchiveWords {
  /** [west, south, east, north], degrees WGS84. */
  bounds: readonly [number, number, number, number];
  /** Read by whoever opens the archive: names of layers and of their properties. */
  metadata: object;
}

/** An entry of a directory: a tile, or a run of them in a leaf (`run` 0). */
interface Entry {
  id: number;
  offset: number;
  length: number;
  run: 0 | 1;
}

const HEADER = 127;
const VERSION = 3;
const GZIP = 2;
const VECTOR = 1;
const CLUSTERED = 1;
/** The header and the root directory are read at once, in 16 KiB. */
const MOST_ROOT = 16_384 - HEADER;
const LEAF_ENTRIES = 4096;
const DEGREE = 1e7;

const utf8 = (text: string) => new TextEncoder().encode(text);
const gzip = (bytes: Uint8Array) => gzipSync(bytes, { mtime: 0 });

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The number of a tile: zooms one behind the other, each along a Hilbert curve. */
function tileId({ z, x, y }: Pick<Tile, 'z' | 'x' | 'y'>): number {
  let id = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** z / 2; side >= 1; side /= 2) {
    const [right, down] = [(column & side) > 0 ? 1 : 0, (row & side) > 0 ? 1 : 0];
    id += side * side * ((3 * right) ^ down);
    if (down === 0) {
      if (right === 1) [column, row] = [side - 1 - column, side - 1 - row];
      [column, row] = [row, column];
    }
  }
  return id;
}

function pushVarint(bytes: number[], value: number): void {
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value);
}

function directory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  pushVarint(bytes, entries.length);
  entries.forEach(({ id }, at) => pushVarint(bytes, id - (entries[at - 1]?.id ?? 0)));
  for (const { run } of entries) pushVarint(bytes, run);
  for (const { length } of entries) pushVarint(bytes, length);
  entries.forEach(({ offset }, at) => {
    const before = entries[at - 1];
    // 0: right behind the one before.
    pushVarint(bytes, before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return gzip(Uint8Array.from(bytes));
}

/** The root directory and its leaves; without leaves where the root holds everything. */
function directories(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array[] } {
  const whole = directory(entries);
  if (whole.length <= MOST_ROOT) return { root: whole, leaves: [] };
  const leaves: Uint8Array[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let from = 0; from < entries.length; from += LEAF_ENTRIES) {
    const leaf = directory(entries.slice(from, from + LEAF_ENTRIES));
    pointers.push({ id: entries[from]!.id, offset, length: leaf.length, run: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  return { root: directory(pointers), leaves };
}

/** Writes an archive tile by tile: each is compressed at once, so that only compressed ones are held. The same tiles give the same bytes. */
export class ArchiveWriter {
  readonly #placed: { id: number; z: number; data: Uint8Array }[] = [];

  /** In any order, each place once. */
  add(tile: Tile): void {
    this.#placed.push({ id: tileId(tile), z: tile.z, data: gzip(tile.bytes) });
  }

  get size(): number {
    return this.#placed.length;
  }

  /** The archive; at least one tile was added. */
  finish({ bounds, metadata }: ArchiveWords): Uint8Array {
    const placed = this.#placed.sort((a, b) => a.id - b.id);
    let end = 0;
    const entries = placed.map(({ id, data }): Entry => {
      end += data.length;
      return { id, offset: end - data.length, length: data.length, run: 1 };
    });
    const { root, leaves } = directories(entries);
    const words = gzip(utf8(JSON.stringify(metadata)));
    const sections = [root, words, joined(leaves), joined(placed.map(({ data }) => data))];
    // Ids grow with the zoom.
    const [least, most] = [placed[0]!.z, placed.at(-1)!.z];
    return joined([header(sections, { bounds, entries: entries.length, least, most }), ...sections]);
  }
}

function header(
  sections: readonly Uint8Array[],
  place: { bounds: ArchiveWords['bounds']; entries: number; least: number; most: number }
): Uint8Array {
  const { bounds, entries, least, most } = place;
  const bytes = new Uint8Array(HEADER);
  const view = new DataView(bytes.buffer);
  bytes.set(utf8('PMTiles'));
  view.setUint8(7, VERSION);
  let offset = HEADER;
  sections.forEach(({ length }, at) => {
    view.setBigUint64(8 + at * 16, BigInt(offset), true);
    view.setBigUint64(16 + at * 16, BigInt(length), true);
    offset += length;
  });
  for (const at of [72, 80, 88]) view.setBigUint64(at, BigInt(entries), true);
  bytes.set([CLUSTERED, GZIP, GZIP, VECTOR, least, most], 96);
  bounds.forEach((degrees, at) => view.setInt32(102 + at * 4, Math.round(degrees * DEGREE), true));
  const [west, south, east, north] = bounds;
  view.setUint8(118, least);
  view.setInt32(119, Math.round(((west + east) / 2) * DEGREE), true);
  view.setInt32(123, Math.round(((south + north) / 2) * DEGREE), true);
  return bytes;
}

/** An archive of tiles that are all there. @param tiles in any order, each place once, at least one */
export function toPmtiles(tiles: readonly Tile[], words: ArchiveWords): Uint8Array {
  const writer = new ArchiveWriter();
  for (const tile of tiles) writer.add(tile);
  return writer.finish(words);
}
