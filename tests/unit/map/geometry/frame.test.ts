// The legend over a map: in the corner where nothing is under it, under the map where it would hide places.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { coversTerritory, ratioOf, wholeView } from '../../../../src/lib/map/geometry/frame.ts';
import type { Shapes } from '../../../../src/lib/map/geometry/shapes.ts';
import type { Bounds } from '../../../../src/lib/map/geometry/viewport.ts';
import { BOUNDS, SHAPES } from '../fixtures.ts';

const LEGEND = { width: 176, height: 118 };
const covers = (shapes: Shapes, bounds: Bounds, width: number, legend = LEGEND) =>
  coversTerritory(
    wholeView(bounds, { width, height: Math.round(width / ratioOf(bounds)) }, true),
    shapes,
    legend
  );

it('a legend never stands over a commune of intervention', () => {
  expect(covers(SHAPES, BOUNDS, 540)).toBe(true);
  expect(covers(SHAPES, BOUNDS, 540, { width: 60, height: 118 })).toBe(false);
});

it('a legend that is under the map stays there, as wide as it is', () => {
  expect(covers(SHAPES, BOUNDS, 540, { width: 540, height: 60 })).toBe(true);
});

it.each([525, 552, 620])('the legend of the demonstration keeps its corner, at %i px', (width) => {
  const read = (name: string) => JSON.parse(readFileSync(`static/map/${name}.geojson`, 'utf8')) as never;
  const shapes: Shapes = { communes: read('communes'), qpvs: read('qpvs') };
  const { territory } = JSON.parse(readFileSync('static/tables/dashboard.json', 'utf8')) as {
    territory: { bounds: Bounds };
  };
  for (const height of [118, 200, 292])
    expect(covers(shapes, territory.bounds, width, { width: 176, height }), `${height}`).toBe(false);
});
