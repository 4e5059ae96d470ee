// Public holidays of mainland France (Code du travail, L3133-1), and of Alsace-Moselle (L3134-13).
import { dayNumber, isoDate } from '../../../model/meetings/days.ts';

/** Easter Sunday in the Gregorian calendar (anonymous algorithm, Nature, 20 April 1876). @returns day number */
export function easterSunday(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const d = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - d + 15) % 30;
  const m = Math.floor((a + 11 * h) / 319);
  const l = (2 * (b % 4) + 2 * Math.floor(c / 4) - (c % 4) - h + m + 32) % 7;
  const month = Math.floor((h - m + l + 90) / 25);
  const day = (h - m + l + month + 19) % 32;
  return dayNumber(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

/** Kinds of public holidays: named by the pages. */
export type PublicHoliday =
  | 'new-year'
  | 'good-friday'
  | 'easter-monday'
  | 'labour'
  | 'victory'
  | 'ascension'
  | 'whit-monday'
  | 'national'
  | 'assumption'
  | 'all-saints'
  | 'armistice'
  | 'christmas'
  | 'saint-stephen';

const ALSACE_MOSELLE = ['57', '67', '68'];

/** ISO date to holiday, for one calendar year. @param departement code: two more holidays in Alsace-Moselle */
export function publicHolidays(year: number, departement?: string): Map<string, PublicHoliday> {
  const easter = easterSunday(year);
  const dates = new Map<string, PublicHoliday>([
    [`${year}-01-01`, 'new-year'],
    [isoDate(easter + 1), 'easter-monday'],
    [`${year}-05-01`, 'labour'],
    [`${year}-05-08`, 'victory'],
    [isoDate(easter + 39), 'ascension'],
    [isoDate(easter + 50), 'whit-monday'],
    [`${year}-07-14`, 'national'],
    [`${year}-08-15`, 'assumption'],
    [`${year}-11-01`, 'all-saints'],
    [`${year}-11-11`, 'armistice'],
    [`${year}-12-25`, 'christmas']
  ]);
  if (departement !== undefined && ALSACE_MOSELLE.includes(departement)) {
    dates.set(isoDate(easter - 2), 'good-friday');
    dates.set(`${year}-12-26`, 'saint-stephen');
  }
  return dates;
}
