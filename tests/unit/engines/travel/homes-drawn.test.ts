// The road to homes that nobody knows, beside tours over homes drawn at random; and the bounds that no draw leaves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestTour } from '../../../../src/lib/algorithms/shortest-tour.ts';
import { drawnTerritory, modelled, toured } from '../../../fixtures/travel/homes-drawn.ts';

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

describe('the road counted, beside tours over drawn homes', () => {
  it.each([
    [21, { schools: 24, posts: 3 }],
    [22, { schools: 30, posts: 4 }]
  ])(
    'is within 3 hundredths for a team and a tenth for a post, families within 600 m (territory %i)',
    (seed, shape) => {
      const territory = drawnTerritory(seed, shape);
      const counted = modelled(territory, 600);
      const draws = Array.from({ length: 20 }, (_, at) => toured(territory, 600, at + 1));
      const mean = counted.map((_, j) => sum(draws.map((one) => one[j]!)) / draws.length);
      expect(Math.abs(sum(counted) / sum(mean) - 1)).toBeLessThan(0.03);
      counted.forEach((one, j) => expect(Math.abs(one / mean[j]! - 1)).toBeLessThan(0.1));
    }
  );
});

describe('a tour over homes', () => {
  it('is never under the tour of its schools less one way to a home of each, nor over it and a loop around each', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 9000 }), y: fc.integer({ min: 0, max: 9000 }) });
    const drawn = fc.record({
      base: point,
      schools: fc.array(fc.record({ at: point, homes: fc.array(point, { minLength: 1, maxLength: 3 }) }), {
        minLength: 1,
        maxLength: 4
      }),
      // The way uphill is longer: times are not the same both ways.
      slope: fc.integer({ min: 0, max: 50 })
    });
    fc.assert(
      fc.property(drawn, ({ base, schools, slope }) => {
        const points = [
          base,
          ...schools.map(({ at }) => at),
          ...schools.flatMap(({ at, homes }) =>
            homes.map(({ x, y }) => ({ x: at.x + x / 15, y: at.y + y / 15 }))
          )
        ];
        const size = points.length;
        const cost = points.flatMap((a) =>
          points.map((b) => Math.hypot(a.x - b.x, a.y - b.y) + (slope / 100) * Math.max(0, b.y - a.y))
        );
        const between = (a: number, b: number) => cost[a * size + b]!;
        let next = 1 + schools.length;
        const homesOf = schools.map(({ homes }) => homes.map(() => next++));
        const tour = (stops: readonly number[]) => shortestTour({ size, cost }, 0, stops).cost;
        const overSchools = tour(schools.map((_, s) => s + 1));
        const overHomes = tour(homesOf.flat());
        const delta = (s: number, home: number) => between(s + 1, home) + between(home, s + 1);
        const least = sum(homesOf.map((own, s) => Math.min(...own.map((home) => delta(s, home)))));
        const loops = sum(homesOf.map((own, s) => shortestTour({ size, cost }, s + 1, own).cost));
        const all = sum(homesOf.flatMap((own, s) => own.map((home) => delta(s, home))));
        expect(overHomes).toBeGreaterThanOrEqual(overSchools - least - 1e-6);
        expect(overHomes).toBeLessThanOrEqual(overSchools + loops + 1e-6);
        expect(loops).toBeLessThanOrEqual(all + 1e-6);
      }),
      { numRuns: 1000 }
    );
  });
});
