// Tables of the page to take away, with the figures that it shows.
import { ABSENT, type Count } from '$lib/cube/filter';
import { numberColumn, tableOf, textColumn } from '$lib/export/columns';
import { PROTECTED, type CsvCell } from '$lib/export/csv';
import type { ExportTable } from '$lib/export/table';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { CommuneForecast, DemandState } from './demand-state.svelte';
import { queueLines } from './charts/queue-words';
import { roundedCount } from './words';

const fileOf = (demand: DemandState, what: string) =>
  `${m.demand_file_name()}-${what}-${demand.cube.dashboard.years.at(-1)}`;

/** A protected count says so; an unknown one is an empty cell. */
const cellOf = ({ value, status }: Count): CsvCell => (status === 'suppressed' ? PROTECTED : value);

interface ChildrenRow {
  year: string;
  kind: string;
  value: CsvCell;
  low: number | null;
  high: number | null;
}

/** One row a year, observed then foreseen. */
export function childrenTable(demand: DemandState): ExportTable {
  const observed = demand.years.map((year, at): ChildrenRow => {
    const value = cellOf(demand.counts[at] ?? ABSENT);
    return { year, kind: m.demand_observed(), value, low: null, high: null };
  });
  const foreseen = (demand.forecast.total.next ?? []).map(({ year, value, low, high }): ChildrenRow => ({
    year,
    kind: m.demand_foreseen(),
    value: roundedCount(value),
    low: roundedCount(low),
    high: roundedCount(high)
  }));
  return tableOf(
    { name: fileOf(demand, 'enfants'), title: m.demand_children() },
    [...observed, ...foreseen],
    [
      textColumn(m.demand_col_year(), ({ year }) => year),
      textColumn(m.demand_col_kind(), ({ kind }) => kind),
      numberColumn(m.demand_col_children(), ({ value }) => value),
      numberColumn(m.demand_col_low(), ({ low }) => low),
      numberColumn(m.demand_col_high(), ({ high }) => high)
    ]
  );
}

/** One row a commune. */
export function communesTable(demand: DemandState): ExportTable {
  const year = demand.communes.find(({ next }) => next)?.next?.[0]?.year ?? '';
  const first = ({ next }: CommuneForecast) => next?.[0];
  const rounded = (value: number | undefined) => (value === undefined ? null : roundedCount(value));
  return tableOf({ name: fileOf(demand, 'communes'), title: m.demand_communes() }, demand.communes, [
    textColumn('code', ({ id }) => id),
    textColumn(m.coverage_col_commune(), ({ name }) => name),
    numberColumn(demand.years.at(-1) ?? '', ({ counts }) => cellOf(counts.at(-1) ?? ABSENT)),
    numberColumn(m.demand_col_foreseen({ year }), (row) => rounded(first(row)?.value)),
    numberColumn(m.demand_col_low(), (row) => rounded(first(row)?.low)),
    numberColumn(m.demand_col_high(), (row) => rounded(first(row)?.high)),
    textColumn(m.demand_col_remark(), ({ why }) =>
      why === null ? '' : why === 'protected' ? m.demand_commune_protected() : m.demand_commune_few_years()
    )
  ]);
}

/** One row a staffing level and year. */
export function queueTable(demand: DemandState): ExportTable {
  const rows = queueLines(demand).flatMap(({ points, label }) =>
    points.map((point) => ({ staffing: label.lines.at(-1) ?? '', point }))
  );
  return tableOf({ name: fileOf(demand, 'attente'), title: m.demand_queue() }, rows, [
    textColumn(m.demand_col_staffing(), ({ staffing }) => staffing),
    textColumn(m.demand_col_year(), ({ point }) => demand.yearAhead(point.ahead)),
    numberColumn(m.demand_col_waiting(), ({ point }) => Math.round(point.waiting)),
    numberColumn(m.demand_col_low(), ({ point }) => (point.ahead === 0 ? null : Math.round(point.low))),
    numberColumn(m.demand_col_high(), ({ point }) => (point.ahead === 0 ? null : Math.round(point.high)))
  ]);
}
