// Schools that may still ask: those that exist and have not, and how many of them will at the pace of past years.
import { studentQuantile } from '../../../algorithms/probability.ts';
import { intervalOf, type Interval } from '../forecast/distribution.ts';
import { LEVEL } from '../forecast/forecast.ts';

/** What comes in a year, as past years show it. */
interface YearlyRate {
  /** Mean of the whole years. */
  value: number;
  /** Years counted, and their sum: value = sum / years. */
  years: number;
  sum: number;
  /** Variance of a year as a multiple of Poisson's, at least 1. */
  dispersion: number;
}

/** @returns null without a whole year: nothing is known, which is not zero */
function yearlyRate(counts: readonly (number | null)[]): YearlyRate | null {
  const known = counts.filter((count) => count !== null);
  if (known.length === 0) return null;
  const sum = known.reduce((all, count) => all + count, 0);
  const value = sum / known.length;
  const squares = known.reduce((all, count) => all + (count - value) ** 2, 0);
  const dispersion = known.length < 2 || value === 0 ? 1 : squares / (known.length - 1) / value;
  return { value, years: known.length, sum, dispersion: Math.max(1, dispersion) };
}

export interface RequestsAhead extends Interval {
  value: number;
  /** Schools that have not asked, of all that exist. */
  left: number;
}

/**
 * Schools that will ask for the first time within the next `ahead` years, never more than have not asked: chance of those years, and of the
 * few from which the pace was measured.
 *
 * @param counts first requests, a whole year each; null where unknown
 * @param left schools that exist and have not asked
 * @returns null without a whole year while some schools have not asked
 */
export function requestsAhead(
  counts: readonly (number | null)[],
  left: number,
  ahead: number,
  level = LEVEL
): RequestsAhead | null {
  if (left <= 0) return { value: 0, low: 0, high: 0, left: 0 };
  const rate = yearlyRate(counts);
  if (rate === null) return null;
  const spread = Math.sqrt(rate.dispersion * (1 + ahead / rate.years));
  const coming = intervalOf(
    rate.value * ahead,
    { below: spread, above: spread },
    studentQuantile((1 + level) / 2, Math.max(1, rate.years - 1))
  );
  const within = (count: number) => Math.min(left, count);
  return {
    value: within(rate.value * ahead),
    low: within(coming.low),
    high: within(coming.high),
    left
  };
}
