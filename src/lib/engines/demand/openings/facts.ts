// What the calendar of openings is computed from: the queue in its order of priority, the posts, the day it is asked.
import {
  schoolYear,
  schoolYearOf,
  startYear,
  type Month,
  type SchoolYear
} from '../../../model/school-year.ts';

/** Rentrées over which posts are created. */
export const HORIZON = 3;
/** Smallest part of a post that is asked. */
export const POST_STEP = 0.5;

/** A school that waits. */
export interface QueuedSchool {
  id: string;
  /** Minutes a week that it asks of the post that follows it. */
  work: number;
  /** Minutes on the road from each of today's posts; null or absent where there is no way. */
  minutes: Readonly<Record<string, number | null>>;
  /** Whether a new post could have a base from which there is a way. */
  isReachable: boolean;
  /** Schools of one group are followed by one post from the same year. */
  group?: string | null;
}

/** A post of today. */
export interface FollowingPost {
  id: string;
  fte: number;
  /** Minutes a week of the schools that it follows. */
  load: number;
}

export interface OpeningsFacts {
  /** Schools that wait, the one of highest priority first. */
  queue: readonly QueuedSchool[];
  posts: readonly FollowingPost[];
  /** Schools followed today. */
  followed: number;
  /** Day or month at which the question is asked: `2026-11-29`. */
  today: string;
  /** Last year of which anything is known. */
  since: SchoolYear;
  /** Euros a year of a full-time post; null where it is not known. */
  cost: number | null;
  /** Minutes a week that a full-time post can follow; without it, the mean of today's posts. */
  capacity?: number | null;
}

/** Sums of minutes are off by less. */
export const SLACK = 1e-6;

/** Full-time posts of a team. */
export const fteOf = ({ posts }: Pick<OpeningsFacts, 'posts'>): number =>
  posts.reduce((sum, { fte }) => sum + fte, 0);

/** Minutes a week of a full-time post; null where nothing tells it. */
export function capacityOf({ posts, capacity = null }: Pick<OpeningsFacts, 'posts' | 'capacity'>) {
  if (capacity !== null) return capacity > 0 ? capacity : null;
  const team = fteOf({ posts });
  const load = posts.reduce((sum, post) => sum + post.load, 0);
  return team > 0 && load > 0 ? load / team : null;
}

/** The next school year that begins after a day, and those that follow: what is asked today works from there on. */
export function nextRentrees(today: string, since: SchoolYear, count = HORIZON): SchoolYear[] {
  const current = startYear(schoolYearOf(today.slice(0, 7) as Month));
  const first = Math.max(current, startYear(since)) + 1;
  return Array.from({ length: count }, (_, at) => schoolYear(first + at));
}

const halves = (value: number): number => Math.ceil(value / POST_STEP - SLACK) * POST_STEP;

/** Posts created at each rentrée when so many are asked: by equal steps of half a post at least, all within the horizon. */
export function createdByYear(asked: number): number[] {
  const step = Math.max(POST_STEP, halves(asked / HORIZON));
  return Array.from({ length: HORIZON }, (_, at) => Math.min(asked, step * (at + 1)));
}
