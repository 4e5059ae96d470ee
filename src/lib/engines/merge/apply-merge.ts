// One file out of two, once a person has chosen: configuration, lists, sources, and the history of both.
import {
  MERGED_LISTS,
  MOST_SAVES,
  type UndecidedKey,
  type Json,
  type KeyMark,
  type MergedListName,
  type SaveHistory
} from '../../model/documents/save-history.ts';
import type { KeptListName } from './file-keys.ts';
import {
  entryOf,
  hashesOf,
  hashUnder,
  keysOfMarks,
  saveOf,
  withSeal,
  withLog,
  type Hashes,
  type Marks,
  type SaveFacts,
  type StandingFile
} from './history.ts';
import { byKey, canonicalJson, keyOfPath } from './json.ts';
import { mergedKept } from './merged-kept.ts';
import { mergedConfig, type ResultKeys } from './merged-config.ts';
import { mergedOrder } from './order.ts';
import { marksUnder, type MergePlan, type MergeSideName, type MergeUnit } from './plan-merge.ts';

/** The file that two make. */
export interface MergedFile {
  config: Readonly<Record<string, Json>>;
  kept: Readonly<Partial<Record<KeptListName, string>>>;
  /** Name of a source, releases apart -> the file that it is taken from; in order. */
  sources: ReadonlyMap<string, MergeSideName>;
  /** Folder of a release -> the file that it is taken from; in the order of their publication. */
  releases: ReadonlyMap<string, MergeSideName>;
  /** The files whose configuration, sources and releases are those of the result: their tables are its own. */
  tablesOf: readonly MergeSideName[];
  /** The files whose profile, thresholds and releases are those of the result. */
  protectedAs: readonly MergeSideName[];
  history: SaveHistory;
  /** Keys that nobody has chosen yet, of this merge and of those before it. */
  undecided: number;
}

/** Ids that the plan does not know. */
export const unknownDecisions = (
  { proposals }: Pick<MergePlan, 'proposals'>,
  decisions: Readonly<Record<string, unknown>>
): string[] => {
  const known = new Set(proposals.map(({ id }) => id));
  return Object.keys(decisions).filter((id) => !known.has(id));
};

/**
 * Applies a plan. A proposal that nobody decided holds the value of the first file, and stays in the result as a doubt.
 *
 * @throws Error for an id that the plan does not know: see `unknownDecisions`
 */
export function applyMerge(
  plan: MergePlan,
  decisions: Readonly<Record<string, MergeSideName>>,
  facts: SaveFacts
): MergedFile {
  const unknown = unknownDecisions(plan, decisions);
  if (unknown.length > 0) throw new Error(`unknown proposals: ${unknown.join(', ')}`);
  const sideOf = ({ where, key, fate }: MergeUnit): MergeSideName => {
    if (typeof fate === 'object') return decisions[fate.proposal] ?? 'a';
    if (fate !== 'same') return fate;
    // The same value may be told otherwise (the row of a correction): of one side, whichever file comes first.
    const [a, b] = [plan.a, plan.b].map(({ keys: of }) => canonicalJson(of[where].keys.get(key) ?? null));
    return a! <= b! ? 'a' : 'b';
  };
  const chosen = new Map(plan.units.map((unit) => [unit, sideOf(unit)]));
  const keys = resultKeys(plan, chosen);
  const hashes = hashesOf((where) => keys.get(where)!);
  const sources = fromWhich(plan, 'sources', chosen, keys);
  const releases = fromWhich(plan, 'releases', chosen, keys);
  const doubts = doubtsOf(plan, decisions, keys, hashes);
  const config = mergedConfig(plan, keys, hashes, [...releases.keys()]);
  return {
    config,
    kept: mergedKept(plan, keys, hashes),
    sources,
    releases,
    tablesOf: sidesLike(plan, hashes, ['config', 'corrections', 'matches', 'sources', 'releases']),
    protectedAs: sidesLike(plan, hashes, ['releases'], (key) => /^(?:profile|thresholds\b)/.test(key)),
    history: historyOf(plan, { chosen, decisions, hashes, facts, doubts, config }),
    undecided: doubts.length
  };
}

