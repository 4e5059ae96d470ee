// The route of the page: the schools and posts of Secteurs under its default settings and the road of every page, the schools that wait, the posts by year.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { buildProblem, factsOf, unitSchools } from '$lib/engines/assignment/index.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS, WORK_ALONE } from '$lib/model/assignment/settings.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { makeRoute, type ReadRoute, type RouteFile, type RouteYearPlan } from '$lib/engines/route/index.ts';
import { withTownHalls } from '$lib/engines/travel/index.ts';
import type { Plan } from '$lib/model/plan.ts';
import { atPeak, type RoadSettings } from '$lib/model/travel/travel-settings.ts';
import type { SchoolYear } from '$lib/model/school-year.ts';

export interface RouteChoice {
  years: readonly SchoolYear[];
  posts: readonly number[];
  /** Schools that open each year: the calendar of every page. */
  openings: readonly (readonly string[])[];
  /** Répartition that the years start from; today's by default. */
  plan?: Plan | null;
  stability: number;
  road: RoadSettings;
}

export const askedTeam = ({ posts }: AssignmentFile): number => posts.reduce((sum, { fte }) => sum + fte, 0);

/**
 * What the page asks, and what is left to say of it.
 * @throws {UnusableInput} as `makeRoute` does
 */
export function askedRoute(
  file: AssignmentFile,
  dashboard: Dashboard,
  { years, posts, openings, plan = null, stability, road }: RouteChoice
): ReadRoute {
  const settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, ...WORK_ALONE, withWaiting: true, road };
  const schools = unitSchools(file, factsOf(withTownHalls(dashboard.schools, dashboard.communes)), settings);
  const today = { referents: plan?.referents ?? file.assignment, coordinators: {} };
  const problem = buildProblem(file, schools, today, settings);
  const column = new Map(file.schools.map(({ uai }, at) => [uai, at]));
  const waits = new Set(file.schools.filter(({ waiting }) => waiting).map(({ uai }) => uai));
  const asked = new Map(dashboard.schools.map(({ uai, requested_since }) => [uai, requested_since]));
  return makeRoute({
    problem: { ...problem, stability },
    waiting: problem.units
      .filter(({ id }) => waits.has(id))
      .map(({ id }) => ({ id, requested: asked.get(id) ?? null })),
    years: years.map((label, t) => ({ label, posts: posts[t]! })),
    candidates: file.bases.flatMap((code, row) => {
      const town = dashboard.communes.find((commune) => commune.code === code);
      const minutes = problem.units.map(({ id }) =>
        atPeak(file.minutes[row]![column.get(id) ?? -1] ?? null, road)
      );
      const base = { lat: town?.town_lat ?? 0, lon: town?.town_lon ?? 0 };
      return town?.intervention ? [{ id: code, base, minutes }] : [];
    }),
    growth: 0,
    capacity: null,
    openings
  });
}

/** Travel of a year's plan as the solver counts it, minutes a week. */
export function estimatedRoad(
  { problem, candidates }: Pick<RouteFile, 'problem' | 'candidates'>,
  { bases, assignment }: Pick<RouteYearPlan, 'bases' | 'assignment'>
): number {
  const rows = new Map(problem.referents.map(({ id }, j) => [id, problem.minutes[j]!]));
  const places = new Map(candidates.map(({ id, minutes }) => [id, minutes]));
  const tenths = problem.units.reduce((sum, { id, visits, stopMinutes = 0 }, i) => {
    const post = assignment[id];
    if (post === undefined) return sum;
    const oneWay = (rows.get(post) ?? places.get(bases[post] ?? ''))?.[i] ?? 0;
    return sum + Math.round(20 * visits * oneWay + 10 * stopMinutes);
  }, 0);
  return tenths / 10;
}
