// Tables of the page, on screen, in its note and to take away.
import { ABSENT } from '$lib/cube/filter';
import { FILE, noteRows, numberColumn, textColumn, viewOf, type TableView } from '$lib/export/columns';
import type { Openings } from '$lib/engines/demand';
import type { NoteTable } from '$lib/export/note';
import { m } from '$lib/i18n/paraglide/messages.js';
import { askedPosts, postsText } from '$lib/figures/openings-words';
import type { CommuneForecast } from '$lib/figures/forecast';
import type { DemandState } from './demand-state.svelte';
import type { MeansYear } from './means-years';
import { approximately, countText, rangeWords, roundedCount } from './words';

const fileOf = (demand: DemandState, what: string) =>
  `${m.demand_file_name()}-${what}-${demand.cube.dashboard.years.at(-1)}`;

/** One row a commune; one without a published count has no forecast, and says so. */
export function communesTable(demand: DemandState): TableView<CommuneForecast> {
  const { communes, years } = demand.figures;
  const year = communes.find(({ next }) => next)?.next?.[0]?.year;
  const first = ({ next }: CommuneForecast) => next?.[0];
  const remark = ({ why }: CommuneForecast) =>
    why === null ? '' : why === 'protected' ? m.demand_commune_protected() : m.demand_commune_few_years();
  const last = ({ counts }: CommuneForecast) => counts.at(-1) ?? ABSENT;
  const rounded = (value: number | undefined) => (value === undefined ? null : roundedCount(value));
  return viewOf(
    { name: fileOf(demand, 'communes'), caption: m.demand_communes(), id: ({ id }) => id },
    communes,
    [
      textColumn('code', ({ id }) => id, FILE),
      textColumn(m.coverage_col_commune(), ({ name }) => name),
      numberColumn(years.at(-1) ?? '', last, { words: (row) => countText(last(row)) }),
      numberColumn(
        year === undefined ? m.demand_foreseen() : m.demand_col_foreseen({ year }),
        (row) => rounded(first(row)?.value),
        {
          words(row) {
            const point = first(row);
            return point ? m.demand_about({ value: approximately(point.value) }) : remark(row);
          }
        }
      ),
      numberColumn(m.demand_col_range(), undefined, {
        only: 'screen',
        words(row) {
          const point = first(row);
          return point && rangeWords(point);
        }
      }),
      numberColumn(m.demand_col_low(), (row) => rounded(first(row)?.low), FILE),
      numberColumn(m.demand_col_high(), (row) => rounded(first(row)?.high), FILE),
      textColumn(m.demand_col_remark(), remark, FILE)
    ]
  );
}

/** One row a year, known then expected. */
export function meansTable(demand: DemandState, years: readonly MeansYear[]): TableView<MeansYear> {
  return viewOf({ name: fileOf(demand, 'moyens'), caption: m.means_title(), id: ({ year }) => year }, years, [
    textColumn(m.demand_col_year(), ({ year }) => year),
    textColumn(m.demand_col_kind(), ({ isExpected }) =>
      isExpected ? m.demand_foreseen() : m.demand_observed()
    ),
    numberColumn(
      m.demand_col_children(),
      ({ children, forecast }) => children ?? (forecast && roundedCount(forecast.value))
    ),
    numberColumn(m.demand_col_low(), ({ forecast }) => forecast && roundedCount(forecast.low)),
    numberColumn(m.demand_col_high(), ({ forecast }) => forecast && roundedCount(forecast.high)),
    ...meansColumns()
  ]);
}

/** The years in a note: a count with its range in one cell, since a sheet is narrow. */
export const meansNote = (years: readonly MeansYear[]): NoteTable =>
  noteRows(years, [
    textColumn(m.demand_col_year(), ({ year }) => year, { width: 1.3 }),
    numberColumn(m.demand_col_children(), ({ children }) => children, {
      width: 2.4,
      words: ({ children, forecast }) =>
        forecast && !children
          ? `${m.demand_about({ value: approximately(forecast.value) })} (${rangeWords(forecast)})`
          : undefined
    }),
    ...meansColumns().slice(0, 3)
  ]);

/** What the posts asked cost, year after year, then in all. */
export const costsNote = (years: Openings['years'], total: number): NoteTable =>
  noteRows<{ year: string; created?: number; cost: number | null }>(
    [...years, { year: m.means_in_all(), cost: total }],
    [
      textColumn(m.demand_col_year(), ({ year }) => year),
      textColumn(m.means_col_created(), undefined, {
        words: ({ created }) => (created === undefined ? ' ' : askedPosts(created))
      }),
      numberColumn(m.means_row_added(), ({ cost }) => cost, { kind: 'euros' })
    ]
  );

/** What the years are set side by side by. */
export const meansColumns = () => [
  numberColumn<MeansYear>(m.means_row_posts(), ({ posts }) => posts, {
    key: 'posts',
    words: ({ posts }) => (posts === null ? null : postsText(posts))
  }),
  numberColumn<MeansYear>(m.means_row_followed(), ({ followed }) => followed),
  numberColumn<MeansYear>(m.means_row_waiting(), ({ waiting }) => waiting, {
    key: 'waiting',
    words: ({ waiting }) => (waiting === 0 ? m.openings_none() : undefined)
  }),
  numberColumn<MeansYear>(m.means_row_budget(), ({ budget }) => budget, { kind: 'euros' }),
  numberColumn<MeansYear>(m.means_row_added(), ({ added }) => added, { kind: 'euros' })
];
