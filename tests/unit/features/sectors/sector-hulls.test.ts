// The shape of a sector: it covers near schools, joins the far ones by a link, and never depends on the order of the schools.
import { describe, expect, it } from 'vitest';
import { sectorHull } from '../../../../src/lib/features/sectors/map/sector-hulls.ts';
import type { Point } from '../../../../src/lib/map/geometry/viewport.ts';

const corners: Point[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10]
];
const area = (points: readonly Point[], triangles: readonly (readonly [number, number, number])[]) =>
  triangles.reduce((sum, [a, b, c]) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [points[a]!, points[b]!, points[c]!];
    return sum + Math.abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax)) / 2;
  }, 0);

describe('the shape of a sector', () => {
  it('covers what lies between near schools, once', () => {
    const points: Point[] = [...corners, [4, 6], [7, 2]];
    const hull = sectorHull(points, 15);
    expect(area(points, hull.triangles)).toBeCloseTo(100);
    expect(hull.far).toEqual([]);
  });

  it('joins schools that lie apart by as few links as there are gaps, the shortest ones', () => {
    const points: Point[] = [...corners, [60, 0], [62, 0], [0, 90]];
    const hull = sectorHull(points, 15);
    expect(hull.far).toEqual([
      [1, 4],
      [3, 6]
    ]);
    expect(hull.near).toHaveLength(4);
    expect(area(points, hull.triangles)).toBeCloseTo(100);
  });

  it('has every school in it: one, two, in a row, or at one place', () => {
    expect(sectorHull([], 5)).toEqual({ triangles: [], near: [], far: [] });
    expect(sectorHull([[1, 1]], 5)).toEqual({ triangles: [], near: [], far: [] });
    const row: Point[] = [[0, 0], [3, 0], [6, 0], [9, 0]]; // prettier-ignore
    expect(sectorHull(row, 5).near).toHaveLength(3);
    expect(sectorHull([[2, 2], [2, 2], [4, 2]], 5)).toEqual({ triangles: [], near: [[0, 2]], far: [] }); // prettier-ignore
  });

  it('does not depend on the order of the schools', () => {
    const points: Point[] = Array.from({ length: 40 }, (_, i) => [(i * 37) % 101, (i * 61) % 89]);
    const turned = [...points].reverse();
    expect(area(turned, sectorHull(turned, 20).triangles)).toBeCloseTo(
      area(points, sectorHull(points, 20).triangles)
    );
  });

  it('leaves no triangle with a far side', () => {
    const points: Point[] = Array.from({ length: 60 }, (_, i) => [(i * 37) % 101, (i * 61) % 89]);
    for (const triple of sectorHull(points, 18).triangles)
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 0]
      ] as const) {
        // prettier-ignore
        const [[ax, ay], [bx, by]] = [points[triple[a]]!, points[triple[b]]!];
        expect(Math.hypot(ax - bx, ay - by)).toBeLessThanOrEqual(18);
      }
  });
});
