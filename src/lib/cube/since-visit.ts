// What a reader saw at a visit, and what has changed since: figures of the latest year, schools followed and waiting.
import { statusIn, type School } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { VISIT_FIGURES, type Visit, type VisitFigure } from '../model/service.ts';
import { changesBetween, compareCounts, type CountComparison } from './changes.ts';
import type { CoverageCube } from './coverage.ts';
import { latestYear } from './dashboard.ts';
import type { Count } from './filter.ts';

export interface SinceVisit {
  rows: { figure: VisitFigure; compared: CountComparison }[];
  gained: School[];
  newlyWaiting: School[];
  /** Neither followed nor waiting any more, or no longer in the territory: UAI, and the school where it is known. */
  gone: { uai: string; school: School | null }[];
}

const byName = (a: School, b: School) => a.name.localeCompare(b.name, 'fr');
const schoolsOf = ({ dashboard }: CoverageCube, status: 'followed' | 'waiting', year: SchoolYear) =>
  dashboard.schools.filter((school) => statusIn(school, year) === status).sort(byName);

/** What the latest year shows, to be kept until the next visit. */
export function visitOf(cube: CoverageCube, day: string): Visit {
  const year = latestYear(cube.dashboard);
  const changes = changesBetween(cube, year, year);
  return {
    day,
    fingerprint: cube.dashboard.fingerprint,
    year,
    figures: Object.fromEntries(
      VISIT_FIGURES.map((figure) => [figure, changes[figure].after.value])
    ) as Visit['figures'],
    followed: schoolsOf(cube, 'followed', year).map(({ uai }) => uai),
    waiting: schoolsOf(cube, 'waiting', year).map(({ uai }) => uai)
  };
}

/** What has changed since a visit; null when the same data are shown. A figure that was or is protected is not compared. */
export function sinceVisit(cube: CoverageCube, visit: Visit): SinceVisit | null {
  if (visit.fingerprint === cube.dashboard.fingerprint) return null;
  const year = latestYear(cube.dashboard);
  const now = changesBetween(cube, year, year);
  const before = (value: number | null): Count =>
    value === null ? { value, status: 'absent' } : { value, status: 'published' };
  const followed = schoolsOf(cube, 'followed', year);
  const waiting = schoolsOf(cube, 'waiting', year);
  const today = new Set([...followed, ...waiting].map(({ uai }) => uai));
  const schools = new Map(cube.dashboard.schools.map((school) => [school.uai, school]));
  return {
    rows: VISIT_FIGURES.map((figure) => ({
      figure,
      compared: compareCounts(before(visit.figures[figure]), now[figure].after)
    })),
    gained: followed.filter(({ uai }) => !visit.followed.includes(uai)),
    newlyWaiting: waiting.filter(({ uai }) => !visit.waiting.includes(uai)),
    gone: [...new Set([...visit.followed, ...visit.waiting])]
      .filter((uai) => !today.has(uai))
      .map((uai) => ({ uai, school: schools.get(uai) ?? null }))
  };
}
