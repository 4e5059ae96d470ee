// A route over several years: schools that wait, posts by year, places where new posts may be based; and the split problem of each year.
import type { Finding } from '../../model/findings.ts';
import type { AssignmentResult, Base, ProblemFile, Referent } from '../../model/plan.ts';

/** A unit that waits to be followed. */
export interface WaitingUnit {
  id: string;
  /** When it was requested, as text that sorts by time (2025-01); null when unknown, which comes last. */
  requested: string | null;
}

/** A year to plan. */
export interface RouteYear {
  label: string;
  /** Full-time equivalents of referents that year. */
  posts: number;
  /** Years after the first one: the exponent of growth. */
  after: number;
}

/** A place where a new post may be based. */
export interface Candidate {
  id: string;
  base: Base | null;
  /** One way to each unit, in the problem's order; null without a way. */
  minutes: readonly (number | null)[];
}

/** ROUTE PROBLEM.json, read. */
export interface RouteFile {
  /** Every unit, followed or waiting; the referents that exist. */
  problem: ProblemFile;
  waiting: readonly WaitingUnit[];
  /** In order of time. */
  years: readonly RouteYear[];
  candidates: readonly Candidate[];
  /** Percent a year on the workloads of followed units. */
  growth: number;
  /** Minutes a week of workload that a full-time post can take. */
  capacity: number;
  /** Ids of the new posts, in the order in which they are created. */
  newPosts: readonly string[];
  /** Units that open each year, where they are decided elsewhere; without it, `calendarOf` decides. */
  openings?: readonly (readonly string[])[];
}

/** A year of the route: what opens, where the new posts are, and the split, with the fields of an `AssignmentResult`. */
export interface RouteYearPlan extends AssignmentResult {
  label: string;
  posts: number;
  /** Units that open this year. */
  opened: string[];
  /** Units that still wait at its end, in order of id. */
  waiting: string[];
  /** New post -> place, for the posts that work this year. */
  bases: Record<string, string>;
  /** Referent -> full-time equivalent, for those that work this year. */
  fte: Record<string, number>;
  /** Pupils followed the year before (today, for the first year) by another referent, one who left included. */
  pupilsMoved: number;
}

/** What is known of the years taken together, the openings and the bases being given. */
export interface CoupledBound {
  status: 'optimal' | 'feasible' | 'unknown';
  /** Sum of the objectives of the years' plans. */
  objective: number;
  /** No assignment of all the years, for these openings and bases, costs less; null when nothing was proven in time. */
  bound: number | null;
  /** (objective - bound) / objective */
  gap: number | null;
  /** The cheapest assignment of all the years that was met, when it is cheaper than the years' plans; null otherwise. */
  best: number | null;
  seconds: number;
}

/**
 * `planned`: every year has a plan. `partial`: some year has none that keeps its rules (its `conflict` and nearest plan, `relaxed`, are
 * told, and the next year starts from it), or nobody works.
 */
export interface RouteResult {
  status: 'planned' | 'partial';
  /** Every year was solved to its proven optimum, given the year before, the openings and the bases. The joint choice never is. */
  yearsProven: boolean;
  years: RouteYearPlan[];
  /** null where a year has no plan, or before it was computed. */
  coupled: CoupledBound | null;
  seconds: number;
}

/** A route as it is used, and what was doubtful in its file. */
export interface ReadRoute {
  route: RouteFile;
  findings: Finding[];
}

const EPSILON = 1e-9;

/** Full-time equivalent of each existing referent and of each new post, in a year. Below the present team, everyone works less. */
export function timesOf(
  { problem, newPosts }: Pick<RouteFile, 'problem' | 'newPosts'>,
  posts: number
): { existing: number[]; added: number[] } {
  const team = problem.referents.reduce((sum, { fte }) => sum + fte, 0);
  const share = posts < team ? posts / team : 1;
  const excess = Math.max(0, posts - team);
  return {
    existing: problem.referents.map(({ fte }) => fte * share),
    added: newPosts
      .map((_, k) => Math.min(1, Math.max(0, excess - k)))
      .map((one) => (one < EPSILON ? 0 : one))
  };
}

/** New posts that so many full-time equivalents make. */
export const newPostsOf = (team: number, posts: number): number =>
  Math.max(0, Math.ceil(posts - team - EPSILON));

/** What workloads are multiplied by. */
export const growthFactor = (
  { growth }: Pick<RouteFile, 'growth'>,
  { after }: Pick<RouteYear, 'after'>
): number => (1 + growth / 100) ** after;

/** State at the start of a year. */
export interface YearStart {
  /** Units followed this year, those that open included. */
  followed: ReadonlySet<string>;
  /** unit -> referent the year before */
  current: Readonly<Record<string, string>>;
  /** New post -> place */
  bases: Readonly<Record<string, string>>;
}

/** The split problem of a year; null when nobody works or nothing is followed. */
export function yearProblem(route: RouteFile, t: number, start: YearStart): ProblemFile | null {
  const { problem } = route;
  const year = route.years[t]!;
  const factor = growthFactor(route, year);
  const { existing, added } = timesOf(route, year.posts);
  const kept = problem.units.flatMap(({ id }, i) => (start.followed.has(id) ? [i] : []));
  const placeOf = new Map(route.candidates.map((place) => [place.id, place]));
  const team = problem.referents.map((one, j): { referent: Referent; row: readonly (number | null)[] } => ({
    referent: { ...one, fte: existing[j]! },
    row: problem.minutes[j]!
  }));
  const created = route.newPosts.flatMap((id, k) => {
    const place = placeOf.get(start.bases[id] ?? '');
    if (added[k] === 0 || !place) return [];
    return [{ referent: { id, fte: added[k]!, base: place.base, coordinator: null }, row: place.minutes }];
  });
  const posts = [...team, ...created];
  if (kept.length === 0 || !posts.some(({ referent }) => referent.fte > 0)) return null;
  const ids = new Set(posts.map(({ referent }) => referent.id));
  const isKept = ([a, b]: readonly [string, string]) => start.followed.has(a) && start.followed.has(b);
  return {
    ...problem,
    units: kept.map((i) => {
      const unit = problem.units[i]!;
      const before = start.current[unit.id];
      return {
        ...unit,
        workload: unit.workload * factor,
        current: before !== undefined && ids.has(before) ? before : null
      };
    }),
    referents: posts.map(({ referent }) => referent),
    minutes: posts.map(({ row }) => kept.map((i) => row[i]!)),
    pins: problem.pins.filter(([unit]) => start.followed.has(unit)),
    apart: problem.apart.filter(isKept),
    together: problem.together.filter(isKept),
    neighbours: problem.neighbours.filter(isKept),
    coordinatorTolerance: created.length > 0 ? null : problem.coordinatorTolerance
  };
}

/** unit -> referent today, for the units that are followed. */
export const todayOf = ({ problem, waiting }: RouteFile): Record<string, string> => {
  const waits = new Set(waiting.map(({ id }) => id));
  return Object.fromEntries(
    problem.units.flatMap(({ id, current }) => (current && !waits.has(id) ? [[id, current] as const] : []))
  );
};
