// The product-limit estimate against published values, against its formula written another way, and its properties.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  medianInterval,
  medianOf,
  survivalCurve,
  type Duration
} from '../../../src/lib/algorithms/survival.ts';
import { draws } from '../../draws.ts';

const durations = fc.array(fc.record({ time: fc.integer({ min: 0, max: 40 }), ended: fc.boolean() }), {
  maxLength: 120
});

/** The estimate by its definition: a product over the distinct times of an end, each counted from the whole list. */
function byDefinition(list: readonly Duration[]) {
  const times = [...new Set(list.filter(({ ended }) => ended).map(({ time }) => time))].sort((a, b) => a - b);
  const factor = (time: number) => {
    const atRisk = list.filter((one) => one.time >= time).length;
    const ended = list.filter((one) => one.ended && one.time === time).length;
    return { atRisk, ended };
  };
  return times.map((time) => {
    const before = times.filter((one) => one <= time).map(factor);
    const share = before.reduce((product, { atRisk, ended }) => product * ((atRisk - ended) / atRisk), 1);
    const variance = before.reduce(
      (sum, { atRisk, ended }) => (ended === atRisk ? sum : sum + ended / (atRisk * (atRisk - ended))),
      0
    );
    const spread = (1.959963984540054 * Math.sqrt(variance)) / Math.log(share);
    const [low, high] = [Math.exp(spread), Math.exp(-spread)].map((power) => share ** power);
    return { time, share, low: Math.min(low!, high!), high: Math.max(low!, high!) };
  });
}

describe('how long paths last', () => {
  it('is the published curve of the remissions of 21 patients (Freireich and others, 1963)', () => {
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => ({ time, ended: true }));
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => ({ time, ended: false }));
    const steps = survivalCurve([...open, ...ended]);
    expect(steps.map(({ time, atRisk, ended: count }) => [time, atRisk, count])).toEqual([
      [6, 21, 3],
      [7, 17, 1],
      [10, 15, 1],
      [13, 12, 1],
      [16, 11, 1],
      [22, 7, 1],
      [23, 6, 1]
    ]);
    const shares = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482];
    steps.forEach(({ share }, at) => expect(share).toBeCloseTo(shares[at]!, 4));
    expect(medianOf(steps)).toBe(23);
    // On the log(-log) scale the upper side of the band never falls to one half.
    expect(medianInterval(steps)).toEqual({ low: 13, high: null });
  });

  it('agrees with its formula to 1e-9, its band too', () => {
    fc.assert(
      fc.property(durations, (list) => {
        const steps = survivalCurve(list);
        const expected = byDefinition(list);
        expect(steps.map(({ time }) => time)).toEqual(expected.map(({ time }) => time));
        steps.forEach(({ share, low, high }, at) => {
          expect(Math.abs(share - expected[at]!.share)).toBeLessThan(1e-9);
          if (share <= 0 || share >= 1) return;
          expect(Math.abs(low - expected[at]!.low)).toBeLessThan(1e-9);
          expect(Math.abs(high - expected[at]!.high)).toBeLessThan(1e-9);
        });
      }),
      { seed: 1958, numRuns: draws() }
    );
  });

  it('only falls, stays within its band, and says the plain shares where nothing is cut', () => {
    fc.assert(
      fc.property(durations, (list) => {
        const steps = survivalCurve(list);
        steps.forEach(({ share, low, high }, at) => {
          expect(share).toBeLessThan(at === 0 ? 1 : steps[at - 1]!.share);
          expect(low).toBeLessThanOrEqual(share);
          expect(high).toBeGreaterThanOrEqual(share);
        });
        const whole = list.map(({ time }) => ({ time, ended: true }));
        for (const { time, share } of survivalCurve(whole))
          expect(share).toBeCloseTo(whole.filter((one) => one.time > time).length / whole.length, 10);
      }),
      { seed: 1926, numRuns: draws() }
    );
  });

  it('has no median while more than half go on, and the exact half is one', () => {
    expect(medianOf(survivalCurve([]))).toBeNull();
    expect(medianOf(survivalCurve([1, 2, 3].map((time) => ({ time, ended: time === 1 }))))).toBeNull();
    expect(medianOf(survivalCurve([1, 2, 3, 4].map((time) => ({ time, ended: true }))))).toBe(2);
  });
});
