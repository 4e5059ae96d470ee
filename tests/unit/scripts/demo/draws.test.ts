// Draws and shares: the same everywhere, whole, exact.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion } from '../../../../src/lib/algorithms/apportion.ts';
import { seededRandom } from '../../../../scripts/demo/random.ts';

describe('seeded draws', () => {
  it('repeat themselves, and differ from one stream to the next', () => {
    const draw = (seed: number, stream: string) => {
      const random = seededRandom(seed, stream);
      return Array.from({ length: 8 }, () => random.int(0, 999));
    };
    expect(draw(8, 'pathways')).toEqual(draw(8, 'pathways'));
    expect(draw(8, 'pathways')).not.toEqual(draw(8, 'teams'));
    expect(draw(8, 'pathways')).not.toEqual(draw(9, 'pathways'));
  });

  it('stay in their range and reach all of it evenly', () => {
    const random = seededRandom(1, 'range');
    const seen = new Map<number, number>();
    for (let turn = 0; turn < 6000; turn += 1) {
      const value = random.int(3, 8);
      seen.set(value, (seen.get(value) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual([3, 4, 5, 6, 7, 8]);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('shuffle without losing anything', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const shuffled = seededRandom(seed, 'shuffle').shuffle(items);
        const sort = (values: readonly number[]) => [...values].sort((a, b) => a - b);
        expect(sort(shuffled)).toEqual(sort(items));
      })
    );
  });

  it('never pick what weighs nothing, and refuse an empty choice', () => {
    const random = seededRandom(2, 'weights');
    for (let turn = 0; turn < 200; turn += 1) {
      expect(random.weighted(['never', 'always'], (item) => (item === 'always' ? 3 : 0))).toBe('always');
    }
    expect(() => random.weighted(['a'], () => 0)).toThrow(/nothing to draw/);
  });
});

describe('shares of a whole', () => {
  const weights = fc
    .array(fc.nat(1000), { minLength: 1, maxLength: 40 })
    .filter((all) => all.some((one) => one > 0));

  it('sum to it, each within one of its exact part', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (total, all) => {
        const shares = apportion(total, all);
        const sum = all.reduce((a, b) => a + b, 0);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total);
        shares.forEach((share, at) => {
          expect(Math.abs(share - (total * (all[at] ?? 0)) / sum)).toBeLessThan(1);
        });
      })
    );
  });

  it('cannot be made from no weight', () => {
    expect(() => apportion(5, [0, 0])).toThrow(/share nothing/);
  });
});
