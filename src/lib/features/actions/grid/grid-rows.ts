// The grid of sessions: six weeks of school with their holidays between, a row a commune or a theme.
import { yearColumns, type YearColumn } from '$lib/figures/calendar/weeks.ts';
import type { ListedSession } from '$lib/model/actions/action-sheets.ts';
import { addDays, dayNumber, weekdayOf } from '$lib/model/meetings/days.ts';
import type { SchoolHoliday } from '$lib/model/meetings/meetings-file.ts';
import type { ActionsBook } from '$lib/figures/actions/actions-book.ts';

export type RowKind = 'commune' | 'theme';

const SIX_WEEKS = 6;
/** Six weeks of school are within so many days, the summer between. */
const FARTHEST_DAYS = 7 * 20;

/**
 * Six weeks of school from a week on, and the holidays before and between them.
 *
 * @param monday ISO date of the first week; one of holidays is a column of its own
 */
export function schoolWeeks(monday: string, holidays: readonly SchoolHoliday[]): YearColumn[] {
  const isOpen = (date: string) =>
    weekdayOf(dayNumber(date)) <= 5 && !holidays.some(({ from, to }) => from <= date && date <= to);
  const days = Array.from({ length: FARTHEST_DAYS }, (_, at) => addDays(monday, at));
  const open = days.filter(isOpen);
  const first = days.slice(0, 5).some(isOpen) ? open : [monday, ...open];
  const columns = yearColumns(first, holidays);
  if (first !== open) {
    // The first week is of holidays: it stands among them, not among the weeks of school.
    const [week, next] = columns;
    const name = next?.kind === 'holiday' ? next.name : nameOn(monday, holidays);
    columns.splice(0, next?.kind === 'holiday' ? 2 : 1, {
      kind: 'holiday',
      monday,
      month: week!.month,
      name
    });
  }
  const sixth = columns.filter(({ kind }) => kind === 'week')[SIX_WEEKS - 1];
  return sixth ? columns.slice(0, columns.indexOf(sixth) + 1) : columns;
}

const nameOn = (date: string, holidays: readonly SchoolHoliday[]) =>
  holidays.find(({ from, to }) => from <= addDays(date, 4) && date <= to)?.kind ?? null;

/** ISO date of the last day of the weeks shown. */
export const lastDayOf = (columns: readonly YearColumn[]): string => addDays(columns.at(-1)!.monday, 6);

export interface GridRow {
  /** Code of the commune, or name of the theme; empty: no theme is said. */
  key: string;
  name: string;
  /** Shown, by date. */
  sessions: readonly ListedSession[];
  /** By Monday of the column. */
  cells: ReadonlyMap<string, readonly ListedSession[]>;
}

/**
 * A row for each commune, or theme, that has a session in the year, in the order of their names; the row without a theme last.
 *
 * @param isShown what the reader asks to see
 */
export function gridRows(
  { sessions, facts: { names } }: Pick<ActionsBook, 'sessions' | 'facts'>,
  by: RowKind,
  columns: readonly YearColumn[],
  isShown: (session: ListedSession) => boolean
): GridRow[] {
  const keyOf = ({ commune, sheet }: ListedSession) =>
    by === 'commune' ? commune : (names.theme(sheet) ?? '');
  const last = lastDayOf(columns);
  const columnOf = (date: string) =>
    date > last ? undefined : columns.findLast(({ monday }) => monday <= date)?.monday;
  const rows = new Map<string, ListedSession[]>();
  for (const session of sessions.filter(isShown))
    rows.set(keyOf(session), [...(rows.get(keyOf(session)) ?? []), session]);
  return [...rows]
    .map(([key, all]) => {
      const cells = new Map<string, ListedSession[]>();
      for (const session of all) {
        const monday = columnOf(session.date);
        if (monday !== undefined) cells.set(monday, [...(cells.get(monday) ?? []), session]);
      }
      return {
        key,
        name: by === 'commune' ? names.commune(key) : key,
        sessions: [...cells.values()].flat(),
        cells
      };
    })
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || a.name.localeCompare(b.name));
}
