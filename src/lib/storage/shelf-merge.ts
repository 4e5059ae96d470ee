// Two tabs, one list: what each knows of every scenario is put together, by id and by time.
import type { Scenario, Shelf } from '../model/scenario.ts';

/** The later of two; at the same time, always the same one of both, whoever asks. */
const later = (a: Scenario, b: Scenario): Scenario => {
  if (a.changed !== b.changed) return a.changed > b.changed ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
};

/**
 * All that two lists know. The last change of a scenario wins, its removal among them; the order of merging does not matter,
 * and merging again changes nothing: tabs that tell one another come to the same list.
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

/** Whether two lists say the same. */
export const sameShelf = (a: Shelf, b: Shelf): boolean =>
  JSON.stringify(mergeShelves(a, a)) === JSON.stringify(mergeShelves(b, b));
