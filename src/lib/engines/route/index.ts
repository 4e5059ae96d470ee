/**
 * A route over several years: which schools open each year, where new posts are based, and an assignment a year.
 *
 * `readRoute` makes a route from a ROUTE PROBLEM.json, `makeRoute` from its parts, `calendarOf` its openings, `planRoute` its bases and plans, given a linear solver;
 * `checkRoute` tests what the result claims, by code apart from the solver.
 *
 * @example
 * ```ts
 * import { checkRoute, planRoute, readRoute } from '$lib/engines/route';
 * import { bootHighs } from '$lib/solver/highs.ts';
 *
 * const { route } = readRoute({
 *   units: [
 *     { id: 'north', workload: 60, visits: 1, current: 'A' },
 *     { id: 'south', workload: 60, visits: 1 }
 *   ],
 *   referents: [{ id: 'A' }],
 *   minutes: [[5, 20]],
 *   tolerance: 1,
 *   waiting: ['south'],
 *   years: [{ label: '2026-2027', posts: 2 }],
 *   candidates: [{ id: 'town', minutes: [20, 10] }]
 * });
 * const result = planRoute(await bootHighs(), route);
 * Object.values(result.years[0].bases); // => ["town"]
 * checkRoute(route, result); // => []
 * ```
 */
export { checkRoute } from './check-route.ts';
export { planRoute, type RouteOptions, type RouteProgress, type RouteStage } from './plan-route.ts';
export { calendarOf } from './calendar.ts';
export { makeRoute, type RouteParts } from './make-route.ts';
export { readRoute } from './read-route.ts';
export type {
  Candidate,
  CoupledBound,
  ReadRoute,
  RouteFile,
  RouteResult,
  RouteYear,
  RouteYearPlan,
  WaitingUnit
} from './route-file.ts';
