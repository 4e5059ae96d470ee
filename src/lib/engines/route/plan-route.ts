// The route: a calendar of openings, bases of new posts, the split of each year, and the bound of all years together.
import type { LinearSolver } from '../../model/linear.ts';
import type { AssignmentResult, ProblemFile } from '../../model/plan.ts';
import {
  assignmentOf,
  compileProblem,
  quickPlan,
  resultOfPlan,
  solveAssignment
} from '../assignment/index.ts';
import { chooseBases, type Bases } from './bases.ts';
import { calendarOf } from './calendar.ts';
import { coupledBound } from './coupled.ts';
import {
  timesOf,
  todayOf,
  yearProblem,
  type CoupledBound,
  type RouteFile,
  type RouteResult,
  type RouteYearPlan
} from './route-file.ts';

/** `first`: every year has a plan; `years`: they are proven one after the other; `together`: their common bound is raised. */
export type RouteStage = 'first' | 'years' | 'together';

/** A route as it is planned. */
export interface RouteProgress {
  stage: RouteStage;
  /** Years whose plan is final: the first so many. */
  settled: number;
  years: readonly RouteYearPlan[];
  coupled: CoupledBound | null;
  seconds: number;
}

/** How long a route is planned, and how it is told or stopped. */
export interface RouteOptions {
  /** Time of the whole, seconds; 30 by default. */
  seconds?: number;
  onProgress?: (progress: RouteProgress) => void;
  /** Polled: `true` ends with what is known. */
  stop?: () => boolean;
}

/** Share of the time that the years may take, one by one; the rest is for the bound of all. */
const YEARS_SHARE = 0.6;
/** Part of an even share that each later year is sure to keep: most need far less, and one may need more. */
const KEPT = 0.4;
/** Share of the time that the places of new posts may take, and that first plans may. */
const BASES_SHARE = 0.2;
const FIRST_SHARE = 0.35;
/** Seconds that a year is sure of, where all the time is spent. */
const LEAST_SECONDS = 0.1;

/**
 * Plans a route. Openings come first (as many as posts allow, as early as they allow, oldest requests first), then the places of new
 * posts, then a split a year, each solved to its proven optimum given the year before; last, with the time left, a bound of all the years
 * together for these openings and these places. The joint choice of openings, places and splits is never proven. Neither the order of
 * rows nor, unless time runs out, the machine changes the result.
 */
export function planRoute(solver: LinearSolver, route: RouteFile, options: RouteOptions = {}): RouteResult {
  const { seconds: limit = 30, stop, onProgress } = options;
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const opened = route.openings?.map((ids) => [...ids]) ?? calendarOf(route);
  const followed = followedOf(route, opened);
  const isLate = (share: number) => seconds() > share * limit;
  const isOver = (share: number) => stop?.() === true || isLate(share);
  const bases = chooseBases(solver, route, followed, () => isOver(BASES_SHARE));
  const tell = (stage: RouteStage, settled: number, coupled: CoupledBound | null = null) =>
    onProgress?.({ stage, settled, years: [...years], coupled, seconds: seconds() });
  const yearOf = (t: number, current: Readonly<Record<string, string>>) =>
    yearProblem(route, t, { followed: followed[t]!, current, bases });
  const told = (t: number, current: Readonly<Record<string, string>>, result: AssignmentResult) =>
    yearPlan(route, { t, opened, followed, bases, current }, result);

  const years: RouteYearPlan[] = [];
  let current = todayOf(route);
  for (let t = 0; t < route.years.length; t++) {
    const file = yearOf(t, current);
    years.push(
      told(t, current, file ? quickPlan(file, () => isLate(FIRST_SHARE)) : nothingToSplit(followed[t]!))
    );
    current = { ...current, ...years[t]!.assignment };
  }
  tell('first', 0);

  const files: (ProblemFile | null)[] = [];
  current = todayOf(route);
  for (let t = 0; t < years.length; t++) {
    const file = yearOf(t, current);
    files.push(file);
    if (file) {
      const left = (YEARS_SHARE * limit - seconds()) / (1 + KEPT * (years.length - t - 1));
      const found = isOver(1)
        ? quickPlan(file, () => isLate(1))
        : solveYear(solver, file, years[t]!, Math.max(LEAST_SECONDS, left), stop);
      years[t] = told(t, current, found);
    } else years[t] = told(t, current, nothingToSplit(followed[t]!));
    current = { ...current, ...years[t]!.relaxed?.assignment, ...years[t]!.assignment };
    refreshAfter(t, current);
    tell('years', t + 1);
  }

  const whole = files.flatMap((file) => file ?? []);
  const isPlanned = years.every(({ objective }) => objective !== null);
  const coupled =
    isPlanned && whole.length === years.length && !stop?.()
      ? coupledBound(solver, whole, years, {
          seconds: Math.max(LEAST_SECONDS, limit - seconds()),
          stop,
          onProgress: (known) => tell('together', years.length, known)
        })
      : null;
  return {
    status: isPlanned ? 'planned' : 'partial',
    yearsProven: years.every(({ status }) => status === 'optimal'),
    years,
    coupled,
    seconds: seconds()
  };

  /** The plans of later years, told against the year before as it is now. */
  function refreshAfter(settled: number, before: Readonly<Record<string, string>>): void {
    let start = before;
    for (let t = settled + 1; t < years.length; t++) {
      const file = yearOf(t, start);
      if (file)
        years[t] = told(
          t,
          start,
          sameOrQuickPlan(file, years[t]!, () => isLate(YEARS_SHARE))
        );
      start = { ...start, ...years[t]!.assignment };
      // The year after depends on this one's plan, which only a new search changes.
      if (file?.maxPupilsMoved == null) return;
    }
  }
}

