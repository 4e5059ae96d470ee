// Quality of rows: completeness, repeats, positions outside their commune, edges that cross.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingAreas } from '../../../../src/lib/engines/import/geometry/crossings.ts';
import { isInside, metresToEdge } from '../../../../src/lib/engines/import/geometry/point-in-surface.ts';
import { placeQuality } from '../../../../src/lib/engines/import/place-quality.ts';
import { countFindings, tableQuality } from '../../../../src/lib/engines/import/table-quality.ts';
import { fromWkb, toWkb } from '../../../../src/lib/algorithms/wkb.ts';
import { draws } from '../../../draws.ts';

type Ring = [number, number][];
const polygon = (...rings: Ring[]) => ({ type: 'Polygon' as const, coordinates: rings });
const box = (x: number, y: number, side: number): Ring => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y]
];
const bow: Ring = [
  [0, 0],
  [1, 1],
  [1, 0],
  [0, 1],
  [0, 0]
];

describe('a table', () => {
  it('says how full its columns are, what stands twice and what its rows are worth', () => {
    const quality = tableQuality({
      name: 'schools',
      key: ['uai'],
      rows: 3,
      columns: [
        { name: 'uai', cells: ['A', 'B', 'A'] },
        { name: 'pupils', cells: [0, null, 12] },
        { name: 'communes', cells: ['[]', '["1"]', ''] },
        { name: 'position_quality', cells: ['official', 'approximate', null] }
      ]
    });
    expect(quality.columns.map(({ filled }) => filled)).toEqual([3, 2, 1, 2]);
    expect(quality.duplicates).toBe(1);
    expect(quality.qualities).toEqual({ official: 1, approximate: 1 });
  });

  it('counts remarks by kind, the gravest first', () => {
    const note = { code: 'a', severity: 'note' } as const;
    expect(countFindings([note, { code: 'b', severity: 'dropped' }, note])).toEqual([
      { code: 'b', severity: 'dropped', count: 1 },
      { code: 'a', severity: 'note', count: 2 }
    ]);
  });
});

describe('edges', () => {
  it('cross in a bow tie, and between areas that overlap', () => {
    expect(crossingAreas([{ code: 'bow', surface: polygon(bow) }])).toEqual([['bow', 'bow']]);
    const areas = [box(0, 0, 2), box(1, 1, 2), box(2, 0, 1)].map((ring, at) => ({
      code: `q${at}`,
      surface: polygon(ring)
    }));
    expect(crossingAreas(areas)).toEqual([['q0', 'q1']]);
  });

  it('of any rectangles cross when and only when their borders do', () => {
    const side = fc.integer({ min: 1, max: 40 });
    const place = fc.integer({ min: 0, max: 60 });
    const rectangle = fc.tuple(place, place, side, side);
    fc.assert(
      fc.property(rectangle, rectangle, ([ax, ay, aw, ah], [bx, by, bw, bh]) => {
        // Odd against even: no two borders lie on one another.
        const ring = (x: number, y: number, w: number, h: number): Ring => [
          [x, y],
          [x + w, y],
          [x + w, y + h],
          [x, y + h],
          [x, y]
        ];
        const a = [2 * ax, 2 * ay, 2 * aw, 2 * ah] as const;
        const b = [2 * bx + 1, 2 * by + 1, 2 * bw, 2 * bh] as const;
        const apart = a[0] + a[2] < b[0] || b[0] + b[2] < a[0] || a[1] + a[3] < b[1] || b[1] + b[3] < a[1];
        const within = (p: typeof a, q: typeof b) =>
          p[0] < q[0] && p[1] < q[1] && p[0] + p[2] > q[0] + q[2] && p[1] + p[3] > q[1] + q[3];
        const found = crossingAreas([
          { code: 'a', surface: polygon(ring(...a)) },
          { code: 'b', surface: polygon(ring(...b)) }
        ]);
        expect(found.length > 0).toBe(!apart && !within(a, b) && !within(b, a));
      }),
      { numRuns: draws() }
    );
  });

  it('of a hundred thousand vertices are swept in time', () => {
    const ring: Ring = Array.from({ length: 100_000 }, (_, at) => {
      const turn = (at / 100_000) * 2 * Math.PI;
      return [Math.cos(turn), Math.sin(turn)];
    });
    expect(crossingAreas([{ code: 'round', surface: polygon([...ring, ring[0]!]) }])).toEqual([]);
  });
});

it('a hole is outside, and the distance is in metres', () => {
  const ring = polygon(box(0, 0, 1), box(0.4, 0.4, 0.2));
  expect(isInside([0.2, 0.2], ring)).toBe(true);
  expect(isInside([0.5, 0.5], ring)).toBe(false);
  expect(metresToEdge([-0.01, 0.5], ring)).toBeCloseTo(1112, -1);
});

it('schools without a position, and those outside their commune, are named', () => {
  const school = { uai: 'A', name: 'École', commune: '59001', lon: 0.5, lat: 0.5 };
  const { unplaced, outside, crossing } = placeQuality({
    communes: [{ code: '59001', outline: polygon(box(0, 0, 1)) }],
    qpvs: [{ code: 'Q', name: 'Quartier', perimeter: polygon(bow) }],
    schools: [
      school,
      { ...school, uai: 'B', lon: null, lat: null },
      { ...school, uai: 'C', lon: 1.5 },
      { ...school, uai: 'D', lon: 1.0001 }
    ]
  });
  expect(unplaced.map(({ code }) => code)).toEqual(['B']);
  expect(outside).toMatchObject([{ code: 'C', place: '59001', metres: 55595 }]);
  expect(crossing).toEqual([{ code: 'Q', name: 'Quartier' }]);
});

it('surfaces go to WKB and back', () => {
  const many = {
    type: 'MultiPolygon' as const,
    coordinates: [[box(0, 0, 1)], [box(3, 3, 1), box(3.2, 3.2, 0.1)]]
  };
  expect(fromWkb(toWkb(many))).toEqual(many);
  expect(fromWkb(toWkb(polygon(bow)))).toEqual(polygon(bow));
  expect(fromWkb(new Uint8Array([1, 3, 0]))).toBeNull();
});
