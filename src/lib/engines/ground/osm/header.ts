// What the first block of an extract says of it: read before any work.
import { valueWord } from '../../../model/findings.ts';
import type { GroundBox, ExtractFile } from '../extract.ts';
import { fileBlobs, unpackBlob } from './blobs.ts';
import { Cursor } from './protobuf.ts';
import { foreignRefusal, extractRefusal } from './refusals.ts';

export interface ExtractHeader {
  /** What the extract covers, degrees; null when it does not say. */
  box: GroundBox | null;
  /** Date of the data, `YYYY-MM-DD`; null when it does not say. */
  date: string | null;
  /** Says that it is sorted by kind and id; many that are do not say so. */
  sorted: boolean;
}

const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);
const SORTED = 'Sort.Type_then_ID';

/** Corners in billionths of a degree, as west, east, north, south. */
function boxOf(cursor: Cursor): GroundBox | null {
  const sides = [NaN, NaN, NaN, NaN];
  while (cursor.more) {
    const key = cursor.varint();
    const side = Math.floor(key / 8) - 1;
    if (key % 8 === 0 && side >= 0 && side < 4) sides[side] = Math.round(cursor.zigzag() / 100) / 1e7;
    else cursor.skip(key % 8);
  }
  const [west, east, north, south] = sides as [number, number, number, number];
  return west < east && south < north ? [west, south, east, north] : null;
}

function dateOf(seconds: number): string | null {
  const date = new Date(seconds * 1000);
  return seconds > 0 && !Number.isNaN(date.getTime()) ? date.toISOString().slice(0, 10) : null;
}

/**
 * Reads the header of an extract: a few hundred bytes.
 * @throws UnusableInput when the file is no `.osm.pbf`, or needs what is not read here (a history of changes)
 */
export async function extractHeader(file: ExtractFile): Promise<ExtractHeader> {
  const { value: blob } = await fileBlobs(file).next();
  if (!blob) throw await foreignRefusal(file);
  const header: ExtractHeader = { box: null, date: null, sorted: false };
  let unknown: string | undefined;
  try {
    const cursor = new Cursor(await unpackBlob(file, blob));
    while (cursor.more) {
      const key = cursor.varint();
      if (key === 10) header.box = boxOf(cursor.message());
      else if (key === 34) {
        const feature = cursor.text();
        if (!KNOWN_FEATURES.has(feature)) unknown = feature;
      } else if (key === 42) header.sorted = cursor.text() === SORTED || header.sorted;
      else if (key === 256) header.date = dateOf(cursor.varint());
      else cursor.skip(key % 8);
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    throw extractRefusal(file, 'pbf-damaged', { found: valueWord('block', 1) }, cause);
  }
  if (unknown !== undefined) throw extractRefusal(file, 'pbf-feature', { found: unknown.slice(0, 40) });
  return header;
}
