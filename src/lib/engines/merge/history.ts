// The saves of a file: which one last changed each key, what changed since the last one, and the log in which an altered entry is seen.
import { sha256 } from '../../algorithms/sha256.ts';
import {
  MERGED_LISTS,
  MOST_SAVES,
  type Json,
  type KeyMark,
  type MergedListName,
  type SaveEntry,
  type SaveHistory
} from '../../model/documents/save-history.ts';
import { comparedValue, fileKeys, type FileKeys, type MergeFile } from './file-keys.ts';
import { byKey, canonicalJson, hashOf, pathOfKey } from './json.ts';
import { ENTRY_LISTS } from './shapes.ts';

export type Marks = Map<MergedListName, Map<string, KeyMark>>;
/** Hash of each key of each list. */
export type Hashes = ReadonlyMap<MergedListName, ReadonlyMap<string, string>>;

/** A file as it stands: its saves, and one more where it was changed since its last one. */
export interface StandingFile {
  keys: FileKeys;
  hashes: Hashes;
  saves: readonly string[];
  marks: Marks;
  /** Keys that no save of the file tells as they are. */
  pending: ReadonlyMap<MergedListName, readonly string[]>;
}

/** Hash of every key of a file. */
export const hashesOf = (keysIn: (where: MergedListName) => ReadonlyMap<string, Json>): Hashes =>
  new Map(
    MERGED_LISTS.map((where) => [
      where,
      new Map([...keysIn(where)].map(([key, value]) => [key, hashOf(comparedValue(where, value))]))
    ])
  );

const digestOf = (hashes: Hashes): string =>
  sha256(JSON.stringify(MERGED_LISTS.map((where) => [where, [...hashes.get(where)!].sort(byKey)])));

/** The name of a save: of what it holds, and of what it was made from. */
export const saveOf = (hashes: Hashes, from: readonly string[]): string =>
  sha256(JSON.stringify([from.toSorted(), digestOf(hashes)]));

/** The entry of a key: a plan, a year of meetings; the key itself in other lists. */
export const entryOf = (where: MergedListName, key: string): string =>
  ENTRY_LISTS.includes(where) ? key.split('/', 1)[0]! : key;

/** How a file stands, whoever wrote it last. */
export function standing(file: MergeFile): StandingFile {
  const keys = fileKeys(file);
  const hashes = hashesOf((where) => keys[where].keys);
  const { saves = [], keys: known = {} } = file.history ?? {};
  const marks: Marks = new Map(
    MERGED_LISTS.map((where) => [where, new Map(Object.entries(known[where] ?? {}))])
  );
  const pending = new Map(
    MERGED_LISTS.map((where) => [where, changedIn(hashes.get(where)!, marks.get(where)!)])
  );
  const isAsSaved = [...pending.values()].every(({ length }) => length === 0);
  if (isAsSaved && saves.length > 0) return { keys, hashes, saves, marks, pending };
  const save = saveOf(hashes, saves.slice(-1));
  for (const [where, changed] of pending) mark(where, marks.get(where)!, hashes.get(where)!, changed, save);
  return { keys, hashes, saves: [...saves, save], marks, pending };
}

function changedIn(hashes: ReadonlyMap<string, string>, marks: ReadonlyMap<string, KeyMark>): string[] {
  const changed = [...hashes].flatMap(([key, hash]) => (marks.get(key)?.hash === hash ? [] : [key]));
  const gone = [...marks].flatMap(([key, { hash }]) => (hash !== '' && !hashes.has(key) ? [key] : []));
  return [...changed, ...gone];
}

/** Marks what changed, an entry that is gone by one mark. */
function mark(
  where: MergedListName,
  marks: Map<string, KeyMark>,
  hashes: ReadonlyMap<string, string>,
  changed: readonly string[],
  save: string
): void {
  for (const key of changed) marks.set(key, { hash: hashes.get(key) ?? '', saves: [save] });
  if (!ENTRY_LISTS.includes(where)) return;
  const alive = new Set([...hashes.keys()].map((key) => entryOf(where, key)));
  for (const key of changed) {
    const entry = entryOf(where, key);
    if (alive.has(entry)) continue;
    marks.delete(key);
    marks.set(entry, { hash: '', saves: [save] });
  }
}

