// Lists that two tabs change at once: the last change of an item wins, its removal included.

export interface ListItem {
  id: string;
  /** Milliseconds since 1970. */
  made: number;
  changed: number;
}

/** Items, and the removed ones with the time of removal. */
export interface MergedList<Item extends ListItem> {
  items: readonly Item[];
  gone: Readonly<Record<string, number>>;
}

/** The later of two; on equal times, the same one whatever the order of the arguments. */
function later<Item extends ListItem>(a: Item, b: Item): Item {
  if (a.changed !== b.changed) return a.changed > b.changed ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** Union of two lists. Commutative and idempotent, so that tabs which exchange their lists converge. */
export function mergeLists<Item extends ListItem>(
  a: MergedList<Item>,
  b: MergedList<Item>
): MergedList<Item> {
  const gone = new Map(Object.entries(a.gone));
  for (const [id, at] of Object.entries(b.gone)) gone.set(id, Math.max(at, gone.get(id) ?? at));
  const known = new Map<string, Item>();
  for (const one of [...a.items, ...b.items]) {
    const other = known.get(one.id);
    known.set(one.id, other ? later(one, other) : one);
  }
  const items = [...known.values()]
    .filter(({ id, changed }) => changed > (gone.get(id) ?? -Infinity))
    .sort((x, y) => x.made - y.made || (x.id < y.id ? -1 : 1));
  return { items, gone: Object.fromEntries([...gone].sort(([x], [y]) => (x < y ? -1 : 1))) };
}
