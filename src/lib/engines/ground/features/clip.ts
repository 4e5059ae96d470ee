// Lines and rings cut by a box.
import type { Position } from 'geojson';
import type { GroundBox } from '../extract.ts';

export const isInBox = ([x, y]: Position, [west, south, east, north]: GroundBox): boolean =>
  x! >= west && x! <= east && y! >= south && y! <= north;

/** Shares of the segment a-b between which it is in the box; null outside it, or where it only touches. */
function within(a: Position, b: Position, [west, south, east, north]: GroundBox): [number, number] | null {
  let [from, to] = [0, 1];
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const edges = [
    [-dx, a[0]! - west],
    [dx, east - a[0]!],
    [-dy, a[1]! - south],
    [dy, north - a[1]!]
  ] as const;
  for (const [rate, room] of edges) {
    if (rate === 0 && room < 0) return null;
    if (rate < 0) from = Math.max(from, room / rate);
    else if (rate > 0) to = Math.min(to, room / rate);
  }
  return from < to ? [from, to] : null;
}

/** The point at a share of a-b, never outside the box by a rounding. */
function between(a: Position, b: Position, share: number, [west, south, east, north]: GroundBox): Position {
  const x = a[0]! + share * (b[0]! - a[0]!);
  const y = a[1]! + share * (b[1]! - a[1]!);
  return [Math.min(east, Math.max(west, x)), Math.min(north, Math.max(south, y))];
}

/** The pieces of a line that are in the box, in its direction. */
export function clipLine(line: readonly Position[], box: GroundBox): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] | null = null;
  for (let at = 1; at < line.length; at++) {
    const [a, b] = [line[at - 1]!, line[at]!];
    const part = within(a, b, box);
    if (!part) {
      piece = null;
      continue;
    }
    const [from, to] = part;
    if (piece === null || from > 0) pieces.push((piece = [from > 0 ? between(a, b, from, box) : a]));
    piece.push(to < 1 ? between(a, b, to, box) : b);
    if (to < 1) piece = null;
  }
  return pieces;
}

/** A closed ring cut by the box (Sutherland-Hodgman): edges along the box where it goes beyond. Empty when nothing is left. */
export function clipRing(ring: readonly Position[], box: GroundBox): Position[] {
  let points = ring.slice(0, -1);
  for (const [axis, limit, sign] of [
    [0, box[0], 1],
    [0, box[2], -1],
    [1, box[1], 1],
    [1, box[3], -1]
  ] as const) {
    const over = (point: Position) => sign * (point[axis]! - limit);
    points = points.flatMap((point, at) => {
      const before = points[(at + points.length - 1) % points.length]!;
      const [here, there] = [over(point), over(before)];
      const crosses = here >= 0 !== there >= 0;
      const share = there / (there - here);
      const cut: Position = [
        before[0]! + share * (point[0]! - before[0]!),
        before[1]! + share * (point[1]! - before[1]!)
      ];
      return [...(crosses ? [cut] : []), ...(here >= 0 ? [point] : [])];
    });
  }
  return points.length < 3 ? [] : [...points, points[0]!];
}
