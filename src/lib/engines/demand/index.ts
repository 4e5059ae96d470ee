/**
 * Demand and means: the children and requests of the next years, and the queue of schools against the posts. Pure: no screen, no network.
 * Counts are published ones; null is protected or unknown, never zero. No figure comes without its range.
 *
 * @example
 * ```ts
 * import { forecast, saturation } from '$lib/engines/demand';
 *
 * const years = ['2022-2023', '2023-2024', '2024-2025', '2025-2026'];
 * const series = [
 *   { id: 'A', values: [40, 44, 48, 53] },
 *   { id: 'B', values: [null, null, null, null] }
 * ];
 * const { total, series: found } = forecast({ years, series });
 * const [next] = total.next;
 * [next.year, Math.round(next.value), Math.round(next.low), Math.round(next.high)]; // => ["2026-2027", 57, 45, 70]
 * found[1]; // => {"id": "B", "next": null, "why": "protected"}
 *
 * const facts = { requests: [5, 4, 7, 8], waiting: 11, followed: 67, posts: 6, children: 380 };
 * const { stable, cleared } = saturation(facts);
 * stable.toFixed(2); // => "0.54"
 * cleared.posts.toFixed(1); // => "2.6"
 * ```
 */
export {
  DAMPING,
  FEWEST_YEARS,
  LEVEL,
  MOST_YEARS,
  forecast,
  type Forecast,
  type ForecastOptions,
  type ForecastPoint,
  type NoForecast,
  type SeriesForecast
} from './forecast/forecast.ts';
export { type BackTest, type TestedYear } from './forecast/back-test.ts';
export { growthFactor } from './forecast/growth.ts';
export { readSeries, type ReadSeries } from './forecast/read-series.ts';
export { forecastRemarks } from './forecast/remarks.ts';
export { type CountSeries, type SeriesTable, type YearCount } from './forecast/series.ts';
export { chanceAbove, limitOf, type Limit } from './saturation/limit.ts';
export { comingIn, queueOf, yearlyRate, type QueuePoint, type YearlyRate } from './saturation/queue.ts';
export {
  saturation,
  type Saturation,
  type SaturationFacts,
  type SaturationOptions,
  type Staffing,
  type Unknown
} from './saturation/saturation.ts';
