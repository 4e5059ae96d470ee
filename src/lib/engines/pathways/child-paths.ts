// The path of a child through the service: from entry to exit, or to the day on which it is looked at.
import { dayNumber } from '../../model/meetings/days.ts';
import type { Case } from '../../model/pathway.ts';
import { lastMonth, monthsBetween, startYear, type Month, type SchoolYear } from '../../model/school-year.ts';
import type { DayOrMonth, NeedProfile } from '../../model/report/case-details.ts';

export interface ChildPath {
  /** Pseudonym. */
  id: string;
  /** School attended last. */
  uai: string | null;
  entry: DayOrMonth | null;
  /** null: open on the day. */
  exit: DayOrMonth | null;
  exitReason: string | null;
  /** The exit is not told: the child is in no later file. */
  exitAssumed: boolean;
  /** As told last. */
  profile: NeedProfile | null;
  lastReview: string | null;
  visitDays: readonly string[];
  /** Last school year told. */
  year: SchoolYear;
}

/** Mean days of a month. */
const MONTH_DAYS = 30.4375;
const isDay = (text: DayOrMonth): boolean => text.length === 10;

/** Months from one to the other: by days where both are days, else whole months. Never below 0. */
export function monthsFrom(from: DayOrMonth, to: DayOrMonth): number {
  const months =
    isDay(from) && isDay(to)
      ? (dayNumber(to) - dayNumber(from)) / MONTH_DAYS
      : monthsBetween(from.slice(0, 7) as Month, to.slice(0, 7) as Month);
  return Math.max(0, months);
}

/** Whether a day or month is after a day: a month is, when the whole of it is. */
export const isAfter = (one: DayOrMonth, day: string): boolean =>
  isDay(one) ? one > day : one > day.slice(0, 7);

/** The day on which a school year is looked at: its end, or today before it. @param today ISO day */
export function reportDay(year: SchoolYear, today: string): string {
  const end = `${startYear(year) + 1}-08-31`;
  return end < today ? end : today;
}

/** The day on which the paths of a school year are looked at first: the end of June, when visits stop, or today before it. @param today ISO day */
export function pathsDay(year: SchoolYear, today: string): string {
  const end = `${lastMonth(year)}-30`;
  return end < today ? end : today;
}

const least = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one;
const most = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

/** One path of the rows of a child, in the order of their years. */
function pathOf(rows: readonly Case[], day: string): ChildPath {
  const last = rows.at(-1)!;
  const details = rows.flatMap(({ details: told }) => (told ? [told] : []));
  const exit = last.details?.exit ?? null;
  const hasLeft = exit !== null && !isAfter(exit, day);
  const visits = new Set(details.flatMap(({ visitDays }) => visitDays));
  return {
    id: last.case_id,
    uai: last.uai,
    entry: details.reduce<string | null>((entry, one) => least(entry, one.entry), null),
    exit: hasLeft ? exit : null,
    exitReason: hasLeft ? (last.details?.exitReason ?? null) : null,
    exitAssumed: false,
    profile: details.findLast(({ profile }) => profile !== null)?.profile ?? null,
    lastReview: details.reduce<string | null>(
      (seen, { lastReview }) => (lastReview !== null && lastReview <= day ? most(seen, lastReview) : seen),
      null
    ),
    visitDays: [...visits].filter((visit) => visit <= day).sort(),
    year: last.school_year
  };
}

/** Rows of a school year that has begun. */
const hasBegun = ({ school_year }: Case, day: string): boolean => `${startYear(school_year)}-09-01` <= day;

/**
 * The paths begun on a day, one a child whatever its years, by pseudonym. A child in no row of the year of the day, without an exit, is taken to
 * have left at the end of its last school year.
 *
 * @param day ISO day
 */
export function childPaths(cases: readonly Case[], day: string): ChildPath[] {
  const rows = new Map<string, Case[]>();
  let newest = '';
  for (const one of cases) {
    if (!hasBegun(one, day)) continue;
    const own = rows.get(one.case_id);
    if (own) own.push(one);
    else rows.set(one.case_id, [one]);
    if (one.school_year > newest) newest = one.school_year;
  }
  return [...rows.values()]
    .map((own): ChildPath => {
      const inOrder = own.sort((a, b) => (a.school_year < b.school_year ? -1 : 1));
      const path = pathOf(inOrder, day);
      const isGone = path.exit === null && path.year < newest;
      return isGone ? { ...path, exit: lastMonth(path.year), exitAssumed: true } : path;
    })
    .filter(({ entry }) => entry === null || !isAfter(entry, day))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
