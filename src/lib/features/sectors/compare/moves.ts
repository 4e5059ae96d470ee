// The schools that change referent, in the order in which they are explained, each with the letter that ties it to the map.
import type { Plan } from '$lib/model/plan.ts';
import type { UnitSchool } from '$lib/model/assignment/settings.ts';
import { planChanges } from '../state/plan-figures';
import type { LoadsInUse } from '$lib/figures/loads-in-use.svelte.ts';
import { nameOf } from '../words';

export interface SchoolMove {
  school: UnitSchool;
  /** Post today and as proposed; null for nobody. */
  from: string | null;
  to: string | null;
}

export interface LetteredMove extends SchoolMove {
  letter: string;
}

/** A, B, … Z, AA, AB, … */
const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

/** The schools that change referent under a plan: by post that loses, post that takes, then place. */
export function schoolMoves(sectors: LoadsInUse, plan: Plan): SchoolMove[] {
  const { today, file } = sectors;
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
    .map(({ school, from, to }) => ({ school, from, to }));
}

/** Moves in order, those from one post to another together. */
export function groupsOf(moves: readonly SchoolMove[]): SchoolMove[][] {
  const groups: SchoolMove[][] = [];
  for (const move of moves) {
    const last = groups.at(-1);
    if (last && last[0]!.from === move.from && last[0]!.to === move.to) last.push(move);
    else groups.push([move]);
  }
  return groups;
}

/** Those of the plan on screen, each with its letter. */
export const letteredMoves = (sectors: LoadsInUse): LetteredMove[] =>
  schoolMoves(sectors, sectors.plan).map((move, at) => ({ letter: letterOf(at), ...move }));

/** School -> letter, for the map. */
export const moveLetters = (sectors: LoadsInUse): ReadonlyMap<string, string> =>
  new Map(letteredMoves(sectors).map(({ school, letter }) => [school.uai, letter]));
