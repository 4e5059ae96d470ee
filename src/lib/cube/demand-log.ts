// The queue month by month, for the territory or for the schools of a place: the same population as the list beside it.
import type { Month } from '../model/school-year.ts';
import type { CoverageCube } from './coverage.ts';
import type { Dashboard } from './dashboard.ts';
import type { Filter } from './filter.ts';

export type DemandLog = Dashboard['demand'];

/** Month in which a school begins to be followed, in September of its first year. */
const opening = (year: string | null): Month | null =>
  year === null ? null : (`${year.slice(0, 4)}-09` as Month);

/**
 * Schools that wait at the end of each month, and requests made in it. Of a place, by the dates of its schools: one request each, the first.
 */
export function demandLog(
  cube: CoverageCube,
  filter: Pick<Filter, 'year' | 'level' | 'place' | 'theme'>
): DemandLog {
  const { demand } = cube.dashboard;
  if (filter.place === null && filter.level === 'ALL') return demand;
  const schools = cube.schools(filter).filter(({ status }) => status === 'followed' || status === 'waiting');
  return demand.map(({ month }) => ({
    month,
    requests: schools.filter(({ school }) => school.requested_since === month).length,
    waiting: schools.filter(({ school, status }) => {
      const asked = school.requested_since !== null && school.requested_since <= month;
      const since = status === 'followed' ? opening(school.followed_since) : null;
      return asked && (status === 'waiting' || (since !== null && since > month));
    }).length
  }));
}
