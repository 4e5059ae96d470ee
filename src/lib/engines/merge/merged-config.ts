// The configuration that two files make, from its keys, its sources and its releases.
import { isText } from '../../model/documents/json.ts';
import type { Json, MergedListName } from '../../model/documents/save-history.ts';
import { FILE_LISTS, namedFiles } from './file-keys.ts';
import type { Hashes } from './history.ts';
import { canonicalJson, keyOfPath, pathOfKey } from './json.ts';
import { mergedOrder } from './order.ts';
import type { MergePlan } from './plan-merge.ts';
import { isAsIn, rebuilt } from './rebuild.ts';

/** The keys of each list of the result, with their values. */
export type ResultKeys = ReadonlyMap<MergedListName, ReadonlyMap<string, Json>>;

const OF_CONFIG: readonly MergedListName[] = ['config', 'corrections', 'matches', 'sources', 'releases'];
type JsonRecord = Readonly<Record<string, Json>>;

/** @param releases folders in the order of their publication */
export function mergedConfig(
  plan: MergePlan,
  keys: ResultKeys,
  hashes: Hashes,
  releases: readonly string[]
): JsonRecord {
  const { a, b } = plan;
  if (canonicalJson(a.file.config) === canonicalJson(b.file.config)) return a.file.config;
  const like = [a, b].filter((side) => OF_CONFIG.every((where) => isAsIn(where, hashes, side.hashes)));
  if (like.length === 1) return like[0]!.file.config;
  const own = new Map(keys.get('config'));
  const lists = listsOf(plan, keys);
  for (const list of lists.keys())
    for (const key of own.keys()) if (pathOfKey(key)[0] === list) own.delete(key);
  const listed = new Set(
    [...keys.get('releases')!].flatMap(([key, value]) => ((value as JsonRecord).listed ? [key] : []))
  );
  const pathways = releases.filter((folder) => listed.has(keyOfPath([folder])));
  const corrections = correctionsOf(plan, keys);
  const matches = rebuilt(keys.get('matches')!, { a: a.keys.matches, b: b.keys.matches }) as JsonRecord;
  const isIn = (key: string) => key in a.file.config || key in b.file.config;
  const files = [...lists].filter(([list]) => !list.startsWith('schools '));
  const schools = [...lists].flatMap(([list, names]) =>
    list.startsWith('schools ') ? names.map((name) => ({ [list.slice('schools '.length)]: name })) : []
  );
  return {
    ...(rebuilt(own, { a: a.keys.config, b: b.keys.config }) as JsonRecord),
    ...Object.fromEntries(files.filter(([, names]) => names.length > 0)),
    ...((schools.length > 0 || isIn('schools')) && { schools }),
    ...(pathways.length > 0 && { pathways }),
    ...((corrections.length > 0 || isIn('corrections')) && { corrections }),
    ...((Object.keys(matches).length > 0 || isIn('matches')) && { matches })
  };
}

/** The files of each list of the result, in an order that both agree with. */
function listsOf({ a, b }: MergePlan, keys: ResultKeys): Map<string, Json[]> {
  const [ofA, ofB] = [a, b].map(({ file }) => namesByList(file.config));
  const named = new Set([...keys.get('config')!.keys()]);
  const lists = new Map<string, Json[]>();
  for (const list of new Set([...FILE_LISTS, ...ofA!.keys(), ...ofB!.keys()])) {
    const names = mergedOrder(ofA!.get(list) ?? [], ofB!.get(list) ?? []).filter((name) => {
      const source = keys.get('sources')!.get(keyOfPath([name])) as { lists?: readonly string[] } | undefined;
      return source?.lists?.includes(list) || named.has(keyOfPath([list, name]));
    });
    lists.set(list, names);
  }
  return lists;
}

function namesByList(config: JsonRecord): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  for (const { list, names } of namedFiles(config))
    lists.set(list, [
      ...(lists.get(list) ?? []),
      ...names.map((name) => (isText(name) ? name : canonicalJson(name)))
    ]);
  return lists;
}

function correctionsOf({ a, b }: MergePlan, keys: ResultKeys): Json[] {
  const orders = [a, b].map((side) => side.keys.corrections.arrays.get('')?.order ?? []);
  const own = keys.get('corrections')!;
  return mergedOrder(orders[0]!, orders[1]!).flatMap((key) => (own.has(key) ? [own.get(key)!] : []));
}
