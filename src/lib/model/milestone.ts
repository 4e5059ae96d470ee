// Dated notes of the service, shown on curves: the opening of a post, a new list of priority neighbourhoods, a change of rule.
import type { ValueQuality } from './place.ts';
import { schoolYearOf, type Month, type SchoolYear } from './school-year.ts';

export interface Milestone {
  month: Month;
  text: string;
  quality: ValueQuality;
}

/** A milestone and its number, which the curve and the list beside it share. */
export interface NumberedMilestone extends Milestone {
  number: number;
  year: SchoolYear;
}

/** The milestones of some school years, oldest first, numbered from 1. */
export function milestonesOf(
  milestones: readonly Milestone[],
  years: readonly SchoolYear[]
): NumberedMilestone[] {
  return milestones
    .map((one) => ({ ...one, year: schoolYearOf(one.month) }))
    .filter(({ year }) => years.includes(year))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.text < b.text ? -1 : 1))
    .map((one, at) => ({ ...one, number: at + 1 }));
}
