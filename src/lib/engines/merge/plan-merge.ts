// What two files of one territory have alike, what one of them alone did, and what a person must choose.
import { sha256 } from '../../algorithms/sha256.ts';
import {
  choiceOf,
  MERGED_LISTS,
  type UndecidedKey,
  type Json,
  type KeyMark,
  type MergedListName
} from '../../model/documents/save-history.ts';
import { comparedValue, type MergeFile } from './file-keys.ts';
import { entryOf, hashUnder, isUnanswered, standing, type StandingFile } from './history.ts';
import { hashOf } from './json.ts';
import { ENTRY_LISTS } from './shapes.ts';

/** A key that both changed, or that nobody can tell who changed last. */
export interface MergeProposal {
  /** The same whichever file comes first. */
  id: string;
  where: MergedListName;
  key: string;
  /** Values of the two files; null: none. */
  a: Json;
  b: Json;
}

export type MergeSideName = 'a' | 'b';

/** A key of one of the files, or an entry that one of them alone has: what becomes of it. */
export interface MergeUnit {
  where: MergedListName;
  key: string;
  /** `proposal`: its id is asked. */
  fate: 'same' | MergeSideName | { proposal: string };
}

/** A merge before anything is decided: a value, which `applyMerge` turns into one file. */
export interface MergePlan {
  a: StandingFile & { file: MergeFile };
  b: StandingFile & { file: MergeFile };
  /** The two come from one save. */
  ancestor: boolean;
  units: readonly MergeUnit[];
  same: number;
  taken: { a: number; b: number };
  proposals: readonly MergeProposal[];
}

const OF_REGISTER = /^exits\//;
const ID_DIGITS = 16;

interface Two {
  a: StandingFile;
  b: StandingFile;
  savesOf: Record<MergeSideName, ReadonlySet<string>>;
  doubts: readonly UndecidedKey[];
}

/**
 * Compares two files of one territory, key by key.
 *
 * A value that the other one has seen before it changed it gives way. Two different releases of protected counts are always asked. Of two
 * files without a common save, every difference is.
 */
export function planMerge(first: MergeFile, second: MergeFile): MergePlan {
  const [a, b] = [standing(first), standing(second)];
  const recorded = new Set(second.history?.saves);
  const ancestor = (first.history?.saves ?? []).some((save) => recorded.has(save));
  const two: Two = {
    a,
    b,
    savesOf: { a: new Set(a.saves), b: new Set(b.saves) },
    doubts: [
      ...(first.history?.undecided ?? []).filter((doubt) => isUnanswered(doubt, a)),
      ...(second.history?.undecided ?? []).filter((doubt) => isUnanswered(doubt, b))
    ]
  };
  const areApart = releasesAreApart(two);
  const units: MergeUnit[] = [];
  const proposals: MergeProposal[] = [];
  for (const where of MERGED_LISTS)
    for (const { key, fate } of oneChoiceEach(
      unitKeys(where, two).map((key) => {
        const isSame = hashUnder(where, key, a) === hashUnder(where, key, b);
        return { key, fate: isSame ? 'same' : fateOf(where, key, two, { ancestor, areApart }) };
      }),
      where
    )) {
      if (fate !== 'asked') {
        units.push({ where, key, fate });
        continue;
      }
      const [hashA, hashB] = [hashUnder(where, key, a), hashUnder(where, key, b)];
      const id = sha256(JSON.stringify([where, key, [hashA, hashB].sort()])).slice(0, ID_DIGITS);
      units.push({ where, key, fate: { proposal: id } });
      proposals.push({ id, where, key, a: valueUnder(where, key, a), b: valueUnder(where, key, b) });
    }
  const count = (fate: MergeUnit['fate']) => units.filter((unit) => unit.fate === fate).length;
  return {
    a: { ...a, file: first },
    b: { ...b, file: second },
    ancestor,
    units,
    same: count('same'),
    taken: { a: count('a'), b: count('b') },
    proposals
  };
}

