/**
 * Demand and means: the children of the next years, the queue of schools and its calendar of openings against the posts, and what sharing the service brings. Pure: no screen, no network.
 * Counts are published ones; null is protected or unknown, never zero. No figure comes without its range.
 *
 * @example
 * ```ts
 * import { forecast, openingAnswer, openingStops, poolingGain } from '$lib/engines/demand';
 *
 * const years = ['2022-2023', '2023-2024', '2024-2025', '2025-2026'];
 * const series = [
 *   { id: 'A', values: [40, 44, 48, 53] },
 *   { id: 'B', values: [null, null, null, null] }
 * ];
 * const { total, series: found } = forecast({ years, series });
 * const [next] = total.next;
 * [next.year, Math.round(next.value), Math.round(next.low), Math.round(next.high)]; // => ["2026-2027", 57, 40, 74]
 * found[1]; // => {"id": "B", "next": null, "why": "protected"}
 *
 * const waits = (id: string) => ({ id, work: 60, minutes: { A: 10 }, isReachable: true });
 * const stops = openingStops({
 *   queue: ['one', 'two', 'three'].map(waits),
 *   posts: [{ id: 'A', fte: 1, load: 120 }],
 *   followed: 2,
 *   today: '2026-11-29',
 *   since: '2025-2026',
 *   cost: 50_000
 * });
 * const { posts, by, cost } = openingAnswer(stops)!;
 * [posts, by, cost]; // => [1.5, "2029-2030", 75000]
 *
 * const school = (id: string, commune: string, roadPooled: number) => ({ id, commune, workload: 60, roadAlone: 10, roadPooled });
 * const gain = poolingGain({
 *   hypotheses: [[school('north', 'A', 10), school('south', 'B', 30)]],
 *   fte: 1,
 *   steps: 1,
 *   spread: 0.1,
 *   teams: [],
 *   actions: [],
 *   purchases: { fixedShare: 0.1, discount: 0.1 }
 * });
 * gain.posts.alone; // => {"low": 2, "central": 2, "high": 2}
 * gain.posts.gain; // => {"low": 0, "central": 1, "high": 1}
 * gain.road.gain.central; // => -20
 * ```
 */
export {
  FEWEST_YEARS,
  LEVEL,
  MOST_YEARS,
  forecast,
  type Forecast,
  type ForecastPoint,
  type SeriesForecast
} from './forecast/forecast.ts';
export { DAMPING } from './forecast/bare-forecast.ts';
export { forecastByPlace } from './forecast/by-place.ts';
export { growthOf } from './forecast/growth.ts';
export { readSeries } from './forecast/read-series.ts';
export { forecastRemarks } from './forecast/remarks.ts';
export { type YearCount } from './forecast/series.ts';
export { openingAnswer, openingStops, type OpeningAnswer, type OpeningStop } from './openings/answer.ts';
export { costSheet, postCost, type PostCost } from './openings/cost.ts';
export { nextRentrees, type OpeningsFacts } from './openings/facts.ts';
export { openingsOf, type OpeningLine, type Openings } from './openings/openings.ts';
export { requestsAhead } from './openings/requests.ts';
export {
  poolingGain,
  postsByRounding,
  type CommuneAlone,
  type PooledSchool,
  type PoolingGain,
  type PoolingRequest
} from './pooling/pooling-gain.ts';
export { POST_STEPS, type PostSteps } from './pooling/posts.ts';
export type { PooledTeam } from './pooling/meetings.ts';
export type { Compared, Range } from './pooling/range.ts';
