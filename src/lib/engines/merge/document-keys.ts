// A JSON document as keys and values, and what is needed to write it again.
import { isRecord } from '../../model/documents/json.ts';
import type { Json, MergedListName } from '../../model/documents/save-history.ts';
import { keyOfPath } from './json.ts';
import { itemKeys, shapeAt, type ArrayShape } from './shapes.ts';

/** Times of an item, which are no change of its own. */
export interface ItemTimes {
  made?: number;
  changed?: number;
  used?: number;
}

export interface DocumentKeys {
  keys: Map<string, Json>;
  /** Key of an array -> the keys of its items, in order. */
  arrays: Map<string, { shape: ArrayShape; order: readonly string[] }>;
  /** Keys of the objects and arrays, and whether one is empty. */
  containers: Map<string, { isArray: boolean; isEmpty: boolean }>;
  /** Keys that say nothing, and that their document writes all the same. */
  nulls: Set<string>;
  /** Of the items with an id, by their key. */
  times: Map<string, ItemTimes>;
}

/** A document that says nothing. */
export const noKeys = (): DocumentKeys => ({
  keys: new Map(),
  arrays: new Map(),
  containers: new Map(),
  nulls: new Set(),
  times: new Map()
});

/** Of these, no part goes with a part of another: a post and its days, a kind of place and its code. */
const ONE_VALUE = ['absence', 'place'];
/** In these, null is no value. */
const NULL_IS_NONE: readonly MergedListName[] = ['decision', 'calendar'];
const TIMES = ['made', 'changed', 'used'] as const;

/** Adds a value that stands at a path, and all below it. */
export function addKeys(
  into: DocumentKeys,
  where: MergedListName,
  value: Json | undefined,
  path: readonly string[]
): void {
  // A page writes absent values so, and its file not at all.
  if (value === undefined) return;
  const key = keyOfPath(path);
  if (value === null && NULL_IS_NONE.includes(where)) return void into.nulls.add(key);
  const shape = Array.isArray(value) ? shapeAt(where, path) : 'whole';
  if (Array.isArray(value) && shape !== 'whole') return addItems(into, where, { shape, items: value }, path);
  const isOne = NULL_IS_NONE.includes(where) && ONE_VALUE.includes(key);
  if (isOne || !isRecord(value)) return void into.keys.set(key, value);
  const entries = Object.entries(value as Readonly<Record<string, Json>>);
  if (path.length > 0) into.containers.set(key, { isArray: false, isEmpty: entries.length === 0 });
  for (const [name, one] of entries) addKeys(into, where, one, [...path, name]);
}

/** Adds the items of an array. */
export function addItems(
  into: DocumentKeys,
  where: MergedListName,
  { shape, items }: { shape: ArrayShape; items: readonly Json[] },
  path: readonly string[]
): void {
  const order = itemKeys(shape, items);
  const at = keyOfPath(path);
  into.arrays.set(at, { shape, order });
  if (path.length > 0) into.containers.set(at, { isArray: true, isEmpty: items.length === 0 });
  for (const [index, item] of items.entries()) {
    const own = [...path, order[index]!];
    if (shape === 'ids' && isRecord(item)) addItem(into, where, item, own);
    else into.keys.set(keyOfPath(own), item);
  }
}

function addItem(
  into: DocumentKeys,
  where: MergedListName,
  item: Readonly<Record<string, Json>>,
  path: readonly string[]
): void {
  const key = keyOfPath(path);
  const times: ItemTimes = {};
  for (const name of TIMES) if (typeof item[name] === 'number') times[name] = item[name];
  into.times.set(key, times);
  into.containers.set(key, { isArray: false, isEmpty: false });
  for (const [name, one] of Object.entries(item))
    if (!['id', ...TIMES].includes(name)) addKeys(into, where, one, [...path, name]);
}
