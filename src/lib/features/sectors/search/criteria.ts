// What schools are kept together by: the criteria that the schools of the territory differ by, and the change of one.
import { tellsApart } from '$lib/model/assignment/commune-criteria.ts';
import { CRITERIA, type Criterion } from '$lib/model/assignment/settings.ts';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';

type Shown = Pick<LoadsInUse, 'settings' | 'schools'>;

/** Whether schools differ by it here; one that is chosen is always shown. */
function tells({ settings, schools }: Shown, criterion: Criterion): boolean {
  if (settings.criteria.includes(criterion)) return true;
  if (criterion === 'commune') return new Set(schools.map(({ commune }) => commune)).size > 1;
  return tellsApart(schools, settings.parts, criterion);
}

export const offeredCriteria = (shown: Shown): Criterion[] =>
  CRITERIA.filter((criterion) => tells(shown, criterion));

/** The criteria with one more, or one less: each school on its own excludes the others. */
export function toggledCriteria({ settings: { criteria } }: Shown, criterion: Criterion): Criterion[] {
  const next: readonly Criterion[] = criteria.includes(criterion)
    ? criteria.filter((one) => one !== criterion)
    : criterion === 'school'
      ? ['school']
      : [...criteria.filter((one) => one !== 'school'), criterion];
  return next.length > 0 ? [...next] : ['school'];
}
