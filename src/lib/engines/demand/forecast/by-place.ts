// Forecasts of a territory and its places, as they are published: nothing of a place that is protected, and places that add up to the whole.
import { DAMPING } from './bare-forecast.ts';
import { forecast, type Forecast, type ForecastOptions, type ForecastPoint } from './forecast.ts';
import { growthOf } from './growth.ts';
import type { SeriesTable } from './series.ts';

/** Scales a point: its range in proportion. */
const scaled = (point: ForecastPoint, by: number): ForecastPoint => ({
  ...point,
  value: point.value * by,
  low: point.low * by,
  high: point.high * by
});

/**
 * Children of the coming years, by place and in all. A place whose last count is protected or unknown has no forecast: one would narrow what
 * is hidden. Forecasts of the others add up to the total's less what the last published counts leave to the hidden places, grown alike.
 */
export function forecastByPlace(table: SeriesTable, options: ForecastOptions = {}): Forecast {
  const found = forecast(table, options);
  const last = table.years.length - 1;
  const lastOf = new Map(table.series.map(({ id, values }) => [id, values[last] ?? null]));
  const series = found.series.map((one) =>
    (lastOf.get(one.id) ?? null) === null ? { id: one.id, next: null, why: 'protected' as const } : one
  );
  const whole = table.total?.[last] ?? null;
  const shown = series.filter(({ next }) => next !== null);
  if (whole === null || found.total.next === null || found.growth === null || shown.length === 0)
    return { ...found, series };
  const hidden = Math.max(
    0,
    shown.reduce((left, { id }) => left - (lastOf.get(id) ?? 0), whole)
  );
  const factors = found.total.next.map(({ value }, at) => {
    const sum = shown.reduce((all, { next }) => all + next![at]!.value, 0);
    const rest = hidden * growthOf(found.growth!, options.damping ?? DAMPING, at + 1);
    return sum > 0 ? Math.max(0, value - rest) / sum : 1;
  });
  return {
    ...found,
    series: series.map(({ next, ...one }) => ({
      ...one,
      next: next && next.map((point, at) => scaled(point, factors[at]!))
    }))
  };
}