/** What a save says of itself. */
export interface SaveFacts {
  /** Code of a post or a function of the territory; null: not said. */
  by: string | null;
  at: SaveEntry['at'];
  /** Of a territory that was never saved: at random. */
  territory: string;
}

/** The history that a file is saved with: the former one, when nothing changed. */
export function nextHistory(file: MergeFile, facts: SaveFacts): SaveHistory {
  const { history } = file;
  const stands = standing(file);
  const changed = [...stands.pending].flatMap(([where, { length }]) =>
    length > 0 ? [[where, length] as const] : []
  );
  if (history && changed.length === 0) return withLog(history, history.log, facts.at, isForAnyone(file));
  const isNewLine = isForAnyone(file) && (stands.pending.get('config') ?? []).includes('profile');
  const former = isNewLine ? null : history;
  const { saves, marks } = isNewLine ? standing({ ...file, history: null }) : stands;
  const entry = { save: saves.at(-1)!, from: former?.saves.slice(-1) ?? [], by: facts.by, at: facts.at };
  const log = former?.log ?? [];
  const next: SaveHistory = {
    territory: history?.territory ?? facts.territory,
    saves: saves.slice(-MOST_SAVES),
    keys: keysOfMarks(marks),
    undecided: (former?.undecided ?? []).filter((doubt) => isUnanswered(doubt, stands)),
    log
  };
  return withLog(
    next,
    [...log, withSeal({ ...entry, changed: Object.fromEntries(changed) }, log)],
    facts.at,
    isForAnyone(file)
  );
}

const isForAnyone = ({ config }: MergeFile): boolean => config.profile !== 'internal';

/** Whether the file still holds the value that it had when nobody had chosen. */
export const isUnanswered = (
  { where, key, held }: SaveHistory['undecided'][number],
  { hashes, keys }: Pick<StandingFile, 'hashes' | 'keys'>
): boolean => hashUnder(where, key, { hashes, keys }) === held;

/** Hash of a key, or of all that an entry holds; '' without any. */
export function hashUnder(
  where: MergedListName,
  key: string,
  { hashes, keys }: Pick<StandingFile, 'hashes' | 'keys'>
): string {
  const own = hashes.get(where)!.get(key);
  if (own !== undefined || !ENTRY_LISTS.includes(where) || pathOfKey(key).length > 1) return own ?? '';
  const under = [...keys[where].keys].filter(([one]) => entryOf(where, one) === key);
  if (under.length === 0) return '';
  return hashOf(Object.fromEntries(under.map(([one, value]) => [one.slice(key.length + 1), value])));
}

/** Marks as a file writes them. */
export const keysOfMarks = (marks: Marks): SaveHistory['keys'] =>
  Object.fromEntries(
    [...marks].flatMap(([where, of]) =>
      of.size > 0 ? [[where, Object.fromEntries([...of].sort(byKey))]] : []
    )
  );

/** A log keeps a year, and none is in a file for anyone. */
export function withLog(
  history: SaveHistory,
  log: readonly SaveEntry[],
  at: SaveEntry['at'],
  forAnyone: boolean
): SaveHistory {
  const [year = '', rest = ''] = [at.slice(0, 4), at.slice(4)];
  const since = `${Number(year) - 1}${rest}`;
  return { ...history, log: forAnyone ? [] : log.filter((entry) => entry.at >= since).slice(-MOST_SAVES) };
}

type EntryFacts = Omit<SaveEntry, 'seal'>;
const sealOf = (entry: EntryFacts, log: readonly SaveEntry[]): string => {
  const { save, from, by, at, changed } = entry;
  const before = log.filter((one) => from.includes(one.save)).map(({ seal }) => seal);
  return sha256(canonicalJson({ save, from, by, at, changed, before: before.sort() }));
};

/** An entry, with the seal of those that it follows. */
export const withSeal = (entry: EntryFacts, log: readonly SaveEntry[]): SaveEntry => ({
  ...entry,
  seal: sealOf(entry, log)
});

/** Saves whose entry is no longer as it was written. An entry whose former ones are gone cannot be checked. */
export const alteredEntries = (log: readonly SaveEntry[]): string[] =>
  log.flatMap((entry) =>
    entry.from.every((save) => log.some((one) => one.save === save)) && sealOf(entry, log) !== entry.seal
      ? [entry.save]
      : []
  );
