// Differences between two school years, for figures that may be compared.
import { statusIn, type School, type SchoolStatus } from '../model/school.ts';
import { type SchoolYear } from '../model/school-year.ts';
import type { PlaceRef } from '../model/place.ts';
import type { ServiceYear } from '../model/service.ts';
import type { ZonePlaceKind } from './school-groups.ts';
import type { CoverageCube, ZoneFigures } from './coverage.ts';
import { unfiltered, type Count } from './filter.ts';

/** A difference, or the reason for none: one of the two counts is protected, or one of the two figures is not published. */
export type Difference = { value: number; why: null } | { value: null; why: 'protected' | 'absent' };

export interface CountComparison {
  before: Count;
  after: Count;
  difference: Difference;
}

export interface ZoneChange {
  ref: PlaceRef;
  name: string;
  followed: CountComparison;
  waiting: CountComparison;
  children: CountComparison;
}

/** How the queue of one end becomes that of the other, school by school: `before + asked - opened + returned - withdrawn = after`. */
export interface QueueFlow {
  before: number;
  /** Had not asked then, and have since. */
  asked: number;
  /** Begin to be followed. */
  opened: number;
  /** Followed then, and waiting again. */
  returned: number;
  /** Waited then, and neither wait nor are followed. */
  withdrawn: number;
  after: number;
  /** Schools that have asked, followed or waiting, at each end. */
  asking: { before: number; after: number };
}

export interface Changes {
  from: SchoolYear;
  to: SchoolYear;
  /** null: the whole territory. */
  place: PlaceRef | null;
  followed: CountComparison;
  waiting: CountComparison;
  children: CountComparison;
  /** Null where dates leave a part of it unknown. */
  queue: QueueFlow | null;
  /** Schools that have asked, followed or waiting: those that are followed and those that wait. Absent where dates leave a part of it unknown. */
  asking: CountComparison;
  /** Of the whole service: absent for one place. */
  teams: CountComparison;
  meetings: CountComparison;
  budget: CountComparison;
  /** Posts of referents. */
  referents: CountComparison;
  /** Followed at the end but not at the start, by name. */
  gained: School[];
  /** Followed at the start but not at the end. */
  lost: School[];
  /** Waiting at the end but not at the start. */
  newlyWaiting: School[];
  zones: ZoneChange[];
}

const known = (value: number | undefined | null): Count =>
  value === undefined || value === null ? { value: null, status: 'absent' } : { value, status: 'published' };

/** Compares two counts. A difference with a protected count would disclose it to anyone who knows the other: it is not computed. */
export function compareCounts(before: Count, after: Count): CountComparison {
  const hidden = [before, after].some(({ status }) => status === 'suppressed');
  const difference: Difference =
    before.value === null || after.value === null
      ? { value: null, why: hidden ? 'protected' : 'absent' }
      : { value: after.value - before.value, why: null };
  return { before, after, difference };
}

const numbers = (before: number | null | undefined, after: number | null | undefined) =>
  compareCounts(known(before), known(after));

/** Of first-degree schools, by their status at both ends; null where that does not add up to the counts shown. */
function queueFlow(
  cube: CoverageCube,
  from: SchoolYear,
  to: SchoolYear,
  place: PlaceRef | null,
  waiting: CountComparison
): QueueFlow | null {
  const [before, after] = [waiting.before.value, waiting.after.value];
  if (before === null || after === null) return null;
  const ends = [...cube.schoolsIn(place), ...cube.formerSchoolsIn(place)]
    .filter(({ kind }) => kind !== 'college')
    .map((school) => ({ was: statusIn(school, from), is: statusIn(school, to) }));
  const count = (of: (end: { was: SchoolStatus; is: SchoolStatus }) => boolean) => ends.filter(of).length;
  const asks = (status: SchoolStatus) => status === 'followed' || status === 'waiting';
  const flow = {
    before,
    asked: count(({ was, is }) => !asks(was) && asks(is)),
    opened: count(({ was, is }) => was !== 'followed' && is === 'followed'),
    returned: count(({ was, is }) => was === 'followed' && is === 'waiting'),
    withdrawn: count(({ was, is }) => was === 'waiting' && !asks(is)),
    after,
    asking: { before: count(({ was }) => asks(was)), after: count(({ is }) => asks(is)) }
  };
  const closes = before + flow.asked - flow.opened + flow.returned - flow.withdrawn === after;
  return closes ? flow : null;
}

export function changesBetween(
  cube: CoverageCube,
  from: SchoolYear,
  to: SchoolYear,
  place: PlaceRef | null = null,
  kind: ZonePlaceKind = 'commune'
): Changes {
  const ask = (year: SchoolYear, where: PlaceRef | null) =>
    cube.zone({ year, level: 'ALL', theme: 'ALL', place: where });
  const [before, after] = [ask(from, place), ask(to, place)];
  // What dates leave unknown of a year is not compared, nor schools of a place that are not known.
  const dated = (zone: ZoneFigures, key: 'followed' | 'waiting') =>
    zone.undated[key] || !zone.known ? null : zone[key];
  const zones = cube.zones(unfiltered(to), kind).map((now) => {
    const then = ask(from, now.ref);
    return {
      ref: now.ref,
      name: now.name,
      followed: numbers(dated(then, 'followed'), dated(now, 'followed')),
      waiting: numbers(dated(then, 'waiting'), dated(now, 'waiting')),
      children: compareCounts(then.children, now.children)
    };
  });
  const rows: Partial<Record<SchoolYear, ServiceYear>> = Object.fromEntries(
    cube.dashboard.serviceYears.map((row) => [row.school_year, row])
  );
  const service = (key: 'teams' | 'meetings' | 'budget_euros' | 'referents') =>
    place === null ? numbers(rows[from]?.[key], rows[to]?.[key]) : numbers(undefined, undefined);
  const schools = [...cube.schoolsIn(place), ...cube.formerSchoolsIn(place)].sort((a, b) =>
    a.name.localeCompare(b.name, 'fr')
  );
  const newly = (status: 'followed' | 'waiting', start: SchoolYear, end: SchoolYear) =>
    schools.filter((school) => statusIn(school, start) !== status && statusIn(school, end) === status);
  const waiting = numbers(dated(before, 'waiting'), dated(after, 'waiting'));
  const queue =
    before.undated.followed || after.undated.followed ? null : queueFlow(cube, from, to, place, waiting);
  return {
    from,
    to,
    place,
    zones,
    followed: numbers(dated(before, 'followed'), dated(after, 'followed')),
    waiting,
    queue,
    children: compareCounts(before.children, after.children),
    asking: numbers(queue?.asking.before, queue?.asking.after),
    teams: service('teams'),
    meetings: service('meetings'),
    budget: service('budget_euros'),
    referents: service('referents'),
    gained: newly('followed', from, to),
    lost: newly('followed', to, from),
    newlyWaiting: newly('waiting', from, to)
  };
}
