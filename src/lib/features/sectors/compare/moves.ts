// The schools that change referent, in the order in which they are explained, each with the letter that ties it to the map.
import type { UnitSchool } from '$lib/model/assignment/settings.ts';
import { planChanges } from '../state/plan-figures';
import type { SectorsState } from '../state/sectors-state.svelte';
import { nameOf } from '../words';

export interface LetteredMove {
  letter: string;
  school: UnitSchool;
  /** Post today and as proposed; null for nobody. */
  from: string | null;
  to: string | null;
}

/** A, B, … Z, AA, AB, … */
export const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** By post that loses, post that takes, then place. */
export function letteredMoves(sectors: SectorsState): LetteredMove[] {
  const { plan, today, file } = sectors;
  const { moved, gained } = planChanges(sectors, plan);
  const rank = (post: string | null) => file.posts.findIndex(({ id }) => id === post);
  return [...moved, ...gained]
    .map((school) => ({
      school,
      from: today.referents[school.uai] ?? null,
      to: plan.referents[school.uai] ?? null,
      place: nameOf(sectors, school.commune)
    }))
    .sort(
      (a, b) =>
        rank(a.from) - rank(b.from) ||
        rank(a.to) - rank(b.to) ||
        a.place.localeCompare(b.place, 'fr') ||
        a.school.name.localeCompare(b.school.name, 'fr')
    )
    .map(({ school, from, to }, at) => ({ letter: letterOf(at), school, from, to }));
}

/** School -> letter, for the map. */
export const moveLetters = (sectors: SectorsState): ReadonlyMap<string, string> =>
  new Map(letteredMoves(sectors).map(({ school, letter }) => [school.uai, letter]));
