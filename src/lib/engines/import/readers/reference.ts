// In which reference a GeoJSON file writes its coordinates, and the way from there to degrees.
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { fromLambert93, inLambert93 } from './lambert93.ts';

type Surface = Polygon | MultiPolygon;
export type Reference = 'degrees' | 'swapped' | 'lambert-93';

/** WGS84 and RGF93 in degrees: one and the same at the scale of a school. */
const DEGREES = /CRS84|(?<!\d)(?:4326|4171|4258)(?!\d)|WGS.?(?:19)?84|RGF.?(?:19)?93/i;
const LAMBERT93 = /(?<!\d)2154(?!\d)|lambert.?93/i;

const inDegrees = (x: number, y: number) => Math.abs(x) <= 180 && Math.abs(y) <= 90;
/** Latitude first, longitude second, in metropolitan France: no place of France has its longitude there. */
const looksSwapped = (x: number, y: number) => x > 41 && x < 51.5 && y > -5.5 && y < 9.8;

function firstPosition(surfaces: readonly (Surface | null)[]): Position | undefined {
  const first = surfaces.find((surface) => surface !== null);
  if (!first) return undefined;
  return first.type === 'Polygon' ? first.coordinates[0]?.[0] : first.coordinates[0]?.[0]?.[0];
}

/**
 * Recognises the reference by the coordinates themselves, then by the name that the file gives it when they do not tell.
 * @throws UnusableInput `unknown-projection`
 */
export function referenceOf(
  crs: string,
  surfaces: readonly (Surface | null)[],
  file: string
): { kind: Reference; findings: Finding[] } {
  const [x = 0, y = 0] = firstPosition(surfaces) ?? [];
  if (inLambert93(x, y) && (crs === '' || DEGREES.test(crs) || LAMBERT93.test(crs))) {
    return { kind: 'lambert-93', findings: [{ code: 'lambert-93', severity: 'note', file }] };
  }
  if (inDegrees(x, y) && (crs === '' || DEGREES.test(crs) || LAMBERT93.test(crs))) {
    if (!looksSwapped(x, y)) return { kind: 'degrees', findings: [] };
    return { kind: 'swapped', findings: [{ code: 'swapped-coordinates', severity: 'note', file }] };
  }
  const found = crs || `${x} ${y}`;
  throw new UnusableInput({ code: 'unknown-projection', severity: 'dropped', file, found });
}

const TO_DEGREES: Record<Reference, (x: number, y: number) => Position> = {
  degrees: (x, y) => [x, y],
  swapped: (x, y) => [y, x],
  'lambert-93': (x, y) => (inLambert93(x, y) ? fromLambert93(x, y) : [NaN, NaN])
};

/** A surface in degrees, or null when one of its points is out of the world. */
export function toDegrees(surface: Surface, reference: Reference): Surface | null {
  let sound = true;
  const point = ([x = NaN, y = NaN]: Position): Position => {
    const [lon = NaN, lat = NaN] = TO_DEGREES[reference](x, y);
    if (!inDegrees(lon, lat)) sound = false;
    return [lon, lat];
  };
  const polygon = (rings: Position[][]) => rings.map((ring) => ring.map(point));
  const moved: Surface =
    surface.type === 'Polygon'
      ? { type: 'Polygon', coordinates: polygon(surface.coordinates) }
      : { type: 'MultiPolygon', coordinates: surface.coordinates.map(polygon) };
  return sound ? moved : null;
}
