// Merge of two tabs' lists of scenarios, by id and time of change.
import type { Scenario, Shelf } from '../model/scenario.ts';

/** The later of two; on equal times, the same one whatever the order of the arguments. */
const later = (a: Scenario, b: Scenario): Scenario => {
  if (a.changed !== b.changed) return a.changed > b.changed ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
};

/**
 * Union of two lists. The last change of a scenario wins, removal included. Commutative and idempotent, so that tabs which
 * exchange their lists converge.
 */
export function mergeShelves(a: Shelf, b: Shelf): Shelf {
  const gone = new Map(Object.entries(a.gone));
  for (const [id, at] of Object.entries(b.gone)) gone.set(id, Math.max(at, gone.get(id) ?? at));
  const known = new Map<string, Scenario>();
  for (const one of [...a.scenarios, ...b.scenarios]) {
    const other = known.get(one.id);
    known.set(one.id, other ? later(one, other) : one);
  }
  const scenarios = [...known.values()]
    .filter(({ id, changed }) => changed > (gone.get(id) ?? -Infinity))
    .sort((x, y) => x.made - y.made || (x.id < y.id ? -1 : 1));
  return { scenarios, gone: Object.fromEntries([...gone].sort(([x], [y]) => (x < y ? -1 : 1))) };
}

/** Whether two lists are equal. */
export const sameShelf = (a: Shelf, b: Shelf): boolean =>
  JSON.stringify(mergeShelves(a, a)) === JSON.stringify(mergeShelves(b, b));
