// The points of a block: dense ones as columns, plain ones one by one.
import type { Tags } from '../extract.ts';
import { EMPTY, type OsmBlock, type WantedKeys } from './blocks.ts';
import { readSums, type Cursor } from './protobuf.ts';

/** What is done with the points of a group, in their order. */
export interface PointReading {
  /** A box in 1e-7 degree; null: everywhere. */
  box: readonly [west: number, south: number, east: number, north: number] | null;
  /** Every id, whether in the box or not. */
  seen(id: number): void;
  found(id: number, lon: number, lat: number): void;
  /** Those that bear one of `keys`; absent: nobody asks for tags. */
  tags?: { keys: WantedKeys; kept: WantedKeys; found(id: number, tags: Tags): void };
}

let ids = new Float64Array(0);
let lats = new Float64Array(0);
let lons = new Float64Array(0);

function room(length: number): void {
  if (length <= ids.length) return;
  ids = new Float64Array(length);
  lats = new Float64Array(length);
  lons = new Float64Array(length);
}

/** @param message a `DenseNodes` */
export function readDensePoints(block: OsmBlock, message: Cursor, reading: PointReading): void {
  let [idField, latField, lonField, tagField] = [EMPTY, EMPTY, EMPTY, EMPTY];
  while (message.more) {
    const key = message.varint();
    if (key === 10) idField = message.message();
    else if (key === 66) latField = message.message();
    else if (key === 74) lonField = message.message();
    else if (key === 82) tagField = message.message();
    else message.skip(key % 8);
  }
  room(Math.max(...[idField, latField, lonField].map(({ at, end }) => end - at)));
  const count = readSums(idField, ids);
  if (readSums(latField, lats) !== count || readSums(lonField, lons) !== count)
    throw new RangeError('columns of points differ in length');
  const { box } = reading;
  const { scale, latOffset, lonOffset } = block;
  const [west, south, east, north] = box ?? [-Infinity, -Infinity, Infinity, Infinity];
  let first = -1;
  for (let i = 0; i < count; i++) {
    reading.seen(ids[i]!);
    const lat = lats[i]! * scale + latOffset;
    const lon = lons[i]! * scale + lonOffset;
    if (lat < south || lat > north || lon < west || lon > east) {
      // Told from the others by the readers of tags below.
      lats[i] = NaN;
      continue;
    }
    if (first < 0) first = i;
    reading.found(ids[i]!, Math.round(lon), Math.round(lat));
  }
  if (first >= 0 && reading.tags && tagField.more) readDenseTags(block, tagField, count, reading.tags);
}

/** Keys and values in turn, each point's ended by a zero. */
function readDenseTags(
  block: OsmBlock,
  field: Cursor,
  count: number,
  tags: NonNullable<PointReading['tags']>
): void {
  const marks = block.strings.marks(tags.keys);
  if (!marks.includes(1)) return;
  const kept = block.strings.marks(tags.kept);
  for (let i = 0; i < count && field.more; i++) {
    const start = field.at;
    let wanted = false;
    for (;;) {
      const key = field.varint();
      if (key === 0) break;
      field.varint();
      if (marks[key] === 1) wanted = true;
    }
    if (!wanted || Number.isNaN(lats[i]!)) continue;
    const found: Record<string, string> = {};
    const { at } = field;
    field.at = start;
    while (field.at < at - 1) {
      const key = field.varint();
      const value = field.varint();
      if (kept[key] === 1) found[block.strings.get(key)] = block.strings.get(value);
    }
    field.at = at;
    tags.found(ids[i]!, found);
  }
}

/** @param message a `Node` */
export function readPoint(block: OsmBlock, message: Cursor, reading: PointReading): void {
  let [id, lat, lon] = [0, 0, 0];
  let [keys, values] = [EMPTY, EMPTY];
  while (message.more) {
    const key = message.varint();
    if (key === 8) id = message.zigzag();
    else if (key === 18) keys = message.message();
    else if (key === 26) values = message.message();
    else if (key === 64) lat = message.zigzag() * block.scale + block.latOffset;
    else if (key === 72) lon = message.zigzag() * block.scale + block.lonOffset;
    else message.skip(key % 8);
  }
  reading.seen(id);
  const { box, tags } = reading;
  if (box && (lon < box[0] || lat < box[1] || lon > box[2] || lat > box[3])) return;
  reading.found(id, Math.round(lon), Math.round(lat));
  if (!tags || !hasMarked(keys, block.strings.marks(tags.keys))) return;
  tags.found(id, block.tags(keys, values, block.strings.marks(tags.kept)));
}

/** Whether one of the keys is marked; they can be read again. */
export function hasMarked(keys: Cursor, marks: Uint8Array): boolean {
  const { at } = keys;
  let found = false;
  while (!found && keys.more) found = marks[keys.varint()] === 1;
  keys.at = at;
  return found;
}
