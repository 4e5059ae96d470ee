// Forecast of counts by year: growth shared by all series and damped, the own level of each, an interval from their pooled dispersion.
import { intervalOf, normalQuantile, studentQuantile } from './distribution.ts';
import { growthFactor, levelOf } from './growth.ts';
import { residualsOf, testForecast, type BackTest } from './back-test.ts';
import { bareForecast, type Bare } from './bare-forecast.ts';
import { firstYears, ordered, type OrderedSeries, type SeriesTable, type YearCount } from './series.ts';

/** Farthest year forecast: beyond, the interval says nothing any more. */
export const MOST_YEARS = 3;
/** Years that a forecast needs: two give a growth, the third tells how far off it falls. */
export const FEWEST_YEARS = 3;
/** Part of a year's growth that the next one keeps. */
export const DAMPING = 0.7;
export const LEVEL = 0.8;

/** What a year further off adds to the variance of a series, as a share of that of the first; the whole of it for the total. */
const FARTHER = 0.3;
/** Half-width, for the total, between a growth that goes on and one that stops, as a share of what parts them. */
const GROWTH_DOUBT = 0.3;

export interface ForecastOptions {
  /** Years ahead, 1 to 3. */
  horizon?: number;
  /** Share of the intervals that hold the count: 0.8. */
  level?: number;
  /** Part of a year's growth that the next one keeps: 0.7; 1 goes on as before, 0 stays where it is. */
  damping?: number;
}

export interface ForecastPoint {
  year: string;
  value: number;
  low: number;
  high: number;
  /** Standard deviation on the scale of roots, for the probability of a limit. */
  spread: number;
}

/** Why there is no forecast: no count is known, or too few years are. */
export type NoForecast = 'protected' | 'few-years';

export interface SeriesForecast {
  id: string;
  next: ForecastPoint[] | null;
  why: NoForecast | null;
}

export interface Forecast {
  series: SeriesForecast[];
  /** Of the published total; without one, of the sum of the series that have a forecast. */
  total: { next: ForecastPoint[] | null; why: NoForecast | null };
  /** The last year counted; null without any year. */
  since: string | null;
  /** Shared growth a year, as a share; null when it cannot be measured. */
  growth: number | null;
  /** Variance of the counts about their forecasts, as a multiple of Poisson's; null without a back-test. */
  dispersion: number | null;
  backtest: BackTest;
}

interface Spreads {
  /** Standard deviation on the scale of roots, of a series of that level. */
  own: (step: number, since: number) => number;
  total: (value: number, step: number) => number;
  /** Reach of the intervals, in standard deviations. */
  reach: number;
  totalReach: number;
}

/** Spread of the intervals, from what the same method would have missed before; null where it cannot be tried. */
function spreadsOf(table: OrderedSeries, bare: Bare, damping: number, level: number): Spreads | null {
  const { own, total } = residualsOf(table, damping);
  const growth = bare.growth;
  if (growth === null || (own.length === 0 && total.length === 0)) return null;
  const mean = (squares: readonly number[]) => squares.reduce((sum, one) => sum + one, 0) / squares.length;
  const squares = own.map(({ error }) => error ** 2);
  const totals = total.map(({ error }) => error ** 2);
  // Counts are never steadier than chance.
  const dispersion = Math.max(1, mean(squares.length > 0 ? squares : totals));
  const whole = Math.max(1, mean([dispersion, ...totals]));
  const upper = (1 + level) / 2;
  /** What parts a growth that goes on from one that stops, relative to the forecast. */
  const apart = (step: number) =>
    Math.abs(growthFactor(growth, 1, step) - 1) / Math.max(0.01, growthFactor(growth, damping, step));
  return {
    own: (step, since) => Math.sqrt(dispersion * (1 + FARTHER * (step - 1 + since))),
    total: (value, step) => Math.sqrt(whole * step + (GROWTH_DOUBT * apart(step)) ** 2 * value),
    reach: normalQuantile(upper),
    totalReach: studentQuantile(upper, totals.length + 1)
  };
}

/** Forecast with its intervals, without its back-test. */
function forecastOrdered(
  table: OrderedSeries,
  { horizon, level, damping }: Required<ForecastOptions>
): Omit<Forecast, 'backtest'> {
  const steps = Math.max(1, Math.min(MOST_YEARS, Math.round(horizon)));
  const bare = bareForecast(table, damping, steps);
  const spreads = spreadsOf(table, bare, damping, level);
  const year = (at: number) => table.label((table.starts.at(-1) ?? 0) + at + 1);
  const none = (values: readonly YearCount[] | null): NoForecast =>
    values?.every((value) => value === null) ? 'protected' : 'few-years';
  const series = table.series.map(({ id, values }, at): SeriesForecast => {
    const found = bare.series[at];
    if (!found || !spreads) return { id, next: null, why: none(values) };
    const { since } = levelOf(values, bare.growth!)!;
    const next = found.map((value, step) => {
      const spread = spreads.own(step + 1, since);
      return { year: year(step), value, ...intervalOf(value, spread, spreads.reach), spread };
    });
    return { id, next, why: null };
  });
  const whole = spreads && bare.total;
  const protectedAll = table.total
    ? table.total.every((value) => value === null)
    : table.series.every(({ values }) => values.every((value) => value === null));
  return {
    series,
    total: whole
      ? {
          next: whole.map((value, step) => {
            // Student's reach, written as a wider spread, so that one spread gives interval and probability.
            const spread = (spreads.total(value, step + 1) * spreads.totalReach) / spreads.reach;
            return { year: year(step), value, ...intervalOf(value, spread, spreads.reach), spread };
          }),
          why: null
        }
      : { next: null, why: protectedAll ? 'protected' : 'few-years' },
    since: table.starts.length === 0 ? null : table.label(table.starts.at(-1)!),
    growth: bare.growth,
    dispersion: spreads && spreads.own(1, 0) ** 2
  };
}

/**
 * Counts of the next years. Growth is shared by all series and slows down, each keeps its own level; the interval is that of counts more
 * dispersed than chance (over-dispersed Poisson), by the dispersion that the same method shows on the years known. The order of
 * series and years changes nothing. A series without any known count has no forecast, and says why.
 *
 * Intervals are calibrated on synthetic series (shared growth, shocks by series and in common): see the tests.
 */
export function forecast(
  table: SeriesTable,
  { horizon = 1, level = LEVEL, damping = DAMPING }: ForecastOptions = {}
): Forecast {
  const rows = ordered(table);
  const asked = { level, damping };
  return {
    ...forecastOrdered(rows, { ...asked, horizon }),
    backtest: testForecast(
      rows,
      asked,
      (length) => forecastOrdered(firstYears(rows, length), { ...asked, horizon: 1 }).total.next?.[0] ?? null
    )
  };
}
