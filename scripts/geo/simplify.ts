// Fewer points on a ring, none of the dropped ones farther than a tolerance from the line that stays (Douglas-Peucker).

type Point = readonly [number, number];

/** Distance from `point` to the segment a-b, in the points' own unit. */
function distanceTo(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - a[0] - t * dx, point[1] - a[1] - t * dy);
}

function keepBetween(
  points: readonly Point[],
  from: number,
  to: number,
  tolerance: number,
  kept: Set<number>
): void {
  const [a, b] = [points[from], points[to]];
  if (!a || !b) return;
  let farthest = from;
  let most = tolerance;
  for (let at = from + 1; at < to; at += 1) {
    const distance = distanceTo(points[at] ?? a, a, b);
    if (distance > most) [farthest, most] = [at, distance];
  }
  if (farthest === from) return;
  kept.add(farthest);
  keepBetween(points, from, farthest, tolerance, kept);
  keepBetween(points, farthest, to, tolerance, kept);
}

/** A closed ring (first point = last) with fewer points; `tolerance` in the points' own unit. */
export function simplifyRing(ring: readonly Point[], tolerance: number): Point[] {
  const last = ring.length - 1;
  const half = Math.floor(last / 2);
  const kept = new Set([0, half, last]);
  keepBetween(ring, 0, half, tolerance, kept);
  keepBetween(ring, half, last, tolerance, kept);
  return ring.filter((_, at) => kept.has(at));
}
