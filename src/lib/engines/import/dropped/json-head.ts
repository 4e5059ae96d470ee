// The beginning of a JSON file: what kind of document it is, or its first features when it is GeoJSON.
import { foldHeader } from '../../../model/names.ts';
import { isRecord } from '../../../model/documents/json.ts';
import type { DroppedFile } from './dropped-file.ts';
import type { Finding } from '../../../model/findings.ts';
import type { FormatId, OtherKind, PersonalColumn } from '../../../model/source-files.ts';
import type { NearFormat } from '../matching/recognise-near.ts';

/** What a dropped file is. */
export type KnownFile =
  | { kind: OtherKind }
  /** A table of a format: of a large one, its first rows were read. */
  | { kind: 'table'; format: FormatId; confidence: number; personal: readonly PersonalColumn[] }
  /** A table whose columns are exactly those of no format; the formats that it may be, the likeliest first. */
  | { kind: 'near'; near: NearFormat[]; personal: readonly PersonalColumn[] }
  | { kind: 'unknown'; finding: Finding; personal?: readonly PersonalColumn[] };

/** Keys that tell a document: all of them are at its top. */
const DOCUMENTS: readonly (readonly [OtherKind, readonly string[]])[] = [
  ['cube', ['k', 'dimensions']],
  ['certificate', ['k', 'leaves']],
  ['report', ['years', 'audit']],
  ['configuration', ['siren']]
];
/** `format` of the files that pages save: each is opened by its page. */
const SAVED = /"format"\s*:\s*"(maillage-(?:plan|seance))"/;
const SIGN = 2_000;
const MOST_FEATURES = 200;
const DRAWN = /^(?:Multi)?(?:LineString|Polygon)$/;
/** Properties that say what a road or a river is, in OpenStreetMap and BD TOPO. */
const BASEMAP_PROPERTIES = ['highway', 'waterway', 'natural', 'class', 'kind', 'nature'];

/** Index after the value that begins at `from`; -1 when the text ends before it. */
function endOfValue(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at]!;
    if (letter === '"') {
      at += 1;
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
      if (at >= text.length) return -1;
    } else if (letter === '{' || letter === '[') depth += 1;
    else if (letter === '}' || letter === ']') depth -= 1;
    if (depth === 0 && /["}\]]/.test(letter)) return at + 1;
  }
  return -1;
}

/** The whole features at the beginning of a collection; null when the text is none. */
function firstFeatures(text: string): string[] | null {
  const features = /"features"\s*:\s*\[/.exec(text);
  if (!features) return null;
  const found: string[] = [];
  for (let at = features.index + features[0].length; found.length < MOST_FEATURES;) {
    const from = text.indexOf('{', at);
    const end = from < 0 ? -1 : endOfValue(text, from);
    if (end < 0) return found;
    found.push(text.slice(from, end));
    at = end;
  }
  return found;
}

/** Keys at the top of a document, as far as its text goes. */
function topKeys(text: string): Set<string> {
  const keys = new Set<string>();
  let at = text.indexOf('{') + 1;
  for (;;) {
    const key = /^\s*,?\s*"((?:[^"\\]|\\.)*)"\s*:\s*/.exec(text.slice(at, at + 500));
    if (!key) return keys;
    keys.add(key[1]!);
    at += key[0].length;
    const plain = /^[^,{}[\]"]+/.exec(text.slice(at, at + 100));
    const end = plain ? at + plain[0].length : endOfValue(text, at);
    if (end < 0) return keys;
    at = end;
  }
}

/** Whether a text is TopoJSON: its features come before its arcs, and are read with them. */
export const isTopologyText = (bytes: Uint8Array): boolean =>
  /"type"\s*:\s*"Topology"/.test(new TextDecoder().decode(bytes));

function isBasemap(features: readonly unknown[]): boolean {
  const drawn = features
    .filter(isRecord)
    .filter(({ geometry }) => isRecord(geometry) && DRAWN.test(String(geometry['type'])));
  if (drawn.length === 0 || drawn.length < features.length / 2) return false;
  const described = drawn.filter(({ properties }) => {
    const names = Object.keys(isRecord(properties) ? properties : {}).map(foldHeader);
    const isLine = (one: string) => BASEMAP_PROPERTIES.includes(one);
    return names.some(isLine) && !names.some((name) => /insee|codeqp|iris/.test(name));
  });
  return described.length > drawn.length / 2;
}

/** null when one of them is no JSON. */
function parsedAll(texts: readonly string[]): unknown[] | null {
  try {
    return texts.map((one): unknown => JSON.parse(one));
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** What a JSON file is, or the text of its first features to be read as a table. */
export function jsonHead(
  bytes: Uint8Array,
  { name: file, size }: DroppedFile
): KnownFile | { bytes: Uint8Array } {
  const text = new TextDecoder().decode(bytes);
  const features = firstFeatures(text);
  if (features === null || features.length === 0) {
    const keys = topKeys(text);
    const saved = SAVED.exec(text.slice(0, SIGN))?.[1];
    if (saved)
      return {
        kind: 'unknown',
        finding: { code: 'saved-by-a-page', severity: 'dropped', file, found: saved }
      };
    if (keys.has('elements') && (keys.has('osm3s') || keys.has('generator')))
      return { kind: 'unknown', finding: { code: 'pbf-overpass', severity: 'dropped', file } };
    const document = DOCUMENTS.find(([, needed]) => needed.every((key) => keys.has(key)));
    if (document) return { kind: document[0] };
    // A whole file says by itself why it cannot be read.
    if (bytes.length >= size) return { bytes };
    return { kind: 'unknown', finding: { code: 'not-geojson', severity: 'dropped', file } };
  }
  const parsed = parsedAll(features);
  if (parsed && isBasemap(parsed)) return { kind: 'basemap' };
  if (bytes.length >= size) return { bytes };
  if (!parsed) return { kind: 'unknown', finding: { code: 'malformed-json', severity: 'dropped', file } };
  const crs = /"crs"\s*:\s*/.exec(text);
  const end = crs ? endOfValue(text, crs.index + crs[0].length) : -1;
  const reference = crs && end > 0 ? `"crs":${text.slice(crs.index + crs[0].length, end)},` : '';
  return {
    bytes: new TextEncoder().encode(
      `{"type":"FeatureCollection",${reference}"features":[${features.join(',')}]}`
    )
  };
}