/** Units followed each year. */
function followedOf({ problem, waiting }: RouteFile, opened: readonly (readonly string[])[]): Set<string>[] {
  const waits = new Set(waiting.map(({ id }) => id));
  let followed = problem.units.flatMap(({ id }) => (waits.has(id) ? [] : [id]));
  return opened.map((ids) => new Set((followed = [...followed, ...ids])));
}

/** Nothing is followed, or nobody works. */
const nothingToSplit = (followed: ReadonlySet<string>): AssignmentResult => {
  const isEmpty = followed.size === 0;
  const figures = isEmpty ? { objective: 0, bound: 0, gap: 0 } : { objective: null, bound: null, gap: null };
  return { status: isEmpty ? 'optimal' : 'infeasible', ...figures, seconds: 0, assignment: {}, loads: {} };
};

/** The plan of a year as it is, when the year before changed; another where its pupils who change are capped. */
const sameOrQuickPlan = (
  file: ProblemFile,
  { assignment, objective, seconds }: RouteYearPlan,
  stop: () => boolean
): AssignmentResult =>
  objective === null || file.maxPupilsMoved !== null
    ? quickPlan(file, stop)
    : resultOfPlan(file, assignment, seconds);

function solveYear(
  solver: LinearSolver,
  file: ProblemFile,
  { assignment }: RouteYearPlan,
  seconds: number,
  stop?: () => boolean
): AssignmentResult {
  const from = assignmentOf(compileProblem(file), assignment);
  const isKnown = from.every((referent) => referent >= 0);
  return solveAssignment(solver, file, { seconds, stop, ...(isKnown && { from, start: 'none' as const }) });
}

interface YearContext {
  t: number;
  opened: readonly string[][];
  followed: readonly ReadonlySet<string>[];
  bases: Bases;
  current: Readonly<Record<string, string>>;
}

function yearPlan(
  route: RouteFile,
  { t, opened, followed, bases, current }: YearContext,
  result: AssignmentResult
): RouteYearPlan {
  const { problem, newPosts, waiting } = route;
  const { label, posts } = route.years[t]!;
  const { existing, added } = timesOf(route, posts);
  const plan = result.objective === null ? (result.relaxed?.assignment ?? {}) : result.assignment;
  const moved = problem.units.reduce((sum, { id, pupils }) => {
    const [before, now] = [current[id], plan[id]];
    return before !== undefined && now !== undefined && before !== now ? sum + pupils : sum;
  }, 0);
  return {
    label,
    posts,
    opened: opened[t]!,
    waiting: waiting.map(({ id }) => id).filter((id) => !followed[t]!.has(id)),
    bases: Object.fromEntries(
      newPosts.flatMap((id, k) => (added[k]! > 0 && bases[id] ? [[id, bases[id]]] : []))
    ),
    fte: Object.fromEntries([
      ...problem.referents.map(({ id }, j) => [id, existing[j]!] as const),
      ...newPosts.flatMap((id, k) => (added[k]! > 0 ? [[id, added[k]!] as const] : []))
    ]),
    pupilsMoved: moved,
    ...result
  };
}
