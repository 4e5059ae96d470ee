import { describe, expect, it } from 'vitest';
import { effectiveSize, splitRHat } from '../../../src/lib/algorithms/chain-diagnostics.ts';
import { standardNormal } from '../../../src/lib/algorithms/probability.ts';
import { random } from '../../../src/lib/algorithms/random.ts';

describe('the figures of chains', () => {
  const next = random(11);
  const gauss = () => standardNormal(next);
  const chain = (inertia: number, centre = 0) => {
    let value = gauss();
    return Array.from({ length: 2000 }, () => {
      value = inertia * value + Math.sqrt(1 - inertia ** 2) * gauss();
      return centre + value;
    });
  };

  it('are 1 and the number of draws for independent draws, and less for draws that depend on each other', () => {
    const [free, tied] = [0, 0.8].map((inertia) => [1, 2, 3, 4].map(() => chain(inertia)));
    expect(splitRHat(free!)).toBeCloseTo(1, 2);
    expect(effectiveSize(free!)! / 8000).toBeGreaterThan(0.85);
    // An autoregression of 0.8 is worth one draw in nine.
    expect(effectiveSize(tied!)! / (8000 / 9)).toBeGreaterThan(0.7);
    expect(effectiveSize(tied!)! / (8000 / 9)).toBeLessThan(1.3);
  });

  it('tell chains that disagree, and are unknown for chains too short', () => {
    expect(splitRHat([chain(0), chain(0, 2)])).toBeGreaterThan(1.3);
    expect(effectiveSize([chain(0), chain(0, 2)])).toBeLessThan(20);
    expect([splitRHat([[1, 2]]), effectiveSize([])]).toEqual([null, null]);
    expect(splitRHat([new Array<number>(20).fill(3)])).toBe(1);
  });
});
