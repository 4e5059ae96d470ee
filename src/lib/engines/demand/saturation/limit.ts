// How many children the posts can follow, if they are full today.
import { probabilityAbove } from '../forecast/distribution.ts';
import type { ForecastPoint } from '../forecast/forecast.ts';

export interface Limit {
  /** Children that the posts can follow: posts x schools per post x children per school. */
  children: number;
  /** Children for each followed school, today. */
  perSchool: number;
  perPost: number;
}

interface LimitFacts {
  children: number | null;
  followed: number | null;
  posts: number | null;
}

/**
 * Hypothesis: a post follows no more children per school than today. At as many schools per post as today, the limit is today's count.
 *
 * @returns null where a count is protected or unknown, or where no school is followed
 */
export function limitOf(
  { children, followed, posts }: LimitFacts,
  schoolsPerPost: number | null
): Limit | null {
  if (children === null || !followed || !posts || schoolsPerPost === null) return null;
  const perSchool = children / followed;
  const perPost = schoolsPerPost * perSchool;
  return { children: posts * perPost, perSchool, perPost };
}

/** Probability that the children of a coming year exceed the limit, by the forecast's own distribution. */
export const chanceAbove = (point: Pick<ForecastPoint, 'value' | 'spread'>, limit: Limit): number =>
  probabilityAbove(point.value, point.spread, limit.children);
