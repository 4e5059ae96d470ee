import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, nearestRank, upperMedian } from '../../../src/lib/algorithms/statistics.ts';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });

describe('statistics', () => {
  it('of no value are unknown', () => {
    expect([mean([]), nearestRank([], 0.5), upperMedian([])]).toEqual([null, null, null]);
  });

  it('a mean has as much above as below it', () => {
    fc.assert(
      fc.property(values, (list) => {
        const centre = mean(list)!;
        expect(list.reduce((sum, one) => sum + one - centre, 0)).toBeCloseTo(0, 6);
      })
    );
  });

  it('a quantile is the least value that the share of the values does not exceed', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0.01, max: 1, noNaN: true }), (list, share) => {
        const found = nearestRank(list, share)!;
        const upTo = (most: number) => list.filter((one) => one <= most).length;
        expect(list).toContain(found);
        expect(upTo(found)).toBeGreaterThanOrEqual(share * list.length);
        expect(upTo(found - 1)).toBeLessThan(share * list.length);
        const before = [...list];
        upperMedian(list);
        expect(list).toEqual(before);
      })
    );
  });

  it('the upper median has at most half of the values above it, and half or more from it on', () => {
    fc.assert(
      fc.property(values, (list) => {
        const found = upperMedian(list)!;
        expect(list.filter((one) => one > found).length).toBeLessThan(list.length / 2);
        expect(list.filter((one) => one >= found).length).toBeGreaterThanOrEqual(list.length / 2);
      })
    );
  });
});
