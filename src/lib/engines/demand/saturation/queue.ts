// The queue of schools over the coming years, by what posts are created: what asks comes in, what a post can follow comes out.
import { studentQuantile } from '../../../algorithms/probability.ts';
import { intervalOf, type Interval } from '../forecast/distribution.ts';

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
    { below: spread, above: spread },
    studentQuantile((1 + level) / 2, Math.max(1, rate.years - 1))
  );
}

/** The queue at one time, with its range. */
export interface QueuePoint extends Interval {
  /** Years from now. */
  ahead: number;
  waiting: number;
}

/** What today's posts follow, and how many there are. */
export interface TodaysService {
  posts: number;
  schoolsPerPost: number;
}

/**
 * Schools taken from the queue since today, at the end of each coming year. A service follows as many schools as its posts can; what is
 * followed stays so. Where a post can follow fewer than today, posts created first make up for what today's posts lack; where it can
 * follow more, today's posts take schools at once. A team that falls gives its schools back: a negative number.
 */
export function takenFromQueue(
  postsByYear: readonly number[],
  schoolsPerPost: number,
  today: TodaysService
): number[] {
  const spare = today.posts * (schoolsPerPost - today.schoolsPerPost);
  let added = 0;
  return postsByYear.map((posts) => {
    added += posts;
    if (added < 0 && spare < 0) return added * today.schoolsPerPost;
    const room = added * schoolsPerPost + spare;
    return added < 0 ? room : Math.max(0, room);
  });
}

/**
 * Schools waiting now and at the end of each coming year.
 *
 * @param postsByYear full-time posts added each year, the last one repeated; a negative number is posts that fall: their schools wait again
 * @param today what today's posts follow; without it, as many schools a post as the new ones
 */
export function queueOf(
  waiting: number,
  rate: YearlyRate,
  schoolsPerPost: number,
  postsByYear: readonly number[],
  { ahead, level, today }: { ahead: number; level: number; today?: TodaysService }
): QueuePoint[] {
  const added = Array.from({ length: ahead }, (_, at) => postsByYear[at] ?? postsByYear.at(-1) ?? 0);
  const taken = takenFromQueue(added, schoolsPerPost, today ?? { posts: 0, schoolsPerPost });
  return [
    { ahead: 0, waiting, low: waiting, high: waiting },
    ...taken.map((schools, at) => {
      const coming = comingIn(rate, at + 1, level);
      const left = (came: number) => Math.max(0, waiting + came - schools);
      return {
        ahead: at + 1,
        waiting: left(rate.value * (at + 1)),
        low: left(coming.low),
        high: left(coming.high)
      };
    })
  ];
}
