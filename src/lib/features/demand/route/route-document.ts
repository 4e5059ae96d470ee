// The route problem of the page: the schools and posts of Secteurs under its default settings, the schools that wait, the posts by year.
import type { Dashboard } from '$lib/cube/dashboard.ts';
import { buildProblem, factsOf, unitSchools, type SchoolProblem } from '$lib/engines/assignment/index.ts';
import { DEFAULT_ASSIGNMENT_SETTINGS } from '$lib/model/assignment/settings.ts';
import { type AssignmentFile } from '$lib/model/assignment/assignment-file.ts';
import { type RouteYearPlan } from '$lib/engines/route/index.ts';
import { withTownHalls } from '$lib/engines/travel/index.ts';
import type { Month, SchoolYear } from '$lib/model/school-year.ts';

export interface RouteDocument extends SchoolProblem {
  waiting: { id: string; requested: Month | null }[];
  years: { label: SchoolYear; posts: number }[];
  /** Town halls of the communes where the service works. */
  candidates: { id: string; lat: number; lon: number; minutes: (number | null)[] }[];
  growth: number;
  /** Minutes a week of a full-time post; absent: as today. */
  capacity?: number;
}

export interface RouteChoice {
  years: readonly SchoolYear[];
  posts: readonly number[];
  growth: number;
  stability: number;
  /** Schools of a post; null: as today. */
  schoolsPerPost: number | null;
}

export const teamOf = ({ posts }: AssignmentFile): number => posts.reduce((sum, { fte }) => sum + fte, 0);

/** ROUTE PROBLEM.json, as `npm run route` reads it. */
export function routeDocument(
  file: AssignmentFile,
  dashboard: Dashboard,
  { years, posts, growth, stability, schoolsPerPost }: RouteChoice
): RouteDocument {
  const settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, withWaiting: true };
  const schools = unitSchools(file, factsOf(withTownHalls(dashboard.schools, dashboard.communes)), settings);
  const today = { referents: file.assignment, coordinators: {} };
  const problem = buildProblem(file, schools, today, settings);
  const column = new Map(file.schools.map(({ uai }, at) => [uai, at]));
  const waits = new Set(file.schools.filter(({ waiting }) => waiting).map(({ uai }) => uai));
  const asked = new Map(dashboard.schools.map(({ uai, requested_since }) => [uai, requested_since]));
  const followed = problem.units.filter(({ id }) => !waits.has(id));
  const work = followed.reduce((sum, { workload }) => sum + workload, 0);
  return {
    ...problem,
    stability,
    waiting: problem.units
      .filter(({ id }) => waits.has(id))
      .map(({ id }) => ({ id, requested: asked.get(id) ?? null })),
    years: years.map((label, t) => ({ label, posts: posts[t]! })),
    candidates: file.bases.flatMap((code, row) => {
      const town = dashboard.communes.find((commune) => commune.code === code);
      const minutes = problem.units.map(({ id }) => file.minutes[row]![column.get(id) ?? -1] ?? null);
      return town?.intervention ? [{ id: code, lat: town.town_lat, lon: town.town_lon, minutes }] : [];
    }),
    growth,
    ...(schoolsPerPost !== null &&
      followed.length > 0 && { capacity: (schoolsPerPost * work) / followed.length })
  };
}

/** Travel of a year's plan as the solver counts it, minutes a week. */
export function estimatedRoad(document: RouteDocument, { bases, assignment }: RouteYearPlan): number {
  const rows = new Map(document.referents.map(({ id }, j) => [id, document.minutes[j]!]));
  const places = new Map(document.candidates.map(({ id, minutes }) => [id, minutes]));
  const tenths = document.units.reduce((sum, { id, visits, stopMinutes = 0 }, i) => {
    const post = assignment[id];
    if (post === undefined) return sum;
    const oneWay = (rows.get(post) ?? places.get(bases[post] ?? ''))?.[i] ?? 0;
    return sum + Math.round(20 * visits * oneWay + 10 * stopMinutes);
  }, 0);
  return tenths / 10;
}
