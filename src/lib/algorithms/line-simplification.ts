// Fewer points on a line, none of those left out farther than a tolerance from what stays (D. Douglas and T. Peucker, Cartographica 10, 1973).
import { distanceToSegment, type PlanePoint } from './plane.ts';

/**
 * Points that keep the shape of a stretch of a line: its ends, and those farther than the tolerance from the straight line that would
 * replace them.
 *
 * @param tolerance in the points' own unit
 * @param from, to ends of the stretch: the whole line by default
 * @returns indices, ascending
 * @example
 * pointsToKeep([[0, 0], [1, 0.01], [2, 1], [3, 0]], 0.1); // [0, 2, 3]
 */
export function pointsToKeep(
  line: readonly PlanePoint[],
  tolerance: number,
  from = 0,
  to = line.length - 1
): number[] {
  const kept = [from];
  const stretches: [number, number][] = [[from, to]];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const [first, last] = stretch;
    let [farthest, most] = [-1, tolerance];
    for (let at = first + 1; at < last; at++) {
      const away = distanceToSegment(line[at]!, line[first]!, line[last]!);
      if (away > most) [farthest, most] = [at, away];
    }
    if (farthest < 0) kept.push(last);
    else stretches.push([farthest, last], [first, farthest]);
  }
  return kept;
}

/**
 * The same for a whole line, open or closed. A closed one (first point = last) also keeps the point half-way, since its ends are no
 * line to measure from.
 *
 * @param tolerance in the points' own unit
 * @example
 * simplifyLine([[0, 0], [1, 0.01], [2, 0]], 0.1); // [[0, 0], [2, 0]]
 */
export function simplifyLine<Point extends PlanePoint>(line: readonly Point[], tolerance: number): Point[] {
  const last = line.length - 1;
  const [start, end] = [line[0], line[last]];
  const isClosed = line.length > 3 && start![0] === end![0] && start![1] === end![1];
  const half = isClosed ? line.length >> 1 : last;
  const kept = new Set([
    ...pointsToKeep(line, tolerance, 0, half),
    ...pointsToKeep(line, tolerance, half, last)
  ]);
  return line.filter((_, at) => kept.has(at));
}
