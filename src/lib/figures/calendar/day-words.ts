// Words of meetings: names of teams, dates, weeks, holidays, rules that clash.
import type { FoundDate } from '$lib/engines/meetings/index.ts';
import { withFirst } from '$lib/i18n/dates';
import { localeTag } from '$lib/i18n/locale';
import { integer, percent } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Slot } from '$lib/model/meetings/meeting-problem.ts';
import type { HolidayKind } from '$lib/model/meetings/meetings-file.ts';
import { addDays } from '$lib/model/meetings/days.ts';

const noon = (date: string) => new Date(`${date}T12:00:00Z`);
const formats = new Map<string, Intl.DateTimeFormat>();
function dated(date: string, options: Intl.DateTimeFormatOptions): string {
  const tag = localeTag();
  const key = tag + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' })));
  return withFirst(format.format(noon(date)));
}

export const halfWord = (half: Slot['half']): string => (half === 'am' ? m.meetings_am() : m.meetings_pm());

/** « mardi 6 octobre » */
export const dayWords = (date: string): string =>
  dated(date, { weekday: 'long', day: 'numeric', month: 'long' });

/** « 6 octobre » */
export const dayMonthLong = (date: string): string => dated(date, { day: 'numeric', month: 'long' });

/** « mardi » */
export const weekdayLong = (date: string): string => dated(date, { weekday: 'long' });

/** « mardi 6 octobre, matin » */
export const slotWords = ({ date, half }: Slot): string => `${dayWords(date)}, ${halfWord(half)}`;

/** « sept. » */
export const monthShort = (month: string): string => dated(`${month}-01`, { month: 'short' });

/** « septembre 2026 » */
export const monthLong = (month: string): string => dated(`${month}-01`, { month: 'long', year: 'numeric' });

/** « du 5 au 9 octobre » */
export const weekWords = (monday: string): string => spanWords(monday, addDays(monday, 4));

/** « du 28 septembre au 9 octobre » */
export function spanWords(first: string, last: string): string {
  const same = first.slice(0, 7) === last.slice(0, 7);
  return m.meetings_week_days({
    from: same ? dated(first, { day: 'numeric' }) : dayMonthLong(first),
    to: dayMonthLong(last)
  });
}

/** A gap to the bound up to which no better calendar is worth a search. */
const CLOSE = 0.03;

/** How far from the best a calendar may be: a line, a title, what it means. */
export function gapWords(gap: number): { title: string; text: string } {
  const shown = { gap: percent(gap, 1) };
  return gap <= CLOSE
    ? { title: m.meetings_gap_title(), text: m.meetings_gap_text(shown) }
    : {
        title: m.meetings_gap_more_title(),
        text: m.meetings_gap_more_text(shown)
      };
}

const HOLIDAYS: Record<HolidayKind, () => string> = {
  'all-saints': m.meetings_holiday_autumn,
  christmas: m.meetings_holiday_christmas,
  winter: m.meetings_holiday_winter,
  spring: m.meetings_holiday_spring,
  ascension: m.meetings_holiday_ascension
};
export const holidayName = (kind: HolidayKind | null): string =>
  kind === null ? m.meetings_closed() : HOLIDAYS[kind]();

/** Whether a date has the quorum, and how many more may be away: « atteint, tous présents », « atteint, 2 de plus »; a dash where none is asked. */
export function quorumWords({ quorumMargin, missing }: Pick<FoundDate, 'quorumMargin' | 'missing'>): string {
  if (quorumMargin === null) return '–';
  if (missing.length === 0) return m.meetings_date_all_present();
  return quorumMargin === 0
    ? m.meetings_date_exact()
    : m.meetings_date_beyond({ shown: integer(quorumMargin) });
}
