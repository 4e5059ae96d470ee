// Synthetic territories whose truth is known: eleven communes, a shared growth, shocks by commune and in common, counts by chance.
import { random } from '../../../../src/lib/model/random.ts';

export const KNOWN_YEARS = 5;
export const COMMUNES = 11;

export interface Hypothesis {
  growth: 'steady' | 'fading' | 'random';
  /** Standard deviation of the shock of a commune and year, as a share. */
  own: number;
  /** The same of the shock that all communes share. */
  shared: number;
}

export const HYPOTHESES: Hypothesis[] = (['steady', 'fading', 'random'] as const).flatMap((growth) => [
  { growth, own: 0, shared: 0 },
  { growth, own: 0.1, shared: 0 },
  { growth, own: 0.1, shared: 0.03 },
  { growth, own: 0.2, shared: 0 }
]);

/** Counts by commune and year; the years after the fifth are those to foresee. */
export function syntheticTerritory(
  seed: number,
  { growth, own, shared }: Hypothesis,
  years: number
): number[][] {
  const draw = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  const poisson = (mean: number): number => {
    const least = Math.exp(-mean);
    let [count, product] = [-1, 1];
    do {
      count += 1;
      product *= draw();
    } while (product > least);
    return count;
  };
  const shock = (deviation: number) => Math.exp(deviation * normal() - deviation ** 2 / 2);
  const first = 0.05 + 0.15 * draw();
  const levels = Array.from({ length: COMMUNES }, () => Math.min(120, 28 * Math.exp(0.5 * normal())));
  const counts: number[][] = levels.map(() => []);
  for (let year = 0; year < years; year += 1) {
    const rate =
      growth === 'steady'
        ? first
        : growth === 'fading'
          ? 1.5 * first * 0.6 ** (year - 1)
          : -0.15 + 0.35 * draw();
    const common = year === 0 ? 1 : (1 + rate) * shock(shared);
    levels.forEach((level, commune) => {
      levels[commune] = level * common;
      counts[commune]!.push(poisson(levels[commune]! * shock(own)));
    });
  }
  return counts;
}
