// An outline of a drawn map has fewer points than the territory's own, and stands where it stood.
import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { simplifiedShapes } from '../../../../src/lib/map/geometry/simplified-shapes.ts';
import { prerenderFrame, wholeView } from '../../../../src/lib/map/geometry/frame.ts';
import type { Area, Shapes } from '../../../../src/lib/map/geometry/shapes.ts';
import {
  project,
  type Bounds,
  type Point,
  type Viewport
} from '../../../../src/lib/map/geometry/viewport.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../static/${name}`, import.meta.url), 'utf8'));
const shapes: Shapes = { communes: read('map/communes.geojson'), qpvs: read('map/qpvs.geojson') };
const bounds = read('tables/dashboard.json').territory.bounds as Bounds;

const rings = (area: Area): Position[][] =>
  area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
const onScreen = (view: Viewport, ring: Position[]): Point[] =>
  ring.map(([lon = 0, lat = 0]) => project(view, lon, lat));

/** Pixels from a point to a line of several segments. */
function away([x, y]: Point, line: readonly Point[]): number {
  let least = Infinity;
  for (let at = 1; at < line.length; at += 1) {
    const [[x1, y1], [x2, y2]] = [line[at - 1]!, line[at]!];
    const long = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const t = long === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / long));
    least = Math.min(least, Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1)));
  }
  return least;
}

test.each(['wide', 'narrow'] as const)(
  'no point of the %s drawing leaves its place by half a pixel',
  (kind) => {
    const view = wholeView(bounds, prerenderFrame(bounds, kind), true);
    const drawn = simplifiedShapes(shapes, view);
    let [before, after] = [0, 0];
    for (const layer of ['communes', 'qpvs'] as const) {
      expect(drawn[layer].features.map(({ properties }) => properties)).toEqual(
        shapes[layer].features.map(({ properties }) => properties)
      );
      for (const [at, { geometry }] of shapes[layer].features.entries()) {
        const lines = rings(drawn[layer].features[at]!.geometry).map((ring) => onScreen(view, ring));
        for (const ring of rings(geometry).map((one) => onScreen(view, one)))
          for (const point of ring)
            expect(Math.min(...lines.map((line) => away(point, line)))).toBeLessThan(0.5);
        before += rings(geometry).flat().length;
        after += lines.flat().length;
      }
    }
    expect(after).toBeLessThan(before);
  }
);
