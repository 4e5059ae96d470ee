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
  /** Minutes a week that a followed school asks of its referent, on average, travel apart; null where unknown. */
  minutesPerSchool?: number | null;
}

export interface SaturationOptions {
  /** Full-time posts created each year; negative when they fall. */
  postsAYear?: number;
  /** Schools that a post follows; without it, as many as today. */
  schoolsPerPost?: number | null;
  /** Minutes a week that a school will ask of its referent: the other face of the same choice, used where `schoolsPerPost` is not given. */
  minutesPerSchool?: number | null;
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

/** Schools a post = minutes of a post / minutes a school. */
export interface PostMinutes {
  /** Minutes a week that a school asks, as chosen. */
  school: number;
  schoolToday: number;
  /** Minutes a week that a full-time post gives its schools, today and later. */
  post: number;
}

/** How many schools a post takes, and where that comes from. */
export interface SchoolsPerPost {
  value: number;
  today: number | null;
  followed: number;
  posts: number;
  /** The same in working time; null where it is not known. */
  minutes: PostMinutes | null;
  /** Full-time posts that today's followed schools lack; negative when today's posts can take more, 0 when they follow as many as they can. */
  missing: number;
}

/** What the queue becomes with the posts of today, and the posts that would clear it. */
export interface Saturation {
  /** Requests a year; null when no whole year is known. */
  requests: YearlyRate | null;
  /** Schools of a full-time post: as today, or as asked. */
  schoolsPerPost: SchoolsPerPost | null;
  /** Posts a year that keep the queue as it is: requests / schools per post. */
  stable: number | null;
  /** Posts that clear the queue: (waiting + years x requests) / schools per post + what today's posts lack. */
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

/** As many schools as today, as asked, or as fit in a post's time at the minutes asked a school. */
function schoolsOfPost(
  { followed, posts, load }: { followed: number | null; posts: number | null; load: number | null },
  asked: number | null,
  askedMinutes: number | null
): SchoolsPerPost | null {
  const today = followed !== null && followed > 0 && posts !== null ? followed / posts : null;
  const post = today !== null && load !== null && load > 0 ? today * load : null;
  const byTime = post !== null && askedMinutes !== null && askedMinutes > 0 ? post / askedMinutes : null;
  const value = asked !== null && asked > 0 ? asked : (byTime ?? today);
  if (value === null) return null;
  return {
    value,
    today,
    followed: followed ?? 0,
    posts: posts ?? 0,
    minutes: post === null ? null : { school: post / value, schoolToday: load!, post },
    missing: today === null || value === today ? 0 : followed! / value - posts!
  };
}

const YEARS_TO_CLEAR = 3;
const YEARS_AHEAD = 4;

/**
 * The queue against the posts. Each figure is one operation on published figures; where one of them is unknown there is no figure, and
 * `unknown` says which. Hypotheses: requests come at the mean pace of past years, a post follows as many schools as today (or as asked,
 * by their number or by the time that each takes), and today's posts are full, since schools wait.
 */
export function saturation(
  { requests: counts, waiting, followed, posts, children, minutesPerSchool: load = null }: SaturationFacts,
  {
    postsAYear = 0,
    schoolsPerPost: asked = null,
    minutesPerSchool: askedMinutes = null,
    years = YEARS_TO_CLEAR,
    ahead = YEARS_AHEAD,
    level = LEVEL
  }: SaturationOptions = {}
): Saturation {
  const requests = yearlyRate(counts);
  const staffed = posts !== null && posts > 0 ? posts : null;
  const perPost = schoolsOfPost({ followed, posts: staffed, load }, asked, askedMinutes);
  const value = perPost?.value ?? null;
  const unknown: Unknown[] = [
    ...(requests === null ? (['requests'] as const) : []),
    ...(waiting === null ? (['waiting'] as const) : []),
    ...(perPost === null ? (['posts'] as const) : [])
  ];
  const stable = requests && perPost && requests.value / perPost.value;
  const schools = requests && waiting !== null ? waiting + years * requests.value : null;
  const clearing =
    schools !== null && perPost ? Math.max(0, schools / perPost.value + perPost.missing) : null;
  const cleared =
    schools !== null && clearing !== null
      ? { posts: clearing, years, schools, aYear: clearing / years }
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
      points: queueOf(waiting!, requests!, perPost!.value, added, {
        ahead,
        level,
        ...(perPost!.today !== null && { today: { posts: perPost!.posts, schoolsPerPost: perPost!.today } })
      })
    };
  };
  const staffing =
    unknown.length > 0
      ? []
      : [
          draw('none', [0]),
          draw('stable', [stable! + Math.max(0, perPost!.missing), stable!]),
          draw('cleared', [...Array.from({ length: years }, () => cleared!.aYear), stable!]),
          draw('chosen', [postsAYear])
        ];
  return { requests, schoolsPerPost: perPost, stable, cleared, limit, staffing, unknown };
}
