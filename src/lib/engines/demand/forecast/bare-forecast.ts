// The values of a forecast, without their intervals: what the back-test repeats on each year known.
import { growthFactor, levelOf, sharedGrowth } from './growth.ts';
import type { OrderedSeries, YearCount } from './series.ts';

/** A forecast without its distribution. */
export interface Bare {
  growth: number | null;
  /** By series, in the order of the table: one value a year ahead, or null. */
  series: (number[] | null)[];
  total: number[] | null;
}

/** Values alone, one a year ahead. */
export function bareForecast(table: OrderedSeries, damping: number, horizon: number): Bare {
  const growth = sharedGrowth(table);
  const ahead = Array.from({ length: horizon }, (_, at) => at + 1);
  const along = (values: readonly YearCount[]) => {
    const level = growth === null ? null : levelOf(values, growth);
    return level && ahead.map((step) => level.value * growthFactor(growth!, damping, step));
  };
  const series = table.series.map(({ values }) => along(values));
  const shown = series.filter((values) => values !== null);
  const total = table.total
    ? along(table.total)
    : shown.length === 0
      ? null
      : ahead.map((_, at) => shown.reduce((sum, values) => sum + values[at]!, 0));
  return { growth, series, total };
}
