// School years, from September to August, as the ministry writes them.

/** `2025-2026`: September 2025 to August 2026. */
export type SchoolYear = `${number}-${number}`;

/** A calendar month, `2025-09`. */
export type Month = `${number}-${number}`;

const FIRST_MONTH = 9;

export function isSchoolYear(text: string): text is SchoolYear {
  const match = /^(\d{4})-(\d{4})$/.exec(text);
  return match !== null && Number(match[2]) === Number(match[1]) + 1;
}

export function schoolYear(startYear: number): SchoolYear {
  return `${startYear}-${startYear + 1}`;
}

export function startYear(year: SchoolYear): number {
  return Number(year.slice(0, 4));
}

/** The school year that contains a month. */
export function schoolYearOf(month: Month): SchoolYear {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return schoolYear(number >= FIRST_MONTH ? year : year - 1);
}

export function previousYear(year: SchoolYear): SchoolYear {
  return schoolYear(startYear(year) - 1);
}

/** Whole months from `from` to `to`; negative when `to` comes first. */
export function monthsBetween(from: Month, to: Month): number {
  const [y1, m1] = from.split('-').map(Number) as [number, number];
  const [y2, m2] = to.split('-').map(Number) as [number, number];
  return (y2 - y1) * 12 + (m2 - m1);
}

/** Last month of a school year that tables cover: June. */
export function lastMonth(year: SchoolYear): Month {
  return `${startYear(year) + 1}-06` as Month;
}

/** Month of reference of a year's figures: its last, or the current one during the year. */
export function asOfMonth(year: SchoolYear, today: Month): Month {
  const last = lastMonth(year);
  return last < today ? last : today;
}
