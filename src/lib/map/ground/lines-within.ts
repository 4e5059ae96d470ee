// The parts of lines that a view shows: a picture of one commune does not carry the rivers of the whole territory.
import type { Position } from 'geojson';
import { pointsToKeep } from '$lib/algorithms/line-simplification';
import { project, type Point, type Viewport } from '../geometry/viewport.ts';

/** Pixels around the view that are kept: half of the widest stroke, with its cap. */
const AROUND = 24;
/** Pixels that a line may stray from what is given. */
const STRAY = 0.5;

function sees({ width, height }: Viewport, a: Point, b: Point): boolean {
  return (
    Math.max(a[0], b[0]) >= -AROUND &&
    Math.min(a[0], b[0]) <= width + AROUND &&
    Math.max(a[1], b[1]) >= -AROUND &&
    Math.min(a[1], b[1]) <= height + AROUND
  );
}

/** Stretches of lines that come into the view, in degrees, with no more points than their shape needs. */
export function linesWithin(view: Viewport, lines: readonly Position[][]): Position[][] {
  const seen: Position[][] = [];
  for (const line of lines) {
    const points = line.map((position) => project(view, position[0] ?? 0, position[1] ?? 0));
    for (let from = 0; from < points.length - 1; from += 1) {
      if (!sees(view, points[from]!, points[from + 1]!)) continue;
      let to = from + 1;
      while (to < points.length - 1 && sees(view, points[to]!, points[to + 1]!)) to += 1;
      seen.push(pointsToKeep(points, STRAY, from, to).map((at) => line[at]!));
      from = to;
    }
  }
  return seen;
}

/** Polygons of which a ring comes into the view. */
export const polygonsWithin = (view: Viewport, polygons: readonly Position[][][]): Position[][][] =>
  polygons.filter((rings) => linesWithin(view, rings.slice(0, 1)).length > 0 || holdsView(view, rings));

/** The view lies within the bounds of a large one. */
function holdsView(view: Viewport, [outer = []]: Position[][]): boolean {
  const points = outer.map((position) => project(view, position[0] ?? 0, position[1] ?? 0));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return (
    Math.min(...xs) < 0 &&
    Math.max(...xs) > view.width &&
    Math.min(...ys) < 0 &&
    Math.max(...ys) > view.height
  );
}
