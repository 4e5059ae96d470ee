// What a folder keeps of its service's lists, year by year: a list dropped for one year leaves those of the former years as they were.
import type { School } from '../../../model/school.ts';
import type { SchoolYear } from '../../../model/school-year.ts';

export const YEAR_FACTS_VERSION = 1;

/** A list of one year, and the fingerprint of its rows; null where an older folder does not tell it. */
export type FollowedList<Facts> = Facts & { print: string | null };

export interface YearFacts {
  year: SchoolYear;
  /** Teams, and their meetings; null when some team's are unknown. */
  teams?: FollowedList<{ count: number; meetings: number | null }>;
  /** Cost of the action sheets; null when some sheet's is unknown. */
  actions?: FollowedList<{ euros: number | null }>;
  staff?: FollowedList<{ referents: number; coordinators: number }>;
  /** Schools followed in the year, as they were then. */
  followed?: FollowedList<{ schools: School[] }>;
}

export interface YearFactsFile {
  version: typeof YEAR_FACTS_VERSION;
  siren: string;
  /** Oldest first. */
  years: YearFacts[];
}
