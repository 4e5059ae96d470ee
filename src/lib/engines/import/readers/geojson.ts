// GeoJSON and TopoJSON: each feature is a row, its properties the cells. The coordinates of points become two columns.
import { UnusableInput } from '../../../model/findings.ts';
import { parseJson } from './json.ts';
import { isRecord } from '../../../model/documents/json.ts';
import { foldHeader } from '../../../model/names.ts';
import { rowCellText, type RowRecord, type RowTable } from './row-table.ts';
import type { SourceFile } from '../../../model/source-files.ts';
import { isTopology, topologyFeatures } from './topojson.ts';

/** An object whose properties are not validated. */
type LooseObject = Record<string, unknown>;

function featuresOf(root: unknown, file: string): unknown[] {
  if (isRecord(root) && root.type === 'Feature') return [root];
  if (isRecord(root) && root.type === 'FeatureCollection' && Array.isArray(root.features)) {
    if (root.features.length > 0) return root.features;
    throw new UnusableInput({ code: 'no-row', severity: 'dropped', file });
  }
  throw new UnusableInput({ code: 'not-geojson', severity: 'dropped', file });
}

const loose = (value: unknown): LooseObject => (isRecord(value) ? value : {});

/** The name of the `crs` member; '' when there is none. */
function crsName(root: unknown): string {
  const { name } = loose(loose(loose(root).crs).properties);
  return typeof name === 'string' ? name : '';
}

const LON = 'longitude';
const LAT = 'latitude';

function pointOf(geometry: unknown): [number, number] | null {
  const { type, coordinates } = loose(geometry);
  if (type !== 'Point' || !Array.isArray(coordinates)) return null;
  const [x, y] = coordinates as unknown[];
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : null;
}

/** Names of all properties in order of appearance; names that differ by case or accents only are one. */
function headerOf(features: readonly LooseObject[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { properties } of features) {
    for (const name of Object.keys(loose(properties))) {
      const folded = foldHeader(name);
      if (!names.has(folded)) names.set(folded, name);
    }
  }
  return names;
}

/** Features of any container as rows. */
export function featuresToTable(
  raw: readonly unknown[],
  given: Pick<RowTable, 'name' | 'container' | 'findings' | 'crs'>
): RowTable {
  const features = raw.map(loose);
  const names = headerOf(features);
  if (features.some(({ geometry }) => pointOf(geometry))) {
    for (const name of [LON, LAT]) if (!names.has(name)) names.set(name, name);
  }
  const places = new Map([...names.keys()].map((folded, at) => [folded, at]));
  const records = features.map(({ properties, geometry }, index): RowRecord => {
    const cells = new Array<string>(names.size).fill('');
    const set = (name: string, value: unknown) => {
      const at = places.get(foldHeader(name));
      if (at !== undefined && cells[at] === '') cells[at] = rowCellText(value);
    };
    for (const [name, value] of Object.entries(loose(properties))) set(name, value);
    const point = pointOf(geometry);
    if (point) [LON, LAT].forEach((name, at) => set(name, point[at]));
    return { line: index + 1, cells, geometry };
  });
  return { ...given, header: [...names.values()], records, read: features.length, drawn: true };
}

/**
 * Reads a GeoJSON file, or a TopoJSON one.
 * @throws UnusableInput `malformed-json`, `truncated-json`, `not-geojson`, `damaged-topojson`, `no-row`
 */
export function readGeojson(source: SourceFile): RowTable {
  const file = source.name;
  const { root, findings } = parseJson(source);
  if (isTopology(root)) {
    const topology = topologyFeatures(root, file);
    if (topology.features.length === 0)
      throw new UnusableInput({ code: 'no-row', severity: 'dropped', file });
    findings.push(...topology.findings);
    return featuresToTable(topology.features, {
      name: file,
      container: 'geojson',
      findings,
      crs: crsName(root)
    });
  }
  const given = { name: file, container: 'geojson', findings, crs: crsName(root) } as const;
  return featuresToTable(featuresOf(root, file), given);
}
