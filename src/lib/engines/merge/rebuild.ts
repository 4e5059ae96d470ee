// A document written again from its keys, in an order that both files agree with.
import type { Json, MergedListName } from '../../model/documents/save-history.ts';
import type { DocumentKeys, ItemTimes } from './document-keys.ts';
import { byKey, keyOfPath, pathOfKey } from './json.ts';
import { mergedOrder } from './order.ts';

type Node = Map<string, Node | { leaf: Json }>;
const isNode = (one: Node | { leaf: Json } | undefined): one is Node => one instanceof Map;

/** The node at a path, made on the way. */
function nodeAt(root: Node, path: readonly string[]): Node {
  let node = root;
  for (const part of path) {
    const next = node.get(part);
    if (isNode(next)) node = next;
    else {
      const made: Node = new Map();
      node.set(part, made);
      node = made;
    }
  }
  return node;
}

function has(root: Node, path: readonly string[]): boolean {
  let node: Node | { leaf: Json } | undefined = root;
  for (const part of path) node = isNode(node) ? node.get(part) : undefined;
  return node !== undefined;
}

const NONE = { leaf: null };

/**
 * The value that a list's keys say.
 *
 * @param a the list in one file, and `b` in the other: empty objects, order of items, times
 * @param isOwn whether a key is of the document: all are when absent
 */
export function rebuilt(
  keys: ReadonlyMap<string, Json>,
  { a, b }: Readonly<Record<'a' | 'b', DocumentKeys>>,
  isOwn: (key: string) => boolean = () => true
): Json {
  const tree: Node = new Map();
  for (const [key, leaf] of [...keys].sort(byKey)) {
    const path = pathOfKey(key);
    nodeAt(tree, path.slice(0, -1)).set(path.at(-1)!, { leaf });
  }
  for (const [key] of emptied(a, b)) {
    if (!isOwn(key)) continue;
    const path = pathOfKey(key);
    if (has(tree, path.slice(0, -1)) && !has(tree, path)) nodeAt(tree, path);
  }
  for (const key of new Set([...a.nulls, ...b.nulls])) {
    const path = pathOfKey(key);
    if (has(tree, path.slice(0, -1)) && !has(tree, path))
      nodeAt(tree, path.slice(0, -1)).set(path.at(-1)!, NONE);
  }
  return jsonOf(tree, [], { a, b });
}

/** Objects and arrays that stand though nothing is left in them, the outer ones first. */
function emptied(a: DocumentKeys, b: DocumentKeys): [string, unknown][] {
  const all = new Map([...a.containers, ...b.containers]);
  return [...all]
    .filter(([key]) => {
      const [inA, inB] = [a.containers.get(key), b.containers.get(key)];
      return (inA && inB) || inA?.isEmpty || inB?.isEmpty;
    })
    .sort(byKey);
}

interface Sides {
  a: DocumentKeys;
  b: DocumentKeys;
}

function jsonOf(node: Node | { leaf: Json }, path: readonly string[], sides: Sides): Json {
  if (!isNode(node)) return node.leaf;
  const key = keyOfPath(path);
  const array = sides.a.arrays.get(key) ?? sides.b.arrays.get(key);
  if (!array) return objectOf(node, path, sides);
  const order = mergedOrder(sides.a.arrays.get(key)?.order ?? [], sides.b.arrays.get(key)?.order ?? []);
  return order.flatMap((item): Json[] => {
    const one = node.get(item);
    if (one === undefined) return [];
    const own = [...path, item];
    if (array.shape !== 'ids' || !isNode(one)) return [jsonOf(one, own, sides)];
    return [{ id: item, ...objectOf(one, own, sides), ...timesOf(keyOfPath(own), sides) }];
  });
}

const objectOf = (node: Node, path: readonly string[], sides: Sides): Record<string, Json> =>
  Object.fromEntries([...node].map(([name, one]) => [name, jsonOf(one, [...path, name], sides)]));

/** When it was made, first; when it changed and was used, last. */
function timesOf(key: string, { a, b }: Sides): Record<string, number> {
  const of = (name: keyof ItemTimes) =>
    [a, b].map((side) => side.times.get(key)?.[name]).filter((time) => time !== undefined);
  const [made, changed, used] = [of('made'), of('changed'), of('used')];
  return {
    ...(made.length > 0 && { made: Math.min(...made) }),
    ...(changed.length > 0 && { changed: Math.max(...changed) }),
    ...(used.length > 0 && { used: Math.max(...used) })
  };
}

/** Whether a list of a file is the result as it is. */
export const isAsIn = (
  where: MergedListName,
  result: ReadonlyMap<MergedListName, ReadonlyMap<string, string>>,
  hashes: ReadonlyMap<MergedListName, ReadonlyMap<string, string>>,
  isOwn: (key: string) => boolean = () => true
): boolean => {
  const [one, other] = [result, hashes].map(
    (of) => new Map([...of.get(where)!].filter(([key]) => isOwn(key)))
  ) as [Map<string, string>, Map<string, string>];
  return one.size === other.size && [...one].every(([key, hash]) => other.get(key) === hash);
};
