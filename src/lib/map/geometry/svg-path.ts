// Geometry as SVG path data, in the pixels of a view.
import type { Position } from 'geojson';
import type { Area } from './shapes.ts';
import { project, type Point, type Viewport } from './viewport.ts';

/** A tenth of a pixel is enough. */
const tenths = (value: number) => Math.round(value * 10) / 10;
const write = (points: readonly Point[]) => points.map(([x, y]) => `${tenths(x)} ${tenths(y)}`).join('L');

const onScreen = (view: Viewport, line: readonly Position[]): Point[] =>
  line.map((position) => project(view, position[0] ?? 0, position[1] ?? 0));

export function areaPath(view: Viewport, area: Area): string {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons
    .flat()
    .map((ring) => `M${write(onScreen(view, ring).slice(0, -1))}Z`)
    .join('');
}

export function linesPath(view: Viewport, lines: readonly Position[][]): string {
  return lines
    .map((line) => {
      const points = onScreen(view, line);
      const first = line[0];
      const last = line.at(-1);
      const closed = line.length > 2 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
      return closed ? `M${write(points.slice(0, -1))}Z` : `M${write(points)}`;
    })
    .join('');
}
