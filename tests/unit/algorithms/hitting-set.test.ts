import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestHittingSet } from '../../../src/lib/algorithms/hitting-set.ts';
import { draws } from '../../draws.ts';

const sets = fc.array(fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 4 }), { maxLength: 8 });
const meets = (members: readonly number[], all: readonly (readonly number[])[]) =>
  all.every((set) => set.some((member) => members.includes(member)));

describe('smallest hitting set', () => {
  it('is as small as any that trying every set finds', () => {
    fc.assert(
      fc.property(sets, (all) => {
        const { members, isSmallest } = smallestHittingSet(all);
        expect(isSmallest).toBe(true);
        expect(meets(members, all)).toBe(true);
        for (let code = 0; code < 256; code++) {
          const some = [0, 1, 2, 3, 4, 5, 6, 7].filter((one) => (code >> one) & 1);
          if (some.length < members.length) expect(meets(some, all)).toBe(false);
        }
      }),
      { seed: 32, numRuns: draws() }
    );
  });

  it('meets every set when it has no time to search, and says so', () => {
    const all = Array.from({ length: 30 }, (_, i) => [i, i + 1, i + 2]);
    const { members, isSmallest } = smallestHittingSet(all, 5);
    expect([meets(members, all), isSmallest]).toEqual([true, false]);
  });
});
