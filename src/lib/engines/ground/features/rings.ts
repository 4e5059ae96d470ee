// Rings: size, sides, and which lies in which.
import type { Position } from 'geojson';

const KM_PER_DEGREE = 111.2;

/** Twice the area of a closed ring in square degrees: positive counterclockwise. */
export function turn(ring: readonly Position[]): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1]!, ring[at]!];
    sum += (a[0]! - x0!) * (b[1]! - y0!) - (b[0]! - x0!) * (a[1]! - y0!);
  }
  return sum;
}

/** Area of a closed ring, km²: flat at its first latitude. */
export const ringKm2 = (ring: readonly Position[]): number =>
  (Math.abs(turn(ring)) / 2) * KM_PER_DEGREE ** 2 * Math.cos((ring[0]![1]! * Math.PI) / 180);

/** Whether a point lies in a closed ring. */
export function isInRing([x, y]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1]!, ring[at]!];
    const crosses = a[1]! > y! !== b[1]! > y!;
    if (crosses && x! < ((b[0]! - a[0]!) * (y! - a[1]!)) / (b[1]! - a[1]!) + a[0]!) inside = !inside;
  }
  return inside;
}

/** Each outer ring with the inner rings that lie in it. */
export const polygonsOf = (outer: readonly Position[][], inner: readonly Position[][]): Position[][][] =>
  outer.map((ring) => [ring, ...inner.filter((hole) => outer.length === 1 || isInRing(hole[0]!, ring))]);

/** The middle of a ring's corners. */
export function middle(ring: readonly Position[]): Position {
  const corners = ring.slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, at) => sum + at[axis]!, 0) / corners.length;
  return [mean(0), mean(1)];
}