function resultKeys({ a, b }: MergePlan, chosen: ReadonlyMap<MergeUnit, MergeSideName>): ResultKeys {
  const keys = new Map(MERGED_LISTS.map((where) => [where, new Map<string, Json>()]));
  for (const [{ where, key }, name] of chosen) {
    const of = (name === 'a' ? a : b).keys[where].keys;
    const into = keys.get(where)!;
    if (of.has(key)) into.set(key, of.get(key)!);
    else if (entryOf(where, key) === key)
      for (const [one, value] of of) if (one.startsWith(`${key}/`)) into.set(one, value);
  }
  return keys;
}

/** Items of a list of files, each with the side that it comes from. */
function fromWhich(
  { a, b }: MergePlan,
  where: 'sources' | 'releases',
  chosen: ReadonlyMap<MergeUnit, MergeSideName>,
  keys: ResultKeys
): Map<string, MergeSideName> {
  const sides = new Map(
    [...chosen].flatMap(([unit, side]) => (unit.where === where ? [[unit.key, side] as const] : []))
  );
  const orders = [a, b].map(({ keys: of }) => of[where].arrays.get('')?.order ?? []);
  return new Map(
    mergedOrder(orders[0]!, orders[1]!).flatMap((name) => {
      const key = keyOfPath([name]);
      return keys.get(where)!.has(key) ? [[name, sides.get(key)!] as const] : [];
    })
  );
}

/** The files that say of these lists what the result does, and of the keys of the configuration that are asked. */
function sidesLike(
  plan: MergePlan,
  hashes: Hashes,
  lists: readonly MergedListName[],
  isAsked: (key: string) => boolean = () => false
): MergeSideName[] {
  const textOf = (of: Hashes) =>
    JSON.stringify([
      ...lists.map((where) => [...of.get(where)!].sort(byKey)),
      [...of.get('config')!].filter(([key]) => isAsked(key)).sort(byKey)
    ]);
  const result = textOf(hashes);
  return (['a', 'b'] as const).filter((name) => textOf(plan[name].hashes) === result);
}

function doubtsOf(
  plan: MergePlan,
  decisions: Readonly<Record<string, MergeSideName>>,
  keys: ResultKeys,
  hashes: Hashes
): UndecidedKey[] {
  const asDocuments = Object.fromEntries(
    MERGED_LISTS.map((where) => [where, { keys: new Map(keys.get(where)) }])
  ) as unknown as StandingFile['keys'];
  const result = { hashes, keys: asDocuments };
  const held = (where: MergedListName, key: string) => hashUnder(where, key, result);
  const own = plan.proposals.flatMap(({ id, where, key, a, b }): UndecidedKey[] =>
    decisions[id] ? [] : [{ id, where, key, values: [a, b], held: held(where, key) }]
  );
  const asked = new Map(plan.proposals.map((one) => [`${one.where} ${one.key}`, one]));
  const former = [plan.a, plan.b].flatMap((side) =>
    (side.file.history?.undecided ?? []).flatMap((doubt): UndecidedKey[] => {
      const { where, key } = doubt;
      const proposal = asked.get(`${where} ${key}`);
      const isAnswered = hashUnder(where, key, side) !== doubt.held || (proposal && decisions[proposal.id]);
      const isHeld = held(where, key) === doubt.held || (proposal && !decisions[proposal.id]);
      return !isAnswered && isHeld ? [{ ...doubt, held: held(where, key) }] : [];
    })
  );
  return [...new Map([...former, ...own].map((doubt) => [doubt.id, doubt])).values()].sort((x, y) =>
    x.id < y.id ? -1 : 1
  );
}

interface Applied {
  chosen: ReadonlyMap<MergeUnit, MergeSideName>;
  decisions: Readonly<Record<string, MergeSideName>>;
  hashes: Hashes;
  facts: SaveFacts;
  doubts: readonly UndecidedKey[];
  config: Readonly<Record<string, Json>>;
}

const isDecided = ({ fate }: MergeUnit, decisions: Applied['decisions']): boolean =>
  typeof fate === 'object' && decisions[fate.proposal] !== undefined;

