// The surface of a feature: polygons that are closed and have an area.
import { valueWord } from '../../../model/findings.ts';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { isRecord } from '../../../model/documents/json.ts';
import type { Reason } from '../rows.ts';

export type Surface = Polygon | MultiPolygon;

/** Vertices beyond which an outline is refused: ten times the largest commune of France at full detail. */
export const MAX_VERTICES = 200_000;

/** Rings of each polygon, the outer one first. */
export const polygonsOf = (surface: Surface): Position[][][] =>
  surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;

export const ringsOf = (surface: Surface): Position[][] => polygonsOf(surface).flat();

export const verticesOf = (surface: Surface): number =>
  ringsOf(surface).reduce((sum, ring) => sum + ring.length, 0);

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && Number.isFinite(value[0]) && Number.isFinite(value[1]);

const samePosition = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** A ring of at least four positions, closed if it was not; null when it is not one. */
function readRing(value: unknown): Position[] | null {
  if (!Array.isArray(value) || !value.every(isPosition)) return null;
  const [first, last] = [value[0], value.at(-1)];
  if (!first || !last) return null;
  const ring = samePosition(first, last) ? value : [...value, first];
  return ring.length >= 4 ? ring : null;
}

/** Whether all points of a ring are on one line. */
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

/** The surface of a GeoJSON geometry; null when it is no valid polygon or multipolygon. */
export function readSurface(geometry: unknown): Surface | null {
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

/** The reason why a geometry is no surface. */
export function badGeometry(geometry: unknown): Reason<never> {
  const type = isRecord(geometry) ? geometry.type : null;
  const found = typeof type === 'string' ? type : valueWord('no-geometry');
  return { code: 'bad-geometry', found, expected: 'Polygon, MultiPolygon' };
}
