// GeoJSON areas: features with a Polygon or MultiPolygon, brought to degrees WGS84 whatever reference they come in.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { UnusableInput, type Finding, type Imported } from '../model/findings.ts';
import { isRecord, parseJson } from './json.ts';
import { foldHeader } from './names.ts';
import { referenceOf, toDegrees } from './reference.ts';
import { settle, type Outcome, type Remark, type Spellings } from './rows.ts';
import type { SourceFile } from './source-file.ts';

export type Surface = Polygon | MultiPolygon;
/** The value of a property as text, trimmed; '' when absent. */
export type Property<Key extends string> = (key: Key) => string;

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const sameTwo = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** A ring of at least four positions, closed if it was not; null when it is not one. */
function readRing(value: unknown): Position[] | null {
  if (!Array.isArray(value) || !value.every(isPosition)) return null;
  const [first, last] = [value[0], value.at(-1)];
  if (!first || !last) return null;
  const ring = sameTwo(first, last) ? value : [...value, first];
  return ring.length >= 4 ? ring : null;
}

function readPolygon(value: unknown): Position[][] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rings = value.map(readRing);
  return rings.every((ring) => ring !== null) ? rings : null;
}

/** The surface of a feature, or null when it has none that can be drawn. */
function readSurface(geometry: unknown): Surface | null {
  if (!isRecord(geometry) || !Array.isArray(geometry.coordinates)) return null;
  if (geometry.type === 'Polygon') {
    const coordinates = readPolygon(geometry.coordinates);
    return coordinates && { type: 'Polygon', coordinates };
  }
  if (geometry.type !== 'MultiPolygon' || geometry.coordinates.length === 0) return null;
  const polygons = geometry.coordinates.map(readPolygon);
  return polygons.every((polygon) => polygon !== null)
    ? { type: 'MultiPolygon', coordinates: polygons }
    : null;
}

function featuresOf(root: unknown, file: string): unknown[] {
  if (isRecord(root) && root.type === 'Feature') return [root];
  if (isRecord(root) && root.type === 'FeatureCollection' && Array.isArray(root.features)) {
    if (root.features.length > 0) return root.features;
    throw new UnusableInput({ code: 'no-row', severity: 'dropped', file });
  }
  throw new UnusableInput({ code: 'not-geojson', severity: 'dropped', file });
}

function propertiesOf(feature: unknown): Map<string, unknown> {
  const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {};
  return new Map(Object.entries(properties).map(([name, value]) => [foldHeader(name), value]));
}

/** A required property that no feature has: the file is of another kind. */
function refuseWithout<Key extends string>(
  file: string,
  properties: readonly Map<string, unknown>[],
  spellings: Spellings<Key>,
  required: readonly Key[]
): void {
  for (const key of required) {
    const names = spellings[key].map(foldHeader);
    if (properties.some((of) => names.some((name) => of.has(name)))) continue;
    const found = [...(properties[0]?.keys() ?? [])].slice(0, 8).join(', ');
    const expected = spellings[key].join(', ');
    const column = spellings[key][0];
    throw new UnusableInput({ code: 'missing-column', severity: 'dropped', file, column, expected, found });
  }
}

/**
 * Reads the areas of a GeoJSON file. Lambert-93 and swapped coordinates are recognised and put right, with a note.
 * @param required our names of the properties without which the file is of no use
 * @throws UnusableInput malformed-json, truncated-json, not-geojson, no-row, missing-column, unknown-projection
 */
export function importAreas<Key extends string, Row>(
  source: SourceFile,
  spellings: Spellings<Key>,
  required: readonly Key[],
  convert: (property: Property<Key>, surface: Surface, feature: number, remark: Remark) => Outcome<Row>
): Imported<Row> {
  const file = source.name;
  const { root, findings } = parseJson(source);
  const features = featuresOf(root, file);
  const properties = features.map(propertiesOf);
  refuseWithout(file, properties, spellings, required);
  const surfaces = features.map((feature) => (isRecord(feature) ? readSurface(feature.geometry) : null));
  const reference = referenceOf(root, surfaces, file);
  findings.push(...reference.findings);
  const imported: Imported<Row> = { rows: [], findings, read: features.length };
  surfaces.forEach((surface, index) => {
    const row = index + 1;
    const remark: Remark = (severity, reason) => imported.findings.push({ severity, file, row, ...reason });
    const property: Property<Key> = (key) => {
      const values = spellings[key].map((name) => properties[index]?.get(foldHeader(name)));
      const value = values.find((one) => one !== undefined && one !== null && one !== '');
      return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    };
    settle(imported, placed(surface), file, row);

    function placed(raw: Surface | null): Outcome<Row> {
      const inDegrees = raw && toDegrees(raw, reference.kind);
      if (!inDegrees) return { dropped: badGeometry(features[index]) };
      return convert(property, inDegrees, row, remark);
    }
  });
  return imported;
}

function badGeometry(feature: unknown): Pick<Finding, 'code' | 'column' | 'found' | 'expected'> {
  const geometry = isRecord(feature) && isRecord(feature.geometry) ? feature.geometry : null;
  const found = typeof geometry?.type === 'string' ? geometry.type : 'aucune';
  return { code: 'bad-geometry', column: 'geometry', found, expected: 'Polygon, MultiPolygon' };
}
