// The calendar of a school year: its first and last day, and the holidays of the three zones.

export type Zone = 'A' | 'B' | 'C';
export type HolidayKind = 'all-saints' | 'christmas' | 'winter' | 'spring' | 'ascension';

/** No school from `from` to `to`, both included. */
export interface SchoolHoliday {
  kind: HolidayKind;
  from: string;
  to: string;
}

export interface SchoolYearCalendar {
  /** Like "2026-2027". */
  year: string;
  /** First day of school, and last day before the summer holidays. */
  from: string;
  to: string;
  /** Those of every zone. */
  common: readonly SchoolHoliday[];
  zones: Readonly<Record<Zone, readonly SchoolHoliday[]>>;
}
