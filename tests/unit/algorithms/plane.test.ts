import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointsToKeep, simplifyLine } from '../../../src/lib/algorithms/line-simplification.ts';
import { distanceToSegment, isInRing, twiceSignedArea } from '../../../src/lib/algorithms/plane.ts';

type Point = [number, number];

const coordinate = fc.integer({ min: -50, max: 50 });
const point = fc.tuple(coordinate, coordinate);
const closed = (ring: readonly Point[]): Point[] => [...ring, ring[0]!];

describe('distance to a segment', () => {
  it('is the least of the distances to its points', () => {
    fc.assert(
      fc.property(point, point, point, (p, a, b) => {
        const shares = Array.from({ length: 201 }, (_, at) => at / 200);
        const away = shares.map((share) =>
          Math.hypot(p[0] - a[0] - share * (b[0] - a[0]), p[1] - a[1] - share * (b[1] - a[1]))
        );
        const found = distanceToSegment(p, a, b);
        expect(found).toBeLessThanOrEqual(Math.min(...away) + 1e-9);
        expect(found).toBeGreaterThanOrEqual(Math.min(...away) - 1);
      })
    );
  });
});

describe('rings', () => {
  it('have an area with a sign, the same wherever they lie and wherever they begin', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 8 }), point, (ring, [dx, dy]) => {
        const area = twiceSignedArea(closed(ring));
        expect(twiceSignedArea(closed(ring.map(([x, y]): Point => [x + dx, y + dy])))).toBe(area);
        expect(twiceSignedArea(closed([...ring.slice(1), ring[0]!]))).toBe(area);
        expect(twiceSignedArea(closed([...ring].reverse())) + area).toBe(0);
      })
    );
  });

  it('hold a point when the triangles from it to their sides add up to their area', () => {
    fc.assert(
      fc.property(point, point, point, point, (a, b, c, p) => {
        const area = Math.abs(twiceSignedArea([a, b, c, a]));
        const around = [a, b, c].map((from, side) =>
          Math.abs(twiceSignedArea([p, from, [b, c, a][side]!, p]))
        );
        fc.pre(area > 0 && around.every((one) => one > 0));
        const isInside = around.reduce((sum, one) => sum + one, 0) === area;
        expect(isInRing(p, [a, b, c, a])).toBe(isInside);
      })
    );
  });
});

describe('simplified lines', () => {
  it('are thinned without leaving the line by more than the tolerance', () => {
    const line: Point[] = [0, 0.1, 0, 5, 0].map((y, x) => [x, y]);
    expect(pointsToKeep(line, 1)).toEqual([0, 2, 3, 4]);
    expect(simplifyLine([[0, 0], [1, 0], [2, 0]], 1)).toEqual([[0, 0], [2, 0]]); // prettier-ignore
  });

  it('keep their ends, and stray from none of their points', () => {
    const lines = fc.array(point, { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 20 }), fc.boolean(), (open, tolerance, isClosed) => {
        const line = isClosed ? closed(open) : open;
        const kept = simplifyLine(line, tolerance);
        expect([kept[0], kept.at(-1)]).toEqual([line[0], line.at(-1)]);
        for (const one of line) {
          const away = kept.slice(1).map((end, at) => distanceToSegment(one, kept[at]!, end));
          expect(Math.min(...away)).toBeLessThanOrEqual(tolerance + 1e-9);
        }
      })
    );
  });

  it('of a stretch are those of the stretch alone', () => {
    const line: Point[] = [[0, 0], [0, 9], [1, 0], [2, 4], [3, 0]]; // prettier-ignore
    expect(pointsToKeep(line, 1, 2, 4)).toEqual(pointsToKeep(line.slice(2), 1).map((at) => at + 2));
  });
});
