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
