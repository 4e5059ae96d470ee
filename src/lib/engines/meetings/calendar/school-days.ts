// Days on which teams may meet: Monday to Friday of a school year, without school holidays, public holidays or closed days of the service.
import { dayNumber, isoDate, weekdayOf } from '../../../model/meetings/days.ts';
import { publicHolidays } from './public-holidays.ts';
import type { SchoolHoliday, SchoolYearCalendar, Zone } from '../../../model/meetings/meetings-file.ts';

export interface ClosedPeriod {
  from: string;
  to: string;
}

export interface CalendarChoice {
  year: SchoolYearCalendar;
  /** Null: the holidays common to all zones alone. */
  zone: Zone | null;
  departement?: string;
  /** Days on which the service is closed. */
  closed?: readonly ClosedPeriod[];
  /** Meetings begin and end within these days; the school year when absent. */
  from?: string;
  to?: string;
}

/** Holidays of a school year in a zone, in order. */
export const holidaysOf = ({ year, zone }: Pick<CalendarChoice, 'year' | 'zone'>): SchoolHoliday[] =>
  [...year.common, ...(zone ? year.zones[zone] : [])].sort((a, b) => (a.from < b.from ? -1 : 1));

/** @returns ISO dates, ascending */
export function schoolDays(choice: CalendarChoice): string[] {
  const { year, departement, closed = [], from = year.from, to = year.to } = choice;
  const without: readonly ClosedPeriod[] = [...holidaysOf(choice), ...closed];
  const first = dayNumber(from > year.from ? from : year.from);
  const last = dayNumber(to < year.to ? to : year.to);
  const years = [Number(year.from.slice(0, 4)), Number(year.to.slice(0, 4))];
  const free = new Set(years.flatMap((one) => [...publicHolidays(one, departement).keys()]));
  const days: string[] = [];
  for (let day = first; day <= last; day++) {
    const date = isoDate(day);
    if (weekdayOf(day) > 5 || free.has(date)) continue;
    if (!without.some((period) => period.from <= date && date <= period.to)) days.push(date);
  }
  return days;
}
