// An archive of tiles made elsewhere: what it holds, and why it may be of no use under the maps.
import type { Header, PMTiles } from 'pmtiles';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { isRecord } from '../../../model/documents/json.ts';
import type { GroundBox } from '../extract.ts';
import { GROUND_LAYERS, type GroundLayer } from '../layers.ts';
import { GROUND_SCHEMA } from './archive.ts';

export interface ArchiveFacts {
  /** Made here, from an extract of OpenStreetMap or from lines of the operator's. */
  own: boolean;
  minZoom: number;
  maxZoom: number;
  /** Those of a street map that it has. */
  layers: readonly GroundLayer[];
  /** Plain text; null when it does not say. */
  credit: string | null;
  /** Date of the data, `YYYY-MM-DD`; null when it does not say. */
  date: string | null;
  /** What is doubtful, the archive being of use. */
  findings: readonly Finding[];
}

const MEGABYTE = 1024 * 1024;
/** A folder is saved, published and kept offline whole. */
const MOST_BYTES = 60 * MEGABYTE;
/** Hosts of pages commonly refuse a file beyond this. */
const HOST_BYTES = 25 * MEGABYTE;
/** Degrees by which an outline drawn elsewhere may pass the box of an archive. */
const TOLERANCE = 0.005;
/** Without streets and water, it is no street map. */
const NEEDED: readonly GroundLayer[] = ['streets', 'water_polygons'];
/** Types of tiles and ways to compress, as the header numbers them. */
const VECTOR = 1;
const PICTURES: Partial<Record<number, string>> = { 2: 'PNG', 3: 'JPEG', 4: 'WebP', 5: 'AVIF' };
const UNREAD: Partial<Record<number, string>> = { 3: 'Brotli', 4: 'Zstandard' };
const MOST_NAMES = 12;

/** The archive whose bytes are there. */
export async function heldArchive(bytes: Uint8Array): Promise<PMTiles> {
  const { PMTiles: Archive } = await import('pmtiles');
  return new Archive({
    getKey: () => 'archive',
    getBytes: (offset, length) =>
      Promise.resolve({ data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer })
  });
}

const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replaceAll(/<[^>]*>/g, '').trim() : null;

const covers = (header: Header, [west, south, east, north]: GroundBox): boolean =>
  header.minLon <= west + TOLERANCE &&
  header.minLat <= south + TOLERANCE &&
  header.maxLon >= east - TOLERANCE &&
  header.maxLat >= north - TOLERANCE;

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1).replace('.', ',');

/**
 * Looks at an archive before it is used.
 * @param territory [west, south, east, north], degrees WGS84: what the archive must cover
 * @throws UnusableInput ground-too-large, ground-unreadable, ground-pictures, ground-packing, ground-schema, ground-elsewhere
 */
export async function readArchive(
  bytes: Uint8Array,
  file: string,
  territory: GroundBox
): Promise<ArchiveFacts> {
  const refuse = (code: string, more: Partial<Finding> = {}, cause?: unknown) =>
    new UnusableInput({ code, severity: 'dropped', file, ...more }, { cause });
  const size = { found: megabytes(bytes.length) };
  if (bytes.length > MOST_BYTES)
    throw refuse('ground-too-large', { ...size, expected: String(MOST_BYTES / MEGABYTE) });
  const archive = await heldArchive(bytes);
  let header: Header;
  let words: Record<string, unknown>;
  try {
    header = await archive.getHeader();
    const packing = UNREAD[header.tileCompression] ?? UNREAD[header.internalCompression];
    if (packing) throw refuse('ground-packing', { found: packing });
    words = record(await archive.getMetadata());
  } catch (cause) {
    throw cause instanceof UnusableInput ? cause : refuse('ground-unreadable', {}, cause);
  }
  if (header.tileType !== VECTOR) {
    const found = PICTURES[header.tileType];
    throw refuse('ground-pictures', found === undefined ? {} : { found });
  }
  const list = words['vector_layers'];
  const names = (Array.isArray(list) ? (list as unknown[]) : []).map((layer) => String(record(layer)['id']));
  if (!NEEDED.every((layer) => names.includes(layer)) && words['schema'] !== GROUND_SCHEMA)
    throw refuse('ground-schema', {
      ...(names.length > 0 && { found: names.slice(0, MOST_NAMES).join(', ') }),
      expected: NEEDED.join(', ')
    });
  if (!covers(header, territory)) {
    const found = [header.minLon, header.minLat, header.maxLon, header.maxLat].join(' ');
    throw refuse('ground-elsewhere', { found, expected: territory.join(' ') });
  }
  const heavy: Finding = {
    code: 'ground-heavy',
    severity: 'doubtful',
    file,
    ...size,
    expected: String(HOST_BYTES / MEGABYTE)
  };
  const date = text(words['date']);
  return {
    own: words['schema'] === GROUND_SCHEMA,
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    layers: GROUND_LAYERS.filter((layer) => names.includes(layer)),
    credit: text(words['attribution']),
    date: date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null,
    findings: bytes.length > HOST_BYTES ? [heavy] : []
  };
}