function historyOf(
  plan: MergePlan,
  { chosen, decisions, hashes, facts, doubts, config }: Applied
): SaveHistory {
  const { a, b } = plan;
  const forAnyone = config.profile !== 'internal';
  const from = [...new Set([a.saves.at(-1)!, b.saves.at(-1)!])];
  const like = (['a', 'b'] as const).find((name) => holdsAll(plan, name, hashes));
  const own = saveOf(hashes, from);
  const marks = marksOf(plan, chosen, decisions, hashes, own);
  const territories = [a, b].flatMap(({ file }) => file.history?.territory ?? []).sort();
  const logs = [...(a.file.history?.log ?? []), ...(b.file.history?.log ?? [])];
  const former = [...new Map(logs.map((entry) => [entry.save, entry])).values()].sort((x, y) =>
    x.at === y.at ? 0 : x.at < y.at ? -1 : 1
  );
  const changed: Partial<Record<MergedListName, number>> = {};
  for (const unit of plan.units)
    if (unit.fate !== 'same') changed[unit.where] = (changed[unit.where] ?? 0) + 1;
  const entry = withSeal({ save: own, from: from.toSorted(), by: facts.by, at: facts.at, changed }, former);
  const history: SaveHistory = {
    territory: territories[0] ?? facts.territory,
    saves: (like ? plan[like].saves : [...mergedOrder(a.saves, b.saves), own]).slice(-MOST_SAVES),
    keys: keysOfMarks(marks),
    undecided: doubts,
    log: []
  };
  return withLog(history, like ? former : [...former, entry], facts.at, forAnyone);
}

/** A file that has seen all that the other did, and that the result is like: no new save is made. */
function holdsAll({ a, b }: MergePlan, name: MergeSideName, hashes: Hashes): boolean {
  const [own, other] = name === 'a' ? [a, b] : [b, a];
  const saves = new Set(own.saves);
  return (
    other.saves.every((save) => saves.has(save)) &&
    MERGED_LISTS.every((where) => {
      const [one, two] = [hashes.get(where)!, own.hashes.get(where)!];
      return one.size === two.size && [...one].every(([key, hash]) => two.get(key) === hash);
    })
  );
}

/** The marks of the side that was chosen; of a key that a person decided, this merge's own. */
function marksOf(
  { a, b }: MergePlan,
  chosen: Applied['chosen'],
  decisions: Applied['decisions'],
  hashes: Hashes,
  save: string
): Marks {
  const marks: Marks = new Map(MERGED_LISTS.map((where) => [where, new Map<string, KeyMark>()]));
  // What was removed from both, or from the one that was chosen.
  for (const side of [a, b])
    for (const [where, of] of side.marks)
      for (const [key, one] of of)
        if (one.hash === '') marks.get(where)!.set(key, joined(marks.get(where)!.get(key), one));
  for (const [unit, name] of chosen) {
    const { where, key, fate } = unit;
    const into = marks.get(where)!;
    const side = name === 'a' ? a : b;
    const own = hashes.get(where)!.get(key);
    const isEntry = own === undefined && entryOf(where, key) === key;
    const ofEntry = isEntry ? [...hashes.get(where)!].filter(([one]) => entryOf(where, one) === key) : [];
    const under: (readonly [string, string])[] = own === undefined ? ofEntry : [[key, own]];
    if (isDecided(unit, decisions)) {
      for (const [one, hash] of under) into.set(one, { hash, saves: [save] });
      if (under.length === 0) into.set(key, { hash: '', saves: [save] });
      continue;
    }
    for (const [one] of under) {
      const mark = side.marks.get(where)!.get(one)!;
      const other = fate === 'same' ? (name === 'a' ? b : a).marks.get(where)!.get(one) : undefined;
      into.set(one, joined(other, mark));
    }
    if (under.length === 0)
      for (const mark of marksUnder(where, key, side)) if (mark.hash === '') into.set(key, mark);
  }
  for (const [where, into] of marks) withoutLiving(where, into, hashes.get(where)!);
  return marks;
}

const joined = (former: KeyMark | undefined, mark: KeyMark): KeyMark =>
  former && former.hash === mark.hash
    ? { hash: mark.hash, saves: [...new Set([...former.saves, ...mark.saves])].sort() }
    : mark;

/** An entry that stands has no mark of its removal. */
function withoutLiving(
  where: MergedListName,
  marks: Map<string, KeyMark>,
  hashes: ReadonlyMap<string, string>
): void {
  const alive = new Set([...hashes.keys()].map((key) => entryOf(where, key)));
  for (const [key, { hash }] of marks)
    if (hash === '' && entryOf(where, key) === key && (hashes.has(key) || alive.has(key))) marks.delete(key);
    else if (hash === '' && entryOf(where, key) !== key && !alive.has(entryOf(where, key))) marks.delete(key);
}
