// What a dropped file is, whatever its name: told from its first bytes, and from its first rows when it is a table.
import type { OtherKind, Matches } from '../../../model/source-files.ts';
import { UnusableInput } from '../../../model/findings.ts';
import { isCorrectionsHeader } from '../corrections/doubtful-rows.ts';
import { recogniseNear } from '../matching/recognise-near.ts';
import { openFile } from '../readers/open.ts';
import { signatureOf } from '../readers/signature.ts';
import { recogniseTable } from '../recognise.ts';
import { withHeader } from '../header-row.ts';
import { sizeRefusal } from '../size-limits.ts';
import { gunzip } from '../readers/gzip.ts';
import { droppedBytes, type DroppedFile } from './dropped-file.ts';
import { isTopologyText, jsonHead, type KnownFile } from './json-head.ts';
import { zipNames } from './zip-names.ts';

/** Bytes read of any file, to tell what it is. */
const HEAD_BYTES = 64 * 1024;
/** Bytes read of a text table. */
const TABLE_BYTES = 512 * 1024;
const AGE = 'age-encryption.org/v1';
const MAILLAGE = 'maillage.json';
const GTFS = ['stops.txt', 'trips.txt', 'stop_times.txt'];
/** The first bytes of a road graph (engines/travel). */
const ROAD_GRAPH = 'MLGR';
const PMTILES = 'PMTiles';
const PNG = '\u0089PNG';
const OSM_XML = /<osm[\s>]/;
const OSM_PBF = /^\0\0[\s\S]{2}\n\tOSMHeader/;

const ascii = (bytes: Uint8Array, length: number) => String.fromCharCode(...bytes.subarray(0, length));
const unknown = (code: string, file: string, found?: string): KnownFile => ({
  kind: 'unknown',
  finding: { code, severity: 'dropped', file, ...(found && { found }) }
});
/** Letters read as a sign of what the text is. */
const SIGN = 512;

function kindOfBytes(head: Uint8Array): OtherKind | null {
  const start = ascii(head, SIGN);
  if (start.startsWith(ROAD_GRAPH)) return 'road-graph';
  if (start.startsWith(PMTILES)) return 'pmtiles';
  if (start.startsWith(PNG)) return 'logo';
  if (start.startsWith(AGE)) return 'maillage';
  if (OSM_PBF.test(start)) return 'osm';
  const text = new TextDecoder().decode(head);
  if (/^[\s\ufeff]*BEGIN:VCALENDAR\b/i.test(text)) return 'calendar';
  return /^[\s\ufeff]*<(?:\?xml|!--|!DOCTYPE svg|svg)/.test(text) && /<svg[\s>]/i.test(text) ? 'logo' : null;
}

/** Pictures, texts and programs, which have a name of their own but nothing to read. */
const NOTHING_TO_READ: readonly (readonly [string, string])[] = [
  ['\u00ff\u00d8\u00ff', 'picture-file'],
  ['GIF8', 'picture-file'],
  ['RIFF', 'picture-file'],
  ['BZh', 'bzip-file'],
  ['7z\u00bc\u00af', 'other-archive'],
  ['Rar!', 'other-archive']
];

function kindOfZip(names: readonly string[], { name }: DroppedFile): KnownFile | null {
  const bases = new Set(names.map((path) => path.split('/').at(-1)!));
  if (names.includes(MAILLAGE)) return { kind: 'maillage' };
  if (GTFS.every((part) => bases.has(part))) return { kind: 'gtfs' };
  if (names.some((path) => path.startsWith('word/'))) return unknown('text-document', name);
  return names.some((path) => path.startsWith('ppt/')) ? unknown('text-document', name) : null;
}

/** The whole lines of the beginning of a text. */
function wholeLines(bytes: Uint8Array, size: number): Uint8Array {
  if (bytes.length >= size) return bytes;
  const last = bytes.lastIndexOf(10);
  return last > 0 ? bytes.subarray(0, last + 1) : bytes;
}

async function kindOfTable(file: DroppedFile, bytes: Uint8Array, matches?: Matches): Promise<KnownFile> {
  const table = withHeader(await openFile({ name: file.name, bytes }, matches), matches);
  if (isCorrectionsHeader(table.header)) return { kind: 'corrections' };
  const { personal = [] } = table;
  const recognised = recogniseTable(table, matches);
  if (!('code' in recognised)) {
    return { kind: 'table', format: recognised.format, confidence: recognised.confidence, personal };
  }
  const near = table.ofAppointments ? [] : recogniseNear(table, matches);
  return near.length > 0
    ? { kind: 'near', near, personal }
    : { kind: 'unknown', finding: recognised, personal };
}

/** @throws UnusableInput file-too-large */
function whole(file: DroppedFile): Promise<Uint8Array> {
  const tooLarge = sizeRefusal(file.name, file.size);
  if (tooLarge) throw new UnusableInput(tooLarge);
  return file.read(0, file.size);
}

async function known(file: DroppedFile, matches: Matches | undefined): Promise<KnownFile> {
  if (file.size === 0) return unknown('empty-file', file.name);
  const head = await file.read(0, Math.min(HEAD_BYTES, file.size));
  const binary = kindOfBytes(head);
  if (binary) return { kind: binary };
  if (OSM_XML.test(ascii(head, SIGN))) return unknown('pbf-xml', file.name);
  const nothing = NOTHING_TO_READ.find(([mark]) => ascii(head, mark.length) === mark);
  if (nothing) return unknown(nothing[1], file.name);
  const signature = signatureOf(head);
  if (signature === 'zip') {
    const other = kindOfZip(await zipNames(file), file);
    if (other) return other;
  }
  if (signature === 'gzip-file') {
    const bytes = gunzip({ name: file.name, bytes: await whole(file) });
    // Compressed once: what it holds is not opened again.
    if (signatureOf(bytes) === 'gzip-file') return unknown('gzip-file', file.name);
    return known(droppedBytes({ name: file.name, bytes }), matches);
  }
  const isText = signature === 'csv' || signature === 'geojson';
  if (!isText) {
    return kindOfTable(file, await whole(file), matches);
  }
  const bytes = await file.read(0, Math.min(TABLE_BYTES, file.size));
  if (signature === 'geojson' && isTopologyText(bytes)) {
    return kindOfTable(file, await whole(file), matches);
  }
  if (signature === 'csv') return kindOfTable(file, wholeLines(bytes, file.size), matches);
  const json = jsonHead(bytes, file);
  return 'kind' in json ? json : kindOfTable(file, json.bytes, matches);
}

/**
 * What a file is. A file larger than half a megabyte is not read whole, workbooks and archives of tables apart.
 * @param matches what was said of headers: a file that fits a format by them is a table of it
 */
export async function kindOfFile(file: DroppedFile, matches?: Matches): Promise<KnownFile> {
  try {
    return await known(file, matches);
  } catch (error) {
    if (error instanceof UnusableInput) return { kind: 'unknown', finding: error.finding };
    throw error;
  }
}
