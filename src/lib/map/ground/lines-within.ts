// The parts of lines that a view shows: a picture of one commune does not carry the rivers of the whole territory.
import type { Position } from 'geojson';
import { project, type Point, type Viewport } from '../geometry/viewport.ts';

/** Pixels around the view that are kept: half of the widest stroke, with its cap. */
const AROUND = 24;
/** Points nearer than this to the one before add nothing. */
const LEAST = 0.6;

function sees({ width, height }: Viewport, a: Point, b: Point): boolean {
  return (
    Math.max(a[0], b[0]) >= -AROUND &&
    Math.min(a[0], b[0]) <= width + AROUND &&
    Math.max(a[1], b[1]) >= -AROUND &&
    Math.min(a[1], b[1]) <= height + AROUND
  );
}

/** Stretches of lines that come into the view, in degrees. */
export function linesWithin(view: Viewport, lines: readonly Position[][]): Position[][] {
  const seen: Position[][] = [];
  for (const line of lines) {
    let stretch: Position[] = [];
    let last: Point | null = null;
    const end = () => {
      if (stretch.length > 1) seen.push(stretch);
      stretch = [];
    };
    line.forEach((position, index) => {
      const at = project(view, position[0] ?? 0, position[1] ?? 0);
      const final = index === line.length - 1;
      if (last && !final && Math.hypot(at[0] - last[0], at[1] - last[1]) < LEAST) return;
      if (last && sees(view, last, at)) stretch.push(position);
      else {
        end();
        stretch = [position];
      }
      last = at;
    });
    end();
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
