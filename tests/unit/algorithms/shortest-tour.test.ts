import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../src/lib/algorithms/random.ts';
import { shortestTour, tourCost } from '../../../src/lib/algorithms/shortest-tour.ts';

function* permutations(items: readonly number[]): Generator<number[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) {
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)])) yield [item, ...rest];
  }
}

function randomCosts(seed: number, size: number, symmetric: boolean) {
  const random = mulberry32(seed);
  const cost = Float64Array.from({ length: size * size }, () => Math.floor(random() * 1000));
  for (let i = 0; i < size; i++) {
    cost[i * size + i] = 0;
    if (symmetric) for (let j = 0; j < i; j++) cost[i * size + j] = cost[j * size + i]!;
  }
  return { size, cost };
}

const stopsTo = (size: number) => Array.from({ length: size - 1 }, (_, i) => i + 1);

describe('a tour', () => {
  it('is the shortest of all, up to 7 stops in any order', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), fc.boolean(), (seed, size, symmetric) => {
        const costs = randomCosts(seed, size, symmetric);
        const { order, cost } = shortestTour(costs, 0, stopsTo(size));
        const best = Math.min(...[...permutations(stopsTo(size))].map((other) => tourCost(costs, 0, other)));
        expect(cost).toBe(best);
        expect(tourCost(costs, 0, order)).toBe(cost);
        expect([...order].sort()).toEqual(stopsTo(size));
      }),
      { numRuns: 40 }
    );
  });

  it('of 8 stops too', () => {
    const costs = randomCosts(4, 9, false);
    const best = [...permutations(stopsTo(9))].reduce(
      (least, order) => Math.min(least, tourCost(costs, 0, order)),
      Infinity
    );
    expect(shortestTour(costs, 0, stopsTo(9)).cost).toBe(best);
  });

  it('beyond 12 stops finds the way round a circle', () => {
    const size = 19;
    const at = (i: number) =>
      [Math.cos((i * 2 * Math.PI) / size), Math.sin((i * 2 * Math.PI) / size)] as const;
    const cost = Float64Array.from({ length: size * size }, (_, cell) => {
      const [[x1, y1], [x2, y2]] = [at((7 * Math.floor(cell / size)) % size), at((7 * (cell % size)) % size)];
      return Math.hypot(x1 - x2, y1 - y2);
    });
    const tour = shortestTour({ size, cost }, 0, stopsTo(size));
    expect(tour.cost).toBeCloseTo(2 * size * Math.sin(Math.PI / size), 9);
    expect(tour.order.length).toBe(18);
  });

  it('stops once at a place named twice, and not at its own base', () => {
    const costs = randomCosts(2, 4, true);
    expect(shortestTour(costs, 0, [1, 1, 0, 2]).order.sort()).toEqual([1, 2]);
    expect(shortestTour(costs, 0, [0])).toEqual({ order: [], cost: 0 });
  });
});
