// Counts of schools: additive and public, never a count of children in the programme.
import { levelsOf, statusIn, type Level, type School, type SchoolStatus } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';

/** Grades of the nursery and primary cycles, to split the pupils of an école primaire. */
const GRADES = { maternelle: 3, elementaire: 5 } as const;

export interface SchoolCounts {
  /** First-degree schools (collèges when the filter's level is collège). */
  schools: number;
  followed: number;
  waiting: number;
  /** Collèges that work with the service. */
  linked: number;
  /** Pupils at the filter's level, in all schools. */
  pupils: number;
  /** Pupils at that level in the schools followed. */
  pupilsFollowed: number;
  /** Some of these numbers are estimates. */
  estimated: boolean;
  /** Schools at the level, and followed ones, without a number of pupils: above 0, `pupils` and `pupilsFollowed` are least values. */
  uncounted: number;
  uncountedFollowed: number;
}

/**
 * Pupils of a school at a level. The pupils of an école primaire are shared 3 : 5 between its two levels (three
 * grades and five): an approximation, used for rates only. Nothing for a school without a number: who adds up counts such schools apart.
 */
export function pupilsAt(school: School, level: Level | 'ALL'): number {
  const pupils = school.pupils ?? 0;
  if (level === 'ALL') return pupils;
  if (!levelsOf(school.kind).includes(level)) return 0;
  if (school.kind !== 'primaire') return pupils;
  return (pupils * GRADES[level as keyof typeof GRADES]) / (GRADES.maternelle + GRADES.elementaire);
}

export function isAtLevel(school: School, level: Level | 'ALL'): boolean {
  return level === 'ALL' || levelsOf(school.kind).includes(level);
}

/** Counts of a place as far as they are known: without any list of the service, nobody knows how many schools it follows. */
export type KnownCounts = Omit<SchoolCounts, 'followed' | 'waiting' | 'pupilsFollowed'> & {
  followed: number | null;
  waiting: number | null;
};

export interface PositionCounts {
  official: number;
  approximate: number;
  /** Schools that no file places. */
  unplaced: number;
}

/** First-degree schools by what their position is worth. */
export function countPositions(schools: readonly School[]): PositionCounts {
  const counts = { official: 0, approximate: 0, unplaced: 0 };
  for (const { kind, lon, lat, position_quality: quality } of schools) {
    if (kind === 'college') continue;
    if (lon === null || lat === null) counts.unplaced += 1;
    else if (quality === 'official') counts.official += 1;
    else counts.approximate += 1;
  }
  return counts;
}

export function countSchools(
  schools: readonly School[],
  year: SchoolYear,
  level: Level | 'ALL'
): SchoolCounts {
  const counts: SchoolCounts = {
    schools: 0,
    followed: 0,
    waiting: 0,
    linked: 0,
    pupils: 0,
    pupilsFollowed: 0,
    estimated: false,
    uncounted: 0,
    uncountedFollowed: 0
  };
  for (const school of schools) {
    if (!isAtLevel(school, level)) continue;
    const status: SchoolStatus = statusIn(school, year);
    const pupils = pupilsAt(school, level);
    counts.pupils += pupils;
    if (school.pupils === null) counts.uncounted += 1;
    if (school.pupils_quality === 'estimated' || (level !== 'ALL' && school.kind === 'primaire')) {
      counts.estimated = true;
    }
    if (school.kind === 'college') {
      if (level === 'college') counts.schools += 1;
      if (status === 'linked') counts.linked += 1;
      continue;
    }
    counts.schools += 1;
    if (status === 'followed') {
      counts.followed += 1;
      counts.pupilsFollowed += pupils;
      if (school.pupils === null) counts.uncountedFollowed += 1;
    } else if (status === 'waiting') {
      counts.waiting += 1;
    }
  }
  counts.pupils = Math.round(counts.pupils);
  counts.pupilsFollowed = Math.round(counts.pupilsFollowed);
  return counts;
}

/** @param followUpKnown of the territory: some school of it is followed, or waits */
export function knownCounts(
  { pupilsFollowed: _, ...counts }: SchoolCounts,
  followUpKnown: boolean
): KnownCounts {
  return followUpKnown ? counts : { ...counts, followed: null, waiting: null };
}
