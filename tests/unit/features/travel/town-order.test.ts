// Times from one commune to many others: the nearest is first, what no road reaches is last.
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { nearestTo, type Town } from '../../../../src/lib/features/travel/times/town-order.ts';

const town = (index: number): Town => ({ code: `c${index}`, name: `Commune ${index}`, index });

describe('the communes around one of them', () => {
  it('are the others, the nearest first, those without a road last', () => {
    const times = fc.array(fc.option(fc.nat(5000), { nil: null }), { minLength: 1, maxLength: 92 });
    fc.assert(
      fc.property(times, (row) => {
        const towns = row.map((_, index) => town(index));
        const near = nearestTo(towns, [row], towns[0]!);
        expect(near.map(({ town: { code } }) => code).sort()).toEqual(
          towns
            .slice(1)
            .map(({ code }) => code)
            .sort()
        );
        const seconds = near.map((one) => one.seconds ?? Infinity);
        expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
      }),
      { seed: 31 }
    );
  });
});
