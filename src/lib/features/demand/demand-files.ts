// Tables of the page to take away, with the figures that it shows.
import { ABSENT, type Count } from '$lib/cube/filter';
import { numberColumn, tableOf, textColumn } from '$lib/export/columns';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { CommuneForecast } from '$lib/figures/forecast';
import type { DemandState } from './demand-state.svelte';
import type { MeansYear } from './means-years';
import { roundedCount } from './words';

const fileOf = (demand: DemandState, what: string) =>
  `${m.demand_file_name()}-${what}-${demand.cube.dashboard.years.at(-1)}`;

/** A protected count says so; an unknown one is an empty cell. */
const cellOf = ({ value, status }: Count): CsvCell => (status === 'suppressed' ? PROTECTED : value);

/** One row a commune. */
export function communesTable(demand: DemandState): ExportTable {
  const year = demand.figures.communes.find(({ next }) => next)?.next?.[0]?.year ?? '';
  const first = ({ next }: CommuneForecast) => next?.[0];
  const rounded = (value: number | undefined) => (value === undefined ? null : roundedCount(value));
  return tableOf({ name: fileOf(demand, 'communes'), title: m.demand_communes() }, demand.figures.communes, [
    textColumn('code', ({ id }) => id),
    textColumn(m.coverage_col_commune(), ({ name }) => name),
    numberColumn(demand.figures.years.at(-1) ?? '', ({ counts }) => cellOf(counts.at(-1) ?? ABSENT)),
    numberColumn(m.demand_col_foreseen({ year }), (row) => rounded(first(row)?.value)),
    numberColumn(m.demand_col_low(), (row) => rounded(first(row)?.low)),
    numberColumn(m.demand_col_high(), (row) => rounded(first(row)?.high)),
    textColumn(m.demand_col_remark(), ({ why }) =>
      why === null ? '' : why === 'protected' ? m.demand_commune_protected() : m.demand_commune_few_years()
    )
  ]);
}

/** One row a year, known then expected. */
export function meansTable(demand: DemandState, years: readonly MeansYear[]): ExportTable {
  return tableOf({ name: fileOf(demand, 'moyens'), title: m.means_title() }, years, [
    textColumn(m.demand_col_year(), ({ year }) => year),
    textColumn(m.demand_col_kind(), ({ isExpected }) =>
      isExpected ? m.demand_foreseen() : m.demand_observed()
    ),
    numberColumn(m.demand_col_children(), ({ children, forecast }) =>
      children ? cellOf(children) : forecast ? roundedCount(forecast.value) : null
    ),
    numberColumn(m.demand_col_low(), ({ forecast }) => forecast && roundedCount(forecast.low)),
    numberColumn(m.demand_col_high(), ({ forecast }) => forecast && roundedCount(forecast.high)),
    numberColumn(m.means_row_posts(), ({ posts }) => posts),
    numberColumn(m.means_row_followed(), ({ followed }) => followed),
    numberColumn(m.means_row_waiting(), ({ waiting }) => waiting),
    numberColumn(m.means_row_budget(), ({ budget }) => budget),
    numberColumn(m.means_row_added(), ({ added }) => added)
  ]);
}
