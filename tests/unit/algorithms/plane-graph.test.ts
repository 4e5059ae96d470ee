import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twiceSignedArea } from '../../../src/lib/algorithms/plane.ts';
import { shortestTree, triangulation } from '../../../src/lib/algorithms/plane-graph.ts';
import { UnionFind } from '../../../src/lib/algorithms/union-find.ts';

type Point = [number, number];
const coordinate = fc.integer({ min: 0, max: 30 });
const points = fc.uniqueArray(fc.tuple(coordinate, coordinate), {
  minLength: 3,
  maxLength: 12,
  selector: (point) => point.join()
});
const length = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

describe('the shortest tree', () => {
  it('joins all points, and is as long as that of the sides taken by length (Kruskal)', () => {
    fc.assert(
      fc.property(points, (all) => {
        const tree = shortestTree(all);
        const sides = all.flatMap((_, a) => all.slice(0, a).map((_unused, b) => [a, b] as const));
        sides.sort(([a, b], [c, d]) => length(all[a]!, all[b]!) - length(all[c]!, all[d]!));
        const sets = new UnionFind(all.length);
        let least = 0;
        for (const [a, b] of sides) {
          if (sets.find(a) === sets.find(b)) continue;
          sets.union(a, b);
          least += length(all[a]!, all[b]!);
        }
        const joined = new UnionFind(all.length);
        for (const [a, b] of tree) joined.union(a, b);
        expect(joined.groups()).toHaveLength(1);
        expect(tree.reduce((sum, [a, b]) => sum + length(all[a]!, all[b]!), 0)).toBeCloseTo(least, 9);
      })
    );
  });
});

describe('a triangulation', () => {
  it('has no point within the circle through a triangle', () => {
    fc.assert(
      fc.property(points, (all) => {
        for (const [a, b, c] of triangulation(all)) {
          const [pa, pb, pc] = [all[a]!, all[b]!, all[c]!];
          const turn = twiceSignedArea([pa, pb, pc, pa]);
          for (const [x, y] of all) {
            const [p, q, r] = [pa, pb, pc].map(
              ([u, v]) => [u - x, v - y, (u - x) ** 2 + (v - y) ** 2] as const
            );
            const inside =
              p![0] * (q![1] * r![2] - q![2] * r![1]) -
              p![1] * (q![0] * r![2] - q![2] * r![0]) +
              p![2] * (q![0] * r![1] - q![1] * r![0]);
            expect(inside * Math.sign(turn)).toBeLessThanOrEqual(1e-6);
          }
        }
      })
    );
  });

  it('covers a convex set of points, once', () => {
    const square: Point[] = [[0, 0], [10, 0], [10, 10], [0, 10], [4, 6], [7, 2]]; // prettier-ignore
    const areas = triangulation(square).map(([a, b, c]) =>
      Math.abs(twiceSignedArea([square[a]!, square[b]!, square[c]!, square[a]!]))
    );
    expect(areas.reduce((sum, one) => sum + one, 0)).toBe(200);
    expect(triangulation([[0, 0], [1, 0], [2, 0]])).toEqual([]); // prettier-ignore
  });
});
