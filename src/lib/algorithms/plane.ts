// Geometry of points, segments and rings in the plane, in the points' own unit.

/** Coordinates x and y; any further ones are ignored. */
export type PlanePoint = readonly number[];

/**
 * Distance from a point to a segment.
 *
 * @param a, b ends of the segment; the same for a mere point
 * @example
 * distanceToSegment([0, 2], [-1, 0], [1, 0]); // 2
 * distanceToSegment([4, 4], [-1, 0], [1, 0]); // 5: to its nearer end
 */
export function distanceToSegment(point: PlanePoint, a: PlanePoint, b: PlanePoint): number {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point[0]! - a[0]!) * dx + (point[1]! - a[1]!) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0]! - a[0]! - share * dx, point[1]! - a[1]! - share * dy);
}

/**
 * Twice the signed area of a closed ring (the shoelace formula), reckoned from its first point, so that small rings far from the origin
 * keep their digits.
 *
 * @param ring its last point is its first
 * @returns positive when it turns counterclockwise
 * @example
 * twiceSignedArea([[0, 0], [2, 0], [2, 1], [0, 0]]); // 2
 */
export function twiceSignedArea(ring: readonly PlanePoint[]): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1]!, ring[at]!];
    sum += (a[0]! - x0!) * (b[1]! - y0!) - (b[0]! - x0!) * (a[1]! - y0!);
  }
  return sum;
}

/**
 * Whether a point lies in a closed ring: a ray from it crosses the ring an odd number of times (M. Shimrat, Algorithm 112, CACM 5, 1962).
 * Of points on the ring itself some are in it and some are not.
 *
 * @param ring its last point is its first
 * @example
 * isInRing([1, 1], [[0, 0], [3, 0], [0, 3], [0, 0]]); // true
 */
export function isInRing([x, y]: PlanePoint, ring: readonly PlanePoint[]): boolean {
  let inside = false;
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1]!, ring[at]!];
    const crosses = a[1]! > y! !== b[1]! > y!;
    if (crosses && x! < ((b[0]! - a[0]!) * (y! - a[1]!)) / (b[1]! - a[1]!) + a[0]!) inside = !inside;
  }
  return inside;
}
