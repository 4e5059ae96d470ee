import { describe, expect, it } from 'vitest';
import { mulberry32, random, xorshift32, type Random } from '../../../src/lib/algorithms/random.ts';

const draw = (next: Random, count: number) => Array.from({ length: count }, () => next());

describe('seeded random numbers', () => {
  // Written down once: every plan and example that a seed gives rests on them.
  it('are those of the published generators', () => {
    expect(draw(xorshift32(1), 3).map((one) => one * 2 ** 32)).toEqual([270369, 67634689, 2647435461]);
    expect(draw(random(1), 2)).toEqual([0.2238934135530144, 0.3801728270482272]);
    expect(draw(mulberry32(1), 2)).toEqual([0.6270739405881613, 0.002735721180215478]);
  });

  it.each([
    ['random', random],
    ['mulberry32', mulberry32]
  ])('%s: the same for a seed, spread evenly over 0..1, unlike for another seed', (_, generator) => {
    for (const seed of [0, 1, 2, 59, 2 ** 31, -7]) {
      const drawn = draw(generator(seed), 10_000);
      expect(draw(generator(seed), 10_000)).toEqual(drawn);
      expect(draw(generator(seed + 1), 3)).not.toEqual(drawn.slice(0, 3));
      const tenths = new Array<number>(10).fill(0);
      for (const one of drawn) tenths[Math.floor(10 * one)]!++;
      expect(drawn.every((one) => one >= 0 && one < 1)).toBe(true);
      for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
    }
  });
});
