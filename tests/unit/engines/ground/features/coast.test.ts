// The sea of a box from its coastlines: what is not land is sea, whatever the coast does along the box.
import fc from 'fast-check';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { seaOf } from '../../../../../src/lib/engines/ground/features/coast.ts';
import { isInRing } from '../../../../../src/lib/algorithms/plane.ts';
import { draws } from '../../../../draws.ts';

const BOX = [0, 0, 4, 3] as const;
const isSea = (point: Position, sea: Position[][][]) =>
  sea.some(([outer, ...holes]) => isInRing(point, outer!) && !holes.some((hole) => isInRing(point, hole)));
const GRID = Array.from({ length: 12 * 9 }, (_, at): Position => [
  0.171 + (at % 12) * 0.333,
  0.163 + Math.floor(at / 12) * 0.334
]);

/** Land round a centre, counterclockwise: on the left of its coast. */
const island = fc
  .record({
    x: fc.double({ min: -0.5, max: 4.5, noNaN: true }),
    y: fc.double({ min: -0.5, max: 3.5, noNaN: true }),
    radii: fc.array(fc.double({ min: 0.1, max: 2.4, noNaN: true }), { minLength: 5, maxLength: 14 })
  })
  .map(({ x, y, radii }): Position[] => {
    const ring = radii.map((radius, at): Position => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
    return [...ring, ring[0]!];
  });
const farFromCoast = ([x, y]: Position, ring: readonly Position[]) =>
  ring.slice(1).every((b, at) => {
    const a = ring[at]!;
    const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
    const share = Math.min(1, Math.max(0, ((x! - a[0]!) * dx + (y! - a[1]!) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(x! - a[0]! - share * dx, y! - a[1]! - share * dy) > 1e-6;
  });
const meets = (ring: readonly Position[]) => seaOf([[...ring]], BOX).length > 0;

describe('the sea of a box', () => {
  it('is what an island leaves, whole or cut by the box', () => {
    fc.assert(
      fc.property(island, (ring) => {
        fc.pre(meets(ring));
        const sea = seaOf([ring], BOX);
        for (const point of GRID)
          if (farFromCoast(point, ring))
            expect(isSea(point, sea), String(point)).toBe(!isInRing(point, ring));
      }),
      { numRuns: draws() }
    );
  });

  it('is what a lagoon holds, whole or cut by the box', () => {
    fc.assert(
      fc.property(island, (ring) => {
        const shore = ring.toReversed();
        fc.pre(meets(shore));
        const sea = seaOf([shore], BOX);
        for (const point of GRID)
          if (farFromCoast(point, ring)) expect(isSea(point, sea), String(point)).toBe(isInRing(point, ring));
      }),
      { numRuns: draws() }
    );
  });

  it('leaves an island of an open sea out', () => {
    const coast: Position[] = [[-1, 1], [5, 1]]; // prettier-ignore
    const islet: Position[] = [[1, 0.3], [2, 0.3], [2, 0.7], [1, 0.7], [1, 0.3]]; // prettier-ignore
    const sea = seaOf([coast, islet], BOX);
    expect(isSea([3, 0.5], sea)).toBe(true);
    expect(isSea([1.5, 0.5], sea)).toBe(false);
    expect(isSea([3, 2], sea)).toBe(false);
  });

  it('goes straight on where the extract ends before the box', () => {
    // Land in the south, the sea in the north: the coast stops a kilometre before the border of the box.
    const sea = seaOf([[[3.2, 1], [2, 1], [-1, 1]]], BOX); // prettier-ignore
    expect(isSea([3.9, 2], sea)).toBe(true);
    expect(isSea([3.9, 0.5], sea)).toBe(false);
  });

  it('joins a coast that lacks a stretch', () => {
    const sea = seaOf([[[5, 1], [2.004, 1]], [[2, 1], [-1, 1]]], BOX); // prettier-ignore
    expect(sea).toHaveLength(1);
    expect(isSea([2, 2], sea)).toBe(true);
    expect(isSea([2, 0.5], sea)).toBe(false);
  });

  it('is none without a coast, nor with one that stays outside', () => {
    expect(seaOf([], BOX)).toEqual([]);
    expect(seaOf([[[-2, -1], [6, -1]]], BOX)).toEqual([]); // prettier-ignore
  });
});
