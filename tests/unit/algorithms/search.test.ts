// Parts of searches that several engines share: step lengths of an ascent, annealing, a knapsack's table.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptedRise, coolingFactor } from '../../../src/lib/algorithms/annealing.ts';
import { addItem } from '../../../src/lib/algorithms/knapsack.ts';
import { random } from '../../../src/lib/algorithms/random.ts';
import { AscentSteps } from '../../../src/lib/algorithms/subgradient.ts';

describe('an ascent', () => {
  it('reaches the top of a concave function whose slopes jump, its height being known', () => {
    // -max |x_i - top_i|: the subgradient moves one coordinate at a time.
    const top = [3, -7, 0.5];
    const steps = new AscentSteps({ patience: 10, factor: 0.7, shortest: 1e-4 });
    let [x, best, at] = [[0, 0, 0], -Infinity, [0, 0, 0]];
    while (!steps.areSpent) {
      const apart = x.map((value, i) => value - top[i]!);
      const i = apart.reduce((most, one, k) => (Math.abs(one) > Math.abs(apart[most]!) ? k : most), 0);
      const value = -Math.abs(apart[i]!);
      if (value > best + 1e-6) {
        [best, at] = [value, x];
        steps.progress();
      } else if (steps.stall()) x = at;
      if (value === 0) break;
      x = x.with(i, x[i]! - steps.length(-value, 1) * Math.sign(apart[i]!));
    }
    expect(best).toBeGreaterThan(-1e-3);
  });

  it('shortens its steps after so many tries without progress, until they are spent', () => {
    const steps = new AscentSteps({ first: 2, patience: 1, factor: 0.5, shortest: 0.5 });
    expect([steps.stall(), steps.stall()]).toEqual([false, true]);
    expect(steps.length(3, 2)).toBe(1.5);
    steps.stall();
    steps.progress();
    expect(steps.stall()).toBe(false);
    expect(steps.areSpent).toBe(false);
    expect(steps.stall()).toBe(true);
    expect(steps.areSpent).toBe(true);
  });
});

describe('annealing', () => {
  it('accepts a rise with the probability of its rule', () => {
    const next = random(5);
    const share = (accepts: () => boolean) =>
      Array.from({ length: 20_000 }, accepts).filter((yes) => yes).length / 20_000;
    expect(share(() => acceptedRise(10, next()) >= 7)).toBeCloseTo(Math.exp(-0.7), 1.7);
  });

  it('cools from the first temperature to the last', () => {
    let temperature = 8;
    for (let moves = 0; moves < 300; moves += 100) temperature *= coolingFactor(8, 1, 100, 300);
    expect(temperature).toBeCloseTo(1, 12);
  });
});

describe('a knapsack', () => {
  const item = fc.record({ weight: fc.nat(6), profit: fc.nat(30) });

  it('holds the best of all sets of items, at each capacity', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.nat(15), (items, room) => {
        const width = room + 1;
        const table = new Float64Array((items.length + 1) * width);
        items.forEach(({ weight, profit }, k) =>
          addItem(table, k * width, (k + 1) * width, room, weight, profit)
        );
        for (let capacity = 0; capacity <= room; capacity++) {
          let best = 0;
          for (let set = 0; set < 1 << items.length; set++) {
            const taken = items.filter((_, k) => set & (1 << k));
            const weight = taken.reduce((sum, one) => sum + one.weight, 0);
            if (weight <= capacity)
              best = Math.max(
                best,
                taken.reduce((sum, one) => sum + one.profit, 0)
              );
          }
          expect(table[items.length * width + capacity]).toBe(best);
        }
      })
    );
  });
});
