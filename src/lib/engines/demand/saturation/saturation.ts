// The waiting list against the posts: what keeps it as it is, what clears it, and how many children the posts can follow.
import { LEVEL } from '../forecast/forecast.ts';
import { limitOf, type Limit } from './limit.ts';
import { queueOf, yearlyRate, type QueuePoint, type YearlyRate } from './queue.ts';

export interface SaturationFacts {
  /** Schools that asked for the first time, a whole year each; null where unknown. */
  requests: readonly (number | null)[];
  /** Schools waiting now; null where unknown. */
  waiting: number | null;
  /** Schools followed now; null where unknown. */
  followed: number | null;
  /** Full-time posts of referents; null where unknown. */
  posts: number | null;
  /** Children followed in the last whole year; null where protected or unknown. */
  children: number | null;
}

export interface SaturationOptions {
  /** Full-time posts created each year; negative when they fall. */
  postsAYear?: number;
  /** Schools that a post follows; without it, as many as today. */
  schoolsPerPost?: number | null;
  /** Years in which the queue is to be cleared. */
  years?: number;
  /** Years drawn. */
  ahead?: number;
  level?: number;
}

/** Why a figure is not given. */
export type Unknown = 'requests' | 'waiting' | 'posts';

export interface Staffing {
  kind: 'none' | 'stable' | 'cleared' | 'chosen';
  /** Posts added, by year. */
  posts: number[];
  points: QueuePoint[];
}

export interface Saturation {
  /** Requests a year; null when no whole year is known. */
  requests: YearlyRate | null;
  /** Schools of a full-time post: as today, or as asked. */
  schoolsPerPost: { value: number; today: number | null; followed: number; posts: number } | null;
  /** Posts a year that keep the queue as it is: requests / schools per post. */
  stable: number | null;
  /** Posts that clear the queue: (waiting + years x requests) / schools per post. */
  cleared: { posts: number; years: number; schools: number; aYear: number } | null;
  /** Children that today's posts can follow; null where protected or unknown. */
  limit: Limit | null;
  /** Three staffing levels, and the one chosen. */
  staffing: Staffing[];
  /** What is unknown, so that nothing is computed from it. */
  unknown: Unknown[];
}

/** Posts by year, none taken from a team that has none left. */
function withinTeam(posts: readonly number[], team: number): number[] {
  let left = team;
  return posts.map((added) => {
    const kept = Math.max(added, 0 - left);
    left += kept;
    return kept;
  });
}

const YEARS_TO_CLEAR = 3;
const YEARS_AHEAD = 4;

/**
 * The queue against the posts. Each figure is one operation on published figures; where one of them is unknown there is no figure, and
 * `unknown` says which. Hypotheses: requests come at the mean pace of past years, a post follows as many schools as today (or as asked),
 * and today's posts are full, since schools wait.
 */
export function saturation(
  { requests: counts, waiting, followed, posts, children }: SaturationFacts,
  {
    postsAYear = 0,
    schoolsPerPost: asked = null,
    years = YEARS_TO_CLEAR,
    ahead = YEARS_AHEAD,
    level = LEVEL
  }: SaturationOptions = {}
): Saturation {
  const requests = yearlyRate(counts);
  const staffed = posts !== null && posts > 0 ? posts : null;
  const today = followed !== null && followed > 0 && staffed !== null ? followed / staffed : null;
  const value = asked !== null && asked > 0 ? asked : today;
  const perPost = value === null ? null : { value, today, followed: followed ?? 0, posts: staffed ?? 0 };
  const unknown: Unknown[] = [
    ...(requests === null ? (['requests'] as const) : []),
    ...(waiting === null ? (['waiting'] as const) : []),
    ...(perPost === null ? (['posts'] as const) : [])
  ];
  const stable = requests && perPost && requests.value / perPost.value;
  const schools = requests && waiting !== null ? waiting + years * requests.value : null;
  const cleared =
    schools !== null && perPost
      ? { posts: schools / perPost.value, years, schools, aYear: schools / perPost.value / years }
      : null;
  const limit = limitOf({ children, followed, posts: staffed }, value);
  const draw = (kind: Staffing['kind'], each: number[]): Staffing => {
    const added = withinTeam(
      Array.from({ length: ahead }, (_, at) => each[at] ?? each.at(-1) ?? 0),
      staffed ?? 0
    );
    return {
      kind,
      posts: added,
      points: queueOf(waiting!, requests!, perPost!.value, added, { ahead, level })
    };
  };
  const staffing =
    unknown.length > 0
      ? []
      : [
          draw('none', [0]),
          draw('stable', [stable!]),
          draw('cleared', [...Array.from({ length: years }, () => cleared!.aYear), stable!]),
          draw('chosen', [postsAYear])
        ];
  return { requests, schoolsPerPost: perPost, stable, cleared, limit, staffing, unknown };
}
