// The coordinate reference system of a file of outlines, and the conversion to degrees.
import type { Position } from 'geojson';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import { fromLambert93, inLambert93 } from './lambert93.ts';
import type { Surface } from './surface.ts';

export type Reference = 'degrees' | 'swapped' | 'lambert-93';

/** WGS84 and RGF93 in degrees: equal within decimetres. */
const DEGREES = /CRS84|(?<!\d)(?:4326|4171|4258)(?!\d)|WGS.?(?:19)?84|RGF.?(?:19)?93/i;
const LAMBERT93 = /(?<!\d)2154(?!\d)|lambert.?93/i;

const inDegrees = (x: number, y: number) => Math.abs(x) <= 180 && Math.abs(y) <= 90;
/** Latitude before longitude, in metropolitan France: no longitude of France is in this range. */
const looksSwapped = (x: number, y: number) => x > 41 && x < 51.5 && y > -5.5 && y < 9.8;

function firstPosition(surfaces: readonly (Surface | null)[]): Position | undefined {
  const first = surfaces.find((surface) => surface !== null);
  if (!first) return undefined;
  return first.type === 'Polygon' ? first.coordinates[0]?.[0] : first.coordinates[0]?.[0]?.[0];
}

/**
 * Recognises the reference system by the first coordinates, checked against the name that the file gives it.
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

/** A surface in degrees; null when one of its positions is out of range. */
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
