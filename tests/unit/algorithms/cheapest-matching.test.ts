import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestMatching } from '../../../src/lib/algorithms/cheapest-matching.ts';
import { draws } from '../../draws.ts';

describe('the cheapest matching', () => {
  it('is the one that trying every matching finds', () => {
    const table = fc.integer({ min: 1, max: 5 }).chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.oneof({ weight: 6, arbitrary: fc.nat(20) }, fc.constant(Infinity)), {
          minLength: size ** 2,
          maxLength: size ** 2
        })
      )
    );
    fc.assert(
      fc.property(table, ([size, cost]) => {
        const worth = (columns: Iterable<number>) =>
          [...columns].reduce((sum, column, row) => sum + cost[row * size + column]!, 0);
        const all = (left: number[]): number[][] =>
          left.length === 0 ? [[]] : left.flatMap((one) => all(left.filter((x) => x !== one)).map((rest) => [one, ...rest])); // prettier-ignore
        const least = Math.min(...all([...Array(size).keys()]).map(worth));
        const found = cheapestMatching(cost, size);
        expect(found === null ? Infinity : worth(found)).toBe(least);
      }),
      { numRuns: draws(), seed: 1 }
    );
  });
});
