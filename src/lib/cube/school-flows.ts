// Schools that come into the queue and leave it, year by year: a school that asks again is counted once.
import { statusIn } from '../model/school.ts';
import { lastMonth, type SchoolYear } from '../model/school-year.ts';
import type { CoverageCube } from './coverage.ts';
import type { Dashboard } from './dashboard.ts';
import { unfiltered } from './filter.ts';

export interface SchoolFlows {
  year: SchoolYear;
  /** First-degree schools that ask for the first time; null where a date that is unknown leaves it unknown. */
  requests: number | null;
  /** First-degree schools that begin to be followed; null as above. */
  openings: number | null;
  /** Waiting at the end of the year: those of the year before, plus requests, minus openings. */
  waiting: number;
  followed: number;
  /** Its months are counted to the end: a year in progress tells nothing of a whole one. */
  whole: boolean;
}

/** A year is whole when it is counted up to its last month, June. */
export const isWhole = ({ years, asOf }: Pick<Dashboard, 'years' | 'asOf'>, year: SchoolYear): boolean =>
  year !== years.at(-1) || asOf >= lastMonth(year);

/** One row a school year, oldest first. The first year has no flows: what came before it is not known. */
export function schoolFlows(cube: CoverageCube): SchoolFlows[] {
  const { years } = cube.dashboard;
  const schools = cube.dashboard.schools.filter(({ kind }) => kind !== 'college');
  return years.map((year, at) => {
    const zone = cube.zone(unfiltered(year));
    const before = years[at - 1];
    const row = {
      year,
      waiting: zone.waiting,
      followed: zone.followed,
      whole: isWhole(cube.dashboard, year)
    };
    if (before === undefined || !cube.followUpKnown) return { ...row, requests: null, openings: null };
    const then = cube.zone(unfiltered(before)).undated;
    const count = (of: (was: string, is: string) => boolean) =>
      schools.filter((school) => of(statusIn(school, before), statusIn(school, year))).length;
    return {
      ...row,
      requests: then.waiting ? null : count((was, is) => was === 'outside' && is !== 'outside'),
      openings: then.followed ? null : count((was, is) => was !== 'followed' && is === 'followed')
    };
  });
}
