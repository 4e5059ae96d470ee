// Dates as French readers write them: `24/11/2026`, `sept. 2025`, `2025-2026`.
import { lastMonth, schoolYearOf, type Month, type SchoolYear } from '../model/school-year.ts';
import { locale, localeTag, type Locale } from './locale.ts';

/** The first day of a month at noon UTC: no time zone moves it into another. */
const middayOf = (month: Month) => new Date(`${month}-01T12:00:00Z`);

/** « mardi 1er décembre »: the first of a month is an ordinal in French, and a day like others elsewhere. */
export const withFirst = (date: string): string =>
  localeTag().startsWith('fr') ? date.replace(/\b1(?= \p{L}|$)/u, '1er') : date;

/** The first of the browser's formatters takes a twentieth of a second of a slow first visit: the months that it says are written here. */
const MONTHS: Record<Locale, readonly string[]> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' ')
};

/** `sept. 2025` */
export function shortMonth(month: Month): string {
  return middayOf(month).toLocaleDateString(localeTag(), {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC'
  });
}

/** `septembre 2025` */
export function longMonth(month: Month, language = locale()): string {
  const [year, number] = month.split('-');
  return `${MONTHS[language][Number(number) - 1]} ${year}`;
}

/** What figures are of, after « au »: `30 juin 2026` for a whole school year, `mois de décembre 2026` for one under way. */
export function referenceDay(month: Month, language = locale()): string {
  const name = longMonth(month, language);
  if (month === lastMonth(schoolYearOf(month))) {
    const [year, number] = month.split('-').map(Number) as [number, number];
    return `${new Date(Date.UTC(year, number, 0)).getUTCDate()} ${name}`;
  }
  return language === 'fr' ? `mois ${/^[ao]/.test(name) ? 'd’' : 'de '}${name}` : name;
}

/** `samedi 28 novembre 2026`. @param date ISO */
export function fullDay(date: string): string {
  return withFirst(
    new Date(`${date}T12:00:00Z`).toLocaleDateString(localeTag(), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC'
    })
  );
}

/** « 6 oct. » @param date ISO date */
export function dayMonth(date: string): string {
  return withFirst(
    new Date(`${date}T12:00:00Z`).toLocaleDateString(localeTag(), {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC'
    })
  );
}

/** `29 novembre 2026` for `2026-11-29`. */
export function longDay(day: string): string {
  return withFirst(
    new Date(`${day}T12:00:00Z`).toLocaleDateString(localeTag(), {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC'
    })
  );
}

/** `24/11/2026` for `2026-11-24`, an hour or not behind it: the same day in every time zone, and in French as in English. */
export function shortDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-');
  return `${date}/${month}/${year}`;
}

/** `24/11/2026`: the day of a moment, where its reader is. */
export function day(date: Date): string {
  const [dayOfMonth, month] = [date.getDate(), date.getMonth() + 1].map((part) =>
    String(part).padStart(2, '0')
  );
  return `${dayOfMonth}/${month}/${date.getFullYear()}`;
}

/** `2025-26` */
export function shortYear(year: SchoolYear | string): string {
  return `${year.slice(0, 5)}${year.slice(7)}`;
}
