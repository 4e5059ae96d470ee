// The axis of travel of the charts of plans.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks } from '../../../../src/lib/features/sectors/search/time-ticks.ts';

describe('the axis of travel', () => {
  it('stands on whole hours for plans of some hours, on parts of an hour for plans that are near', () => {
    expect(timeTicks([914, 1019])).toEqual([900, 930, 960, 990, 1020]);
    expect(timeTicks([1210, 1225])).toEqual([1210, 1215, 1220, 1225, 1230]);
  });

  it('holds every value between its ends, with few ticks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 20_000, noNaN: true }), { minLength: 1, maxLength: 9 }),
        (values) => {
          const ticks = timeTicks(values);
          expect(ticks[0]!).toBeLessThanOrEqual(Math.min(...values));
          expect(ticks.at(-1)!).toBeGreaterThan(Math.max(...values));
          expect(ticks.length).toBeLessThanOrEqual(5);
        }
      )
    );
  });
});