/** Keys of a list in either file; an entry that one of them alone has is one key. */
function unitKeys(where: MergedListName, { a, b }: Two): string[] {
  const [inA, inB] = [[...a.keys[where].keys.keys()], [...b.keys[where].keys.keys()]];
  if (!ENTRY_LISTS.includes(where)) return [...new Set([...inA, ...inB])].sort();
  const [ofA, ofB] = [inA, inB].map((keys) => new Set(keys.map((key) => entryOf(where, key))));
  // One that is a value by itself in one of them, as a session taken out, is not merged inside.
  const whole = new Set([...inA, ...inB].filter((key) => ofA!.has(key) || ofB!.has(key)));
  const isInBoth = (entry: string) => ofA!.has(entry) && ofB!.has(entry) && !whole.has(entry);
  const keys = [...inA, ...inB].map((key) => (isInBoth(entryOf(where, key)) ? key : entryOf(where, key)));
  return [...new Set(keys)].sort();
}

/** The value of a key, or all that an entry holds; null without any. */
function valueUnder(where: MergedListName, key: string, { keys }: Pick<StandingFile, 'keys'>): Json {
  const of = keys[where].keys;
  const own = of.get(key);
  if (own !== undefined) return comparedValue(where, own);
  const under = ENTRY_LISTS.includes(where) ? [...of].filter(([one]) => one.startsWith(`${key}/`)) : [];
  return under.length === 0
    ? null
    : Object.fromEntries(under.map(([one, value]) => [one.slice(key.length + 1), value]));
}

interface KeyFate {
  key: string;
  fate: 'same' | MergeSideName | 'asked';
}

/** Keys that are one choice where two people made it each in part are asked together: nobody chose the day of one at the hours of the other. */
function oneChoiceEach(all: readonly KeyFate[], where: MergedListName): readonly KeyFate[] {
  if (where !== 'sessions') return all;
  const fates = new Map<string, Set<KeyFate['fate']>>();
  for (const { key, fate } of all) {
    const choice = choiceOf({ where, key });
    if (fate !== 'same') fates.set(choice, (fates.get(choice) ?? new Set()).add(fate));
  }
  const isApart = (key: string) => (fates.get(choiceOf({ where, key }))?.size ?? 0) > 1;
  return all.map(({ key, fate }) => ({ key, fate: fate !== 'same' && isApart(key) ? 'asked' : fate }));
}

function fateOf(
  where: MergedListName,
  key: string,
  two: Two,
  { ancestor, areApart }: { ancestor: boolean; areApart: boolean }
): MergeSideName | 'asked' {
  if (!ancestor || (where === 'releases' && areApart)) return 'asked';
  if (isInDoubt(where, key, two)) return 'asked';
  // What has left the service stays in its register.
  if (where === 'answers' && OF_REGISTER.test(key)) return two.a.hashes.get(where)!.has(key) ? 'a' : 'b';
  const [a, b] = [isUnseen('a', where, key, two), isUnseen('b', where, key, two)];
  if (a === b) return 'asked';
  return a ? 'a' : 'b';
}

/** Whether a file changed a key in a save that the other has not seen. */
function isUnseen(side: MergeSideName, where: MergedListName, key: string, two: Two): boolean {
  const seen = two.savesOf[side === 'a' ? 'b' : 'a'];
  return marksUnder(where, key, two[side]).some(({ saves }) => !saves.some((save) => seen.has(save)));
}

/** Marks of a key, of what an entry holds, and of the entry that it was removed with. */
export function marksUnder(
  where: MergedListName,
  key: string,
  { marks }: Pick<StandingFile, 'marks'>
): KeyMark[] {
  const of = marks.get(where)!;
  const own = of.get(key);
  if (!ENTRY_LISTS.includes(where)) return own ? [own] : [];
  const entry = entryOf(where, key);
  if (entry !== key) return [own, of.get(entry)].filter((one) => one !== undefined);
  return [...of].flatMap(([one, mark]) => (entryOf(where, one) === key ? [mark] : []));
}

/** Nobody chose between these two values yet. */
function isInDoubt(where: MergedListName, key: string, { a, b, doubts }: Two): boolean {
  const values = [a, b].map((side) => hashOf(valueUnder(where, key, side)));
  return doubts.some(
    (doubt) =>
      doubt.where === where && doubt.key === key && doubt.values.every((one) => values.includes(hashOf(one)))
  );
}

/** Neither file has all the releases of the other, as they are: together, they could tell what each hides. */
function releasesAreApart({ a, b }: Two): boolean {
  const [ofA, ofB] = [a.hashes.get('releases')!, b.hashes.get('releases')!];
  const holds = (whole: ReadonlyMap<string, string>, part: ReadonlyMap<string, string>) =>
    [...part].every(([key, hash]) => whole.get(key) === hash);
  return !holds(ofA, ofB) && !holds(ofB, ofA);
}
