// How each array of a territory's documents is told apart, item by item.
import { isRecord, isText } from '../../model/documents/json.ts';
import type { Json, MergedListName } from '../../model/documents/save-history.ts';
import { hashOf } from './json.ts';

/** `ids`: records with an id, merged inside. `meetings`: by team and number. `texts`: themselves. `records`: by all that they say. `whole`: one value. */
export type ArrayShape = 'ids' | 'meetings' | 'texts' | 'records' | 'whole';

const OF_YEAR: Readonly<Record<string, ArrayShape>> = {
  plan: 'meetings',
  locked: 'meetings',
  convened: 'meetings',
  absences: 'records',
  cancelled: 'texts'
};

/** Lists of which each entry is one key where one file alone has it, and is merged inside where both do. */
export const ENTRY_LISTS: readonly MergedListName[] = [
  'plans',
  'decision',
  'calendar',
  'meetings',
  'sessions'
];

/** The shape of an array that stands at a path of a list. */
export function shapeAt(where: MergedListName, path: readonly string[]): ArrayShape {
  const last = path.at(-1) ?? '';
  if (where === 'meetings' && path.length === 2) return OF_YEAR[last] ?? 'whole';
  if (where === 'calendar' && path.length === 3) return OF_YEAR[last] ?? 'whole';
  if (where === 'answers' && path[0] === 'meetings') return path.length === 2 ? 'meetings' : 'whole';
  if (where === 'answers' && last === 'exits' && path.length === 1) return 'records';
  if (where === 'sessions' && path.length === 3) return ['needs', 'ready'].includes(last) ? 'texts' : 'whole';
  if (where === 'matches') return path[1] === 'columns' || path[1] === 'ignored' ? 'texts' : 'whole';
  if (where === 'config' && last === 'both') return 'records';
  return where === 'config' ? 'texts' : 'whole';
}

function nameOf(shape: ArrayShape, item: Json): string | null {
  if (shape === 'texts') return isText(item) ? item : null;
  if (!isRecord(item)) return null;
  if (shape === 'ids') return isText(item.id) && item.id !== '' ? item.id : null;
  const { team, number } = item;
  return shape === 'meetings' && isText(team) && Number.isSafeInteger(number) ? `${team} ${number}` : null;
}

/** The key of each item, no two alike. */
export function itemKeys(shape: ArrayShape, items: readonly Json[]): string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const name = nameOf(shape, item) ?? `#${hashOf(item)}`;
    let key = name;
    for (let number = 2; taken.has(key); number++) key = `${name}#${number}`;
    taken.add(key);
    return key;
  });
}
