import { describe, expect, it } from 'vitest';
import {
  normalBelow,
  normalQuantile,
  poisson,
  standardNormal,
  studentQuantile
} from '../../../src/lib/algorithms/probability.ts';
import { random } from '../../../src/lib/algorithms/random.ts';

describe('quantiles', () => {
  it('are those of the tables', () => {
    expect(normalQuantile(0.9)).toBeCloseTo(1.2816, 3);
    expect(normalBelow(1.96)).toBeCloseTo(0.975, 4);
    // Student, 90 %: 1, 2, 3, 4 and 30 degrees of freedom.
    for (const [freedom, value] of [
      [1, 3.078],
      [2, 1.886],
      [3, 1.638],
      [4, 1.533],
      [30, 1.31]
    ] as const)
      expect(Math.abs(studentQuantile(0.9, freedom) - value)).toBeLessThan(0.012);
  });

  it('are undone by the probability, and mirrored about one half', () => {
    for (let percent = 1; percent < 100; percent++) {
      const z = normalQuantile(percent / 100);
      expect(normalBelow(z)).toBeCloseTo(percent / 100, 6);
      expect(normalQuantile(1 - percent / 100)).toBeCloseTo(-z, 6);
      expect(studentQuantile(percent / 100, 1e6)).toBeCloseTo(z, 4);
    }
  });
});

describe('draws', () => {
  it('follow the Poisson law, small means and large ones', () => {
    for (const mean of [0.4, 3, 75]) {
      const next = random(7);
      const drawn = Array.from({ length: 20_000 }, () => poisson(next, mean));
      const average = drawn.reduce((a, b) => a + b, 0) / drawn.length;
      const variance = drawn.reduce((a, b) => a + (b - average) ** 2, 0) / drawn.length;
      expect(average / mean).toBeCloseTo(1, 1);
      expect(variance / mean).toBeCloseTo(1, 1);
    }
  });

  it('follow the normal law', () => {
    const next = random(3);
    const drawn = Array.from({ length: 20_000 }, () => standardNormal(next));
    for (const z of [-2, -1, 0, 0.5, 1.5]) {
      const below = drawn.filter((one) => one < z).length / drawn.length;
      expect(below).toBeCloseTo(normalBelow(z), 1.7);
    }
  });
});
