// Rings: size, sides, and which lies in which.
import type { Position } from 'geojson';
import { isInRing, twiceSignedArea } from '../../../algorithms/plane.ts';

const KM_PER_DEGREE = 111.2;

/** Area of a closed ring, km²: flat at its first latitude. */
export const ringKm2 = (ring: readonly Position[]): number =>
  (Math.abs(twiceSignedArea(ring)) / 2) * KM_PER_DEGREE ** 2 * Math.cos((ring[0]![1]! * Math.PI) / 180);

/** Each outer ring with the inner rings that lie in it. */
export const ringPolygons = (outer: readonly Position[][], inner: readonly Position[][]): Position[][][] =>
  outer.map((ring) => [ring, ...inner.filter((hole) => outer.length === 1 || isInRing(hole[0]!, ring))]);

/** The middle of a ring's corners. */
export function middle(ring: readonly Position[]): Position {
  const corners = ring.slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, at) => sum + at[axis]!, 0) / corners.length;
  return [mean(0), mean(1)];
}
