// Days counted from 1 January 1970, without any time zone.
const DAY_MS = 86_400_000;

/** NaN when the text is no date of the calendar. */
export function dayNumber(iso: string): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return NaN;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // "2026-02-30" is read by some engines as 2 March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? NaN : time / DAY_MS;
}

export const isoDate = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 (Monday) to 7. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Weeks since that of 1 January 1970; they begin on Monday. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** Day number of the Monday of a week of `weekOf`. */
export const mondayNumber = (week: number): number => week * 7 - 3;

/** The Monday of the week of a date; ISO dates. */
export const mondayOf = (date: string): string => isoDate(mondayNumber(weekOf(dayNumber(date))));
/** Monday of the working week of a date: on a Saturday or a Sunday, of the week to come. The one current week of every page. */
export const workingWeekOf = (date: string): string => mondayOf(addDays(date, 2));

/** An ISO date so many days later. */
export const addDays = (date: string, days: number): string => isoDate(dayNumber(date) + days);

/** Month of a week: that of its Thursday. */
export const monthOf = (monday: string): string => addDays(monday, 3).slice(0, 7);

/** As calendars number weeks (ISO 8601). @param monday ISO date of a Monday */
export function weekNumber(monday: string): number {
  const thursday = dayNumber(monday) + 3;
  const first = dayNumber(`${isoDate(thursday).slice(0, 4)}-01-01`);
  return 1 + Math.floor((thursday - first) / 7);
}
