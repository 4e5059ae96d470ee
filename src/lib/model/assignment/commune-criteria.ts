// Criteria of communes of their own: which communes have some, and which criteria the schools of a commune can be told apart by.
import { CRITERIA, type CommuneCriteria, type Criterion, type SchoolFacts } from './settings.ts';
import type { Part } from './ties.ts';

type ToldSchool = Pick<SchoolFacts, 'uai' | 'commune' | 'qpv' | 'network' | 'group'>;

/** Whether a criterion says something of schools: a part, a priority neighbourhood, a network or a group only where one of them has one. */
export function tellsApart(
  schools: readonly Omit<ToldSchool, 'commune'>[],
  parts: readonly Part[],
  criterion: Criterion
): boolean {
  switch (criterion) {
    case 'part':
      return parts.some((part) => schools.some(({ uai }) => part.schools.includes(uai)));
    case 'qpv':
    case 'network':
    case 'group':
      return schools.some((school) => school[criterion] !== null);
    default:
      return schools.length > 0;
  }
}

/** The criteria of communes that can be used: known communes, and criteria that say something of their schools. */
export function usableCriteria(
  own: CommuneCriteria,
  schools: readonly ToldSchool[],
  parts: readonly Part[]
): CommuneCriteria {
  const communes = Object.keys(own);
  if (communes.length === 0) return own;
  return Object.fromEntries(
    communes.sort().flatMap((commune) => {
      const there = schools.filter((school) => school.commune === commune);
      const told = (own[commune] ?? []).filter((criterion) => tellsApart(there, parts, criterion));
      return told.length > 0 ? [[commune, told] as const] : [];
    })
  );
}

/** The criteria with a commune's own; null: it follows the whole territory again. */
export function withCommune(
  own: CommuneCriteria,
  commune: string,
  criteria: readonly Criterion[] | null
): CommuneCriteria {
  const others = Object.entries(own).filter(([code]) => code !== commune);
  const all = criteria === null ? others : [...others, [commune, criteria] as const];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The criteria of a commune with one more, or one less: the whole commune and each school on its own stand alone, the others add up.
 * Without any, each school is on its own.
 */
export function toggledInCommune(criteria: readonly Criterion[], criterion: Criterion): Criterion[] {
  const alone: readonly Criterion[] = ['commune', 'school'];
  const next = criteria.includes(criterion)
    ? criteria.filter((one) => one !== criterion)
    : alone.includes(criterion)
      ? [criterion]
      : [...criteria.filter((one) => !alone.includes(one)), criterion];
  return next.length > 0 ? CRITERIA.filter((one) => next.includes(one)) : ['school'];
}
