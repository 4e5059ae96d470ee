// Forecast of counts by year: growth shared by all series and damped, the own level of each, an interval from their pooled dispersion.
import type { DrawSpread } from './distribution.ts';
import { residualsOf, testForecast, type BackTest } from './back-test.ts';
import { bareForecast, DAMPING, type Track } from './bare-forecast.ts';
import { firstYears, ordered, type OrderedSeries, type SeriesTable, type YearCount } from './series.ts';
import { dispersionOf, ownNoise, pointOf, totalNoise, type Noise } from './spread.ts';

/** Farthest year forecast: beyond, the interval says nothing any more. */
export const MOST_YEARS = 3;
/** Years that a forecast needs: two give a growth, the third tells how far off it falls. */
export const FEWEST_YEARS = 3;
/** Share of futures that a range holds. */
export const LEVEL = 0.8;

export interface ForecastOptions {
  /** Years ahead, 1 to 3. */
  horizon?: number;
  /** Share of the intervals that hold the count: 0.8. */
  level?: number;
  /** Part of a year's growth that the next one keeps: 0.7, with doubt; 1 goes on as before, 0 stays where it is, both without. */
  damping?: number;
}

/** A coming year with its range. */
export interface ForecastPoint {
  year: string;
  value: number;
  low: number;
  high: number;
  /** Standard deviations on the scale of roots, for the probability of a limit. */
  spread: DrawSpread;
}

/** Why there is no forecast: no count is known, or too few years are. */
export type NoForecast = 'protected' | 'few-years';

/** The coming years of one series; null with the reason where there are none. */
export interface SeriesForecast {
  id: string;
  next: ForecastPoint[] | null;
  why: NoForecast | null;
}

/** The coming years, in total and by series, with the past years that test them. */
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

/** Forecast with its intervals, without its back-test. */
function forecastOrdered(
  table: OrderedSeries,
  { horizon, level, damping }: Required<ForecastOptions>
): Omit<Forecast, 'backtest'> {
  const steps = Math.max(1, Math.min(MOST_YEARS, Math.round(horizon)));
  const bare = bareForecast(table, damping, steps);
  // What chance does to counts is not what a reader supposes of their growth.
  const { own, total, common } = residualsOf(table, DAMPING);
  const rows = own.length > 0 ? own : total;
  const tried = bare.growth !== null && rows.length > 0;
  const points = (track: Track, noiseAt: (step: number) => Noise): ForecastPoint[] =>
    track.values.map((_, at) => ({
      year: table.label((table.starts.at(-1) ?? 0) + at + 1),
      ...pointOf(track, at + 1, noiseAt(at + 1), level)
    }));
  const none = (values: readonly YearCount[]): NoForecast =>
    values.every((value) => value === null) ? 'protected' : 'few-years';
  const series = table.series.map(({ id, values }, at): SeriesForecast => {
    const track = bare.series[at];
    if (!track || !tried) return { id, next: null, why: none(values) };
    return { id, next: points(track, (step) => ownNoise(track, step, rows)), why: null };
  });
  const shown = series.filter(({ next }) => next !== null);
  const alone = shown.length === 1 ? table.series.find(({ id }) => id === shown[0]!.id) : undefined;
  /** One series alone has one range. */
  const same = alone && (!table.total || table.total.every((value, at) => value === alone.values[at]));
  const whole = same
    ? shown[0]!.next
    : tried && bare.total && points(bare.total, (step) => totalNoise(bare, step, own, common));
  return {
    series,
    total: whole
      ? { next: whole, why: null }
      : { next: null, why: none(table.total ?? table.series.flatMap(({ values }) => values)) },
    since: table.starts.length === 0 ? null : table.label(table.starts.at(-1)!),
    growth: bare.growth,
    dispersion: tried ? dispersionOf(rows) : null
  };
}

/**
 * Counts of the next years. Growth is shared by all series and slows down, each keeps its own level; the interval goes from a growth that
 * stops to one that goes on, and beyond by as much as counts differ from what the same method announces of the years known. The order of
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
