// The table of the page, on screen and to take away: queue and calendar, line by line.
import { WAITING_CRITERIA } from '$lib/cube/waiting';
import {
  FILE,
  noteRows,
  numberColumn,
  pointAt,
  textColumn,
  viewOf,
  type ViewColumn,
  type TableView
} from '$lib/export/columns';
import type { NoteTable } from '$lib/export/note';
import type { OpeningsState } from '$lib/figures/openings-state.svelte';
import { exceptionWords, followerName, reachWords } from '$lib/figures/openings-words';
import { longMonth } from '$lib/i18n/dates';
import { decimal } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { kindName } from '$lib/i18n/terms';
import { timeWaited } from '$lib/i18n/waits';
import { startYear } from '$lib/model/school-year.ts';
import { CRITERION_NAMES, valueIn } from './criteria';
import type { WaitingRow } from './waiting-rows';
import { tripMinutes } from '$lib/model/travel/travel-times.ts';

/** A criterion that no school has says nothing: it has no column on screen. */
function criteriaColumns(rows: readonly WaitingRow[]): ViewColumn<WaitingRow>[] {
  const shown = (known: (row: WaitingRow) => unknown) =>
    rows.some((row) => known(row) !== null) ? {} : FILE;
  const pupils = ({ row }: WaitingRow) => row.school.pupils;
  const rep = ({ row }: WaitingRow) => row.school.rep;
  const ips = ({ row }: WaitingRow) => row.school.ips;
  const qpv = ({ row }: WaitingRow) => row.qpv;
  return [
    numberColumn(m.waiting_col_pupils(), pupils, {
      key: 'pupils',
      words: ({ row }) => valueIn(row, 'pupils'),
      descendingFirst: true,
      sort: 'value',
      ...shown(pupils)
    }),
    textColumn(m.waiting_col_rep(), rep, { key: 'rep', sort: 'value', ...shown(rep) }),
    numberColumn(m.waiting_col_ips(), ips, {
      key: 'ips',
      words: ({ row: { school } }) => (school.ips === null ? null : decimal(school.ips, 1)),
      sort: 'value',
      ...shown(ips)
    }),
    textColumn(m.waiting_col_qpv(), qpv, { key: 'qpv', sort: 'value', ...shown(qpv) })
  ];
}

/** Each school that waits, for those who vote: since when, from which rentrée it is followed, and by whom. */
export const queueNote = (
  rows: readonly WaitingRow[],
  { view, asked }: Pick<OpeningsState, 'view' | 'asked'>
): NoteTable =>
  noteRows(rows, [
    numberColumn(m.waiting_col_rank(), ({ rank }) => rank, { width: 0.6, align: 'left' }),
    textColumn(m.waiting_col_school(), ({ row }) => `${row.school.name}, ${row.commune}`, { width: 3.6 }),
    textColumn(
      m.waiting_col_asked(),
      ({ row: { school, months } }) =>
        school.requested_since && `${longMonth(school.requested_since)}, ${timeWaited(months)}`,
      { width: 2.6 }
    ),
    textColumn(
      m.waiting_col_from(),
      ({ line }) =>
        line &&
        (line.opens === null ? m.waiting_still() : m.waiting_rentree({ year: startYear(line.opens) })),
      { width: 1.8 }
    ),
    textColumn(
      m.waiting_col_post(),
      ({ line }) => (line && view.hasPosts ? followerName(line.follower, asked) : null),
      { width: 1.8 }
    )
  ]);

/** @param narrow on a phone: one column for all the rentrées, and what matters of the others under the name */
export function waitingTable(
  rows: readonly WaitingRow[],
  { view, asked }: Pick<OpeningsState, 'view' | 'asked'>,
  year: string,
  narrow = false
): TableView<WaitingRow> {
  const ranks = new Map(view.queue.map(({ school }, at) => [school.uai, at + 1]));
  const hasCalendar = rows.some(({ line }) => line !== null);
  const drawn = (label: string, key: string) =>
    textColumn<WaitingRow>(label, undefined, { key, only: 'screen' });
  const years = narrow
    ? [drawn(m.waiting_col_opens(), 'opens')]
    : [
        ...view.rentrees.map((label) => drawn(label, label)),
        ...(view.hasPosts ? [drawn(m.waiting_col_post(), 'post')] : [])
      ];
  return viewOf(
    {
      name: `ecoles-en-attente-${year}`,
      caption: m.waiting_list(),
      id: ({ row }) => row.school.uai,
      shape: ({ row: { school } }) => pointAt(school.lon, school.lat)
    },
    rows,
    [
      numberColumn(m.waiting_col_rank(), ({ rank }) => rank, FILE),
      textColumn('UAI', ({ row }) => row.school.uai, FILE),
      textColumn(m.waiting_col_school(), ({ row }) => row.school.name, { key: 'name', sort: 'value' }),
      textColumn(m.coverage_col_kind(), ({ row }) => kindName(row.school.kind), FILE),
      textColumn(m.waiting_col_commune(), ({ row }) => row.commune, FILE),
      textColumn(m.waiting_col_asked(), ({ row }) => row.school.requested_since, {
        key: 'months',
        nowrap: true,
        descendingFirst: true,
        sort: ({ row }) => row.months,
        ...(narrow && FILE)
      }),
      textColumn(narrow ? m.waiting_col_score() : m.waiting_col_score_of(), undefined, {
        key: 'score',
        only: 'screen',
        descendingFirst: true,
        sort: ({ rank }) => -rank
      }),
      numberColumn(m.waiting_col_months(), ({ row }) => row.months, FILE),
      textColumn(
        m.waiting_col_opens(),
        ({ line }) => (line ? (line.opens ?? m.waiting_still()) : null),
        FILE
      ),
      textColumn(
        m.waiting_col_post(),
        ({ line }) => (line?.follower && view.hasPosts ? followerName(line.follower, asked) : null),
        FILE
      ),
      textColumn(
        m.waiting_col_reach(),
        ({ line }) => (line && view.hasPosts ? reachWords(line) : null),
        FILE
      ),
      textColumn(
        m.waiting_col_exception(),
        ({ line }) =>
          line?.exception ? exceptionWords(line.exception, view, (id) => ranks.get(id) ?? 0) : null,
        FILE
      ),
      ...criteriaColumns(rows).map((column) => (narrow ? { ...column, ...FILE } : column)),
      ...(hasCalendar ? years : []),
      numberColumn(m.waiting_col_drive(), ({ row }) => row.access && tripMinutes(row.access.seconds), FILE),
      numberColumn(m.waiting_col_score(), ({ row }) => row.score, { ...FILE, file: { digits: 1 } }),
      ...WAITING_CRITERIA.map((criterion) =>
        numberColumn<WaitingRow>(CRITERION_NAMES[criterion](), ({ row }) => row.points[criterion], {
          ...FILE,
          file: { digits: 1 }
        })
      )
    ]
  );
}
