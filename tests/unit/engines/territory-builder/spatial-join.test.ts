// A school falls in the right neighbourhood, whatever its shape, and the answer never changes from one build to the next.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import {
  joinPoints,
  type JoinArea
} from '../../../../src/lib/engines/territory-builder/geometry/spatial-join.ts';
import { draws } from '../../../draws.ts';

const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south]
];
const area = (geometry: JoinArea['geometry']): JoinArea => ({ type: 'Feature', properties: {}, geometry });
const square = (west: number, south: number, east: number, north: number): JoinArea =>
  area({ type: 'Polygon', coordinates: [ring(west, south, east, north)] });

describe('joining points to areas', () => {
  it('finds the area of each point, or none', () => {
    const areas = [square(0, 0, 1, 1), square(2, 0, 3, 1)];
    const points = [
      { lon: 0.5, lat: 0.5 },
      { lon: 2.5, lat: 0.5 },
      { lon: 1.5, lat: 0.5 }
    ];
    expect(joinPoints(points, areas)).toEqual([0, 1, null]);
  });

  it('leaves out a point in a hole and takes one in a second part', () => {
    const holed = area({
      type: 'MultiPolygon',
      coordinates: [[ring(0, 0, 4, 4), ring(1, 1, 3, 3)], [ring(10, 10, 11, 11)]]
    });
    const points = [
      { lon: 2, lat: 2 },
      { lon: 0.5, lat: 2 },
      { lon: 10.5, lat: 10.5 }
    ];
    expect(joinPoints(points, [holed])).toEqual([null, 0, 0]);
  });

  it('gives the first area when two hold the point or share the edge', () => {
    const areas = [square(5, 5, 6, 6), square(0, 0, 2, 2), square(1, 0, 3, 2)];
    expect(joinPoints([{ lon: 1.5, lat: 1 }], areas)).toEqual([1]);
    expect(joinPoints([{ lon: 1, lat: 1 }], [areas[2]!, areas[1]!])).toEqual([0]);
  });

  it('stands empty lists, empty geometries and points that are not numbers', () => {
    expect(joinPoints([], [square(0, 0, 1, 1)])).toEqual([]);
    expect(joinPoints([{ lon: 0, lat: 0 }], [])).toEqual([null]);
    expect(joinPoints([{ lon: 0, lat: 0 }], [area({ type: 'MultiPolygon', coordinates: [] })])).toEqual([
      null
    ]);
    expect(joinPoints([{ lon: NaN, lat: 0 }], [square(0, 0, 1, 1)])).toEqual([null]);
  });

  it('answers as testing every area in turn would', () => {
    const unit = fc.integer({ min: 0, max: 20 });
    const box = fc
      .tuple(unit, unit, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
      .map(([x, y, w, h]) => square(x, y, x + w, y + h));
    const point = fc.record({ lon: unit, lat: unit });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), fc.array(box, { maxLength: 30 }), (points, areas) => {
        const expected = points.map(({ lon, lat }) => {
          const index = areas.findIndex((candidate) => booleanPointInPolygon([lon, lat], candidate));
          return index < 0 ? null : index;
        });
        expect(joinPoints(points, areas)).toEqual(expected);
      }),
      { numRuns: draws() }
    );
  });
});
