// The queue of schools over the coming years, by what posts are created: what asks comes in, what a post can follow comes out.
import { intervalOf, studentQuantile, type Interval } from '../forecast/distribution.ts';

/** What comes in a year, as past years show it. */
export interface YearlyRate {
  /** Mean of the whole years. */
  value: number;
  /** Years counted, and their sum: value = sum / years. */
  years: number;
  sum: number;
  /** Variance of a year as a multiple of Poisson's, at least 1. */
  dispersion: number;
}

/** @returns null without a whole year: nothing is known, which is not zero */
export function yearlyRate(counts: readonly (number | null)[]): YearlyRate | null {
  const known = counts.filter((count) => count !== null);
  if (known.length === 0) return null;
  const sum = known.reduce((all, count) => all + count, 0);
  const value = sum / known.length;
  const squares = known.reduce((all, count) => all + (count - value) ** 2, 0);
  const dispersion = known.length < 2 || value === 0 ? 1 : squares / (known.length - 1) / value;
  return { value, years: known.length, sum, dispersion: Math.max(1, dispersion) };
}

/**
 * Interval of what comes in over the next `ahead` years: chance of those years, and of the few from which the rate was measured.
 *
 * @param level share of the intervals that hold the count
 */
export function comingIn(rate: YearlyRate, ahead: number, level: number): Interval {
  const spread = Math.sqrt(rate.dispersion * (1 + ahead / rate.years));
  return intervalOf(
    rate.value * ahead,
    spread,
    studentQuantile((1 + level) / 2, Math.max(1, rate.years - 1))
  );
}

export interface QueuePoint extends Interval {
  /** Years from now. */
  ahead: number;
  waiting: number;
}

/**
 * Schools waiting now and at the end of each coming year.
 *
 * @param postsByYear full-time posts added each year, the last one repeated; a negative number is posts that fall: their schools wait again
 */
export function queueOf(
  waiting: number,
  rate: YearlyRate,
  schoolsPerPost: number,
  postsByYear: readonly number[],
  { ahead, level }: { ahead: number; level: number }
): QueuePoint[] {
  const points: QueuePoint[] = [{ ahead: 0, waiting, low: waiting, high: waiting }];
  let before: Interval = { low: 0, high: 0 };
  for (let year = 1; year <= ahead; year += 1) {
    const now = comingIn(rate, year, level);
    const taken = (postsByYear[year - 1] ?? postsByYear.at(-1) ?? 0) * schoolsPerPost;
    const last = points.at(-1)!;
    points.push({
      ahead: year,
      waiting: Math.max(0, last.waiting + rate.value - taken),
      low: Math.max(0, last.low + now.low - before.low - taken),
      high: Math.max(0, last.high + now.high - before.high - taken)
    });
    before = now;
  }
  return points;
}
