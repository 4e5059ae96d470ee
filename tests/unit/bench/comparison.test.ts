// What the bench says of two builds, and of a time on any machine.
import { expect, it } from 'vitest';
import { comparePairs, inTurn, judge, measuredInTurn } from '../../../bench/comparison.ts';
import { inWorks, measured } from '../../../bench/measurement.ts';
import { REFERENCE_WORK_MS, standardWork } from '../../../bench/standard-work.ts';
import { mulberry32 } from '../../../src/lib/algorithms/random.ts';
import { comparisonSummary, comparisonTable, measurementTable } from '../../../bench/text-table.ts';

/** Pairs of times of a machine that slows down during the run, with noise; this build takes `factor` times as long. */
function pairs(factor: number, count: number): [number, number][] {
  const random = mulberry32(7);
  return Array.from({ length: count }, (_, at) => {
    const machine = 100 * (1 + at / count);
    return [factor * machine * (0.98 + 0.04 * random()), machine * (0.98 + 0.04 * random())];
  });
}

it('a build that is a tenth slower is told worse, the same build is not', () => {
  const slower = comparePairs(pairs(1.1, 15));
  expect(slower.low).toBeLessThan(1.1);
  expect(slower.high).toBeGreaterThan(1.1);
  expect(judge(slower)).toBe('worse');
  expect(judge(comparePairs(pairs(1, 15)))).toBe('same');
});

it('a ratio beyond the limit by less than the noise is uncertain', () => {
  expect(judge({ median: 1, ratio: 1.05, low: 0.98, high: 1.1 })).toBe('uncertain');
});

it('two builds are visited in turn, the first one changing, and warm-up rounds do not count', async () => {
  const visits: string[] = [];
  const samples = await inTurn({ current: 'new', former: 'old' }, { rounds: 2, warmUp: 1 }, (site, round) => {
    visits.push(`${site} ${round}`);
    return Promise.resolve(round);
  });
  expect(visits).toEqual(['old -1', 'new -1', 'new 0', 'old 0', 'old 1', 'new 1']);
  expect(samples).toEqual({ current: [0, 1], former: [0, 1] });
});

it('a sample that one build does not tell is left out of the comparison', () => {
  const one = measuredInTurn('x', 'ms', { current: [10, null, 30], former: [5, 5, 15] }, (value) => value);
  expect(one.samples).toBe(2);
  expect(one.former).toMatchObject({ median: 5, ratio: 2 });
});

it('a time and its target are also told as multiples of the standard work', () => {
  const second = measured('x', 's', [1], { at: 'median', most: 2 });
  expect(inWorks(second, 20).works).toEqual({ value: 50, most: 2000 / REFERENCE_WORK_MS });
  expect(inWorks(second, 20, 40).works).toEqual({ value: 50, most: 40 });
  expect(inWorks(measured('x', 'kB', [1]), 20).works).toBeNull();
});

it('the standard work takes a measurable time', () => {
  expect(standardWork()).toBeGreaterThan(1);
});

it('tables show works and ratios where there are some, and count what is worse', () => {
  const plain = measured('taille', 'kB', [3]);
  expect(measurementTable([plain])).not.toContain('travaux');
  expect(comparisonTable([plain])).toBeNull();
  const slower = { ...inWorks(measured('filtre', 'ms', [30]), 10), former: comparePairs(pairs(1.1, 15)) };
  expect(measurementTable([slower])).toContain('travaux');
  expect(comparisonTable([slower])).toMatch(/NON$/);
  expect(comparisonSummary([plain, slower])).toMatch(/comparées : 1 ; pires de plus de 3 % : 1 ; .* : 0$/);
});
