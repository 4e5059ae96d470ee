// A répartition beside the schools of today: how many it was made for, and which it gives no referent.
import type { Plan } from '../plan.ts';
import type { AssignmentFile } from './assignment-file.ts';

export interface OutdatedPlan {
  /** Schools that the plan gives a referent, those of the territory no more too. */
  madeFor: number;
  /** Schools followed today. */
  now: number;
  /** UAI of those that it gives no referent: what their work asks is in no load. */
  without: string[];
}

/** Null where the plan gives a referent to each school followed today, and to no other that is gone. @param plan as it was made */
export function outdatedPlan(
  { schools, posts }: Pick<AssignmentFile, 'schools' | 'posts'>,
  { referents }: Pick<Plan, 'referents'>
): OutdatedPlan | null {
  const held = new Set(posts.map(({ id }) => id));
  const known = new Set(schools.map(({ uai }) => uai));
  const followed = schools.filter(({ waiting }) => !waiting);
  const without = followed.flatMap(({ uai }) => (held.has(referents[uai] ?? '') ? [] : [uai]));
  const gone = Object.keys(referents).filter((uai) => !known.has(uai));
  if (without.length === 0 && gone.length === 0) return null;
  const waiting =
    Object.keys(referents).length - gone.length - followed.filter(({ uai }) => uai in referents).length;
  return { madeFor: Object.keys(referents).length - waiting, now: followed.length, without };
}
