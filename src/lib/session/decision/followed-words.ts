// What a page does not follow of the filters that go from page to page, in one line.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { SchoolYear } from '$lib/model/school-year.ts';
import type { Decision } from './decision.svelte.ts';

interface ShownPart {
  /** Years that the page shows. */
  years: readonly SchoolYear[];
  /** It shows the whole territory, whatever the place. */
  whole: boolean;
}

/** Null where the page shows what was chosen, or nothing was. @param nameOf of a place, by its code */
export function unfollowedWords(
  { year, place }: Pick<Decision, 'year' | 'place'>,
  { years, whole }: ShownPart,
  nameOf: (code: string) => string
): string | null {
  const other = year !== null && !years.includes(year) ? year : null;
  const name = whole && place ? nameOf(place.code) : null;
  if (other !== null && name !== null) return m.situation_unfollowed_both({ year: other, place: name });
  if (other !== null) return m.situation_unfollowed_year({ year: other });
  return name === null ? null : m.situation_unfollowed_place({ place: name });
}
