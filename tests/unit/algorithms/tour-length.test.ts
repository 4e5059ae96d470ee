// A length without its order is that of the shortest tour, whatever the number of stops.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortestTour } from '../../../src/lib/algorithms/shortest-tour.ts';
import { tourLengths } from '../../../src/lib/algorithms/tour-length.ts';
import { draws } from '../../draws.ts';

it('is the cost of the shortest tour', () => {
  const SIZE = 15;
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 20, arbitrary: fc.nat(999) }, fc.constant(Infinity)), {
        minLength: SIZE * SIZE,
        maxLength: SIZE * SIZE
      }),
      fc.array(fc.uniqueArray(fc.integer({ min: 1, max: SIZE - 1 }), { maxLength: 9 }), {
        minLength: 1,
        maxLength: 6
      }),
      (cost, tours) => {
        const lengthOf = tourLengths({ size: SIZE, cost });
        for (const stops of tours)
          expect(lengthOf(0, stops, stops.length)).toBe(shortestTour({ size: SIZE, cost }, 0, stops).cost);
      }
    ),
    { numRuns: draws(), seed: 1 }
  );
  const cost = Array.from({ length: SIZE * SIZE }, (_, at) => 1 + ((at * 7919) % 97));
  const many = Array.from({ length: SIZE - 1 }, (_, at) => at + 1);
  expect(tourLengths({ size: SIZE, cost })(0, many, many.length)).toBe(
    shortestTour({ size: SIZE, cost }, 0, many).cost
  );
});
