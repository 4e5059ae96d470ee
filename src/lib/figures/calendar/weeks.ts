// The weeks of a school year, as columns: weeks in which one may meet, and holidays between them.
import {
  addDays,
  dayNumber,
  isoDate,
  mondayNumber,
  monthOf,
  weekNumber,
  weekOf
} from '$lib/model/meetings/days.ts';
import type { HolidayKind, SchoolHoliday } from '$lib/model/meetings/meetings-file.ts';

export interface WeekColumn {
  kind: 'week';
  /** ISO date; the key of the week. */
  monday: string;
  /** As calendars number weeks (ISO 8601). */
  number: number;
  /** Month of its Thursday, as "2026-09". */
  month: string;
}
export interface HolidayColumn {
  kind: 'holiday';
  /** Monday of its first week. */
  monday: string;
  month: string;
  /** Null: days on which the service is closed. */
  name: HolidayKind | null;
}
export type YearColumn = WeekColumn | HolidayColumn;

/**
 * @param days on which teams may meet, ascending
 * @param holidays of the year, in order
 */
export function yearColumns(days: readonly string[], holidays: readonly SchoolHoliday[]): YearColumn[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const open = new Set(days.map((date) => weekOf(dayNumber(date))));
  const columns: YearColumn[] = [];
  for (let week = weekOf(dayNumber(first)); week <= weekOf(dayNumber(last)); week++) {
    const monday = isoDate(mondayNumber(week));
    const month = monthOf(monday);
    if (open.has(week)) columns.push({ kind: 'week', monday, number: weekNumber(monday), month });
    else if (columns.at(-1)?.kind !== 'holiday') {
      const end = addDays(monday, 4);
      const holiday = holidays.find(({ from, to }) => from <= end && monday <= to);
      columns.push({ kind: 'holiday', monday, month, name: holiday?.kind ?? null });
    }
  }
  return columns;
}
