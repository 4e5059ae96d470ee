// GeoJSON areas: features with a Polygon or MultiPolygon, brought to degrees WGS84 whatever reference they come in.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { UnusableInput, type Imported } from '../model/findings.ts';
import { isRecord, parseJson } from './json.ts';
import { foldHeader } from './names.ts';
import { referenceOf, toDegrees } from './reference.ts';
import { Collector, missingColumn, type Cell, type Format, type Outcome, type Remark } from './rows.ts';
import type { SourceFile } from './source-file.ts';

export type Surface = Polygon | MultiPolygon;

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

/** Whether a ring holds no surface: all its points on one line. */
function isFlat(ring: readonly Position[]): boolean {
  const [ox = 0, oy = 0] = ring[0] ?? [];
  let twiceArea = 0;
  ring.forEach(([x = 0, y = 0], at) => {
    const [nextX = ox, nextY = oy] = ring[at + 1] ?? [];
    twiceArea += (x - ox) * (nextY - oy) - (nextX - ox) * (y - oy);
  });
  return twiceArea === 0;
}

function readPolygon(value: unknown): Position[][] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const rings = value.map(readRing);
  if (!rings.every((ring) => ring !== null)) return null;
  return rings[0] && !isFlat(rings[0]) ? rings : null;
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

/**
 * Reads the areas of a GeoJSON file, whatever the case of its properties. Lambert-93 and swapped coordinates are recognised and
 * put right, with a note.
 * @throws UnusableInput malformed-json, truncated-json, not-geojson, no-row, missing-column, unknown-projection
 */
export function importAreas<Key extends string, Row>(
  source: SourceFile,
  format: Format<Key, Row>,
  convert: (cell: Cell<Key>, surface: Surface, feature: number, remark: Remark<Key>) => Outcome<Row, Key>
): Imported<Row> {
  const file = source.name;
  const { root, findings } = parseJson(source);
  const features = featuresOf(root, file);
  const properties = features.map(propertiesOf);
  for (const key of format.required) {
    const names = format.columns[key].map(foldHeader);
    if (properties.some((of) => names.some((name) => of.has(name)))) continue;
    throw missingColumn(file, format.columns[key], [...(properties[0]?.keys() ?? [])]);
  }
  const surfaces = features.map((feature) => (isRecord(feature) ? readSurface(feature.geometry) : null));
  const reference = referenceOf(root, surfaces, file);
  findings.push(...reference.findings);
  const collector = new Collector(file, format, { findings, read: features.length }, (key) => {
    return format.columns[key][0];
  });
  surfaces.forEach((raw, index) => {
    const cell: Cell<Key> = (key) => {
      const values = format.columns[key].map((name) => properties[index]?.get(foldHeader(name)));
      const value = values.find((one) => one !== undefined && one !== null && one !== '');
      return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    };
    collector.take(index + 1, (remark) => {
      const surface = raw && toDegrees(raw, reference.kind);
      return surface ? convert(cell, surface, index + 1, remark) : { dropped: badGeometry(features[index]) };
    });
  });
  return collector.imported;
}

function badGeometry(feature: unknown) {
  const geometry = isRecord(feature) && isRecord(feature.geometry) ? feature.geometry : null;
  const found = typeof geometry?.type === 'string' ? geometry.type : 'aucune géométrie';
  return { code: 'bad-geometry', found, expected: 'Polygon, MultiPolygon' };
}
