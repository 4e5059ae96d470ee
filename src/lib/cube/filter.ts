// Filter of a query on the cube: year, level, theme and, optionally, a place.
import { isUnknown, type Count, type KnownSum } from '../model/known-sum.ts';
import type { ChildTheme } from '../model/pathway.ts';
import type { PlaceRef } from '../model/place.ts';
import type { Level } from '../model/school.ts';
import type { SchoolYear } from '../model/school-year.ts';

export type { Count } from '../model/known-sum.ts';

export interface Filter {
  year: SchoolYear;
  level: Level | 'ALL';
  theme: ChildTheme;
  /** A commune, a QPV or a group of schools; null for the whole territory. */
  place: PlaceRef | null;
}

/** All of a year. */
export const unfiltered = (year: SchoolYear): Filter => ({ year, level: 'ALL', theme: 'ALL', place: null });

export const ABSENT: Count = { value: null, status: 'absent' };

/** A published sum; absent when nothing of it is known. */
export const countOfSum = (sum: KnownSum): Count =>
  isUnknown(sum)
    ? ABSENT
    : { value: sum.value, status: 'published', ...(sum.unknown > 0 && { atLeast: true }) };
