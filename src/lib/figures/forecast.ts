// The children followed and those to come, of the territory and of each commune: one forecast for the page, its note, frames and stories.
import type { Count } from '$lib/cube/filter.ts';
import { isWhole } from '$lib/cube/school-flows.ts';
import {
  forecastByPlace,
  MOST_YEARS,
  type SeriesForecast,
  type YearCount
} from '$lib/engines/demand/index.ts';
import { keptFigure } from './kept-figure.ts';

export interface CommuneForecast extends SeriesForecast {
  name: string;
  /** Count of each whole year. */
  counts: readonly Count[];
}

const valuesOf = (counts: readonly Count[]): YearCount[] => counts.map(({ value }) => value);

/** @param damping what is left of the growth from a year to the next, 0 to 1 */
export const childrenForecast = keptFigure((cube, damping: number) => {
  const { dashboard } = cube;
  const last = dashboard.years.at(-1) ?? null;
  /** Whole years, which the forecast rests on. */
  const years = dashboard.years.filter((year) => isWhole(dashboard, year));
  const countsOf = (code: string | null) =>
    years.map((year) =>
      cube.children({
        ...{ year, level: 'ALL', theme: 'ALL' },
        place: code === null ? null : { kind: 'commune', code }
      })
    );
  /** Children followed in each whole year, the territory's published total, and why one has no number. */
  const counts: readonly Count[] = countsOf(null);
  const children: readonly YearCount[] = valuesOf(counts);
  const served = dashboard.communes
    .filter(({ intervention }) => intervention)
    .map(({ code }) => ({ code, name: cube.nameOf(code), counts: countsOf(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  const series = served.map((one) => ({ id: one.code, values: valuesOf(one.counts) }));
  const forecast = forecastByPlace({ years, series, total: children }, { horizon: MOST_YEARS, damping });
  return {
    ...{ years, counts, children, forecast, damping },
    /** The last year is in progress: it tells nothing of a whole one. */
    inProgress: last !== null && !isWhole(dashboard, last) ? last : null,
    /** One row a commune of intervention, in the order of names. */
    communes: served.map(({ code, ...one }): CommuneForecast => ({
      ...forecast.series.find(({ id }) => id === code)!,
      ...one
    })),
    /** The year that comes: the first point of the forecast; null without one. */
    next: forecast.total.next?.[0] ?? null
  };
});

export type ChildrenForecast = ReturnType<typeof childrenForecast>;
