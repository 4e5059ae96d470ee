// The saves that a file names, checked: whatever a hostile hand would write there.
import { isRecord, isRecordOf, isText } from '../../model/documents/json.ts';
import {
  MERGED_LISTS,
  MOST_SAVES,
  type UndecidedKey,
  type Json,
  type KeyMark,
  type MergedListName,
  type SaveEntry,
  type SaveHistory
} from '../../model/documents/save-history.ts';

const SAVE = /^[0-9a-f]{64}$/;
const HASH = /^(?:[0-9a-f]{16})?$/;
const AT = /^\d{4}-\d{2}-\d{2} (?:am|pm)$/;
/** Letters of a territory's id, and of a function. */
const LONGEST = 80;

const isShort = (value: unknown): value is string => isText(value) && value.length <= LONGEST;
const isSave = (value: unknown): value is string => isText(value) && SAVE.test(value);
const areSaves = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length <= MOST_SAVES && value.every(isSave);
const isList = (value: unknown): value is MergedListName => MERGED_LISTS.some((name) => name === value);
const isMark = (value: unknown): value is KeyMark =>
  isRecord(value) &&
  isText(value.hash) &&
  HASH.test(value.hash) &&
  areSaves(value.saves) &&
  value.saves.length > 0;

function doubtOf(value: unknown): UndecidedKey | null {
  if (!isRecord(value)) return null;
  const { id, where, key, values, held } = value;
  if (!isShort(id) || !isList(where) || !isText(key) || !isText(held) || !HASH.test(held)) return null;
  if (!Array.isArray(values) || values.length !== 2) return null;
  return { id, where, key, values: values as [Json, Json], held };
}

function entryOf(value: unknown): SaveEntry | null {
  if (!isRecord(value)) return null;
  const { save, from, by, at, changed, seal } = value;
  if (!isSave(save) || !areSaves(from) || !isSave(seal) || !isText(at) || !AT.test(at)) return null;
  if (by !== null && !isShort(by)) return null;
  const isCount = (one: unknown): one is number => Number.isSafeInteger(one) && (one as number) >= 0;
  if (!isRecordOf(changed, isCount) || !Object.keys(changed).every(isList)) return null;
  return { save, from, by, at: at as SaveEntry['at'], changed, seal };
}

function listOf<Item>(value: unknown, read: (one: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value) || value.length > MOST_SAVES) return null;
  const items = value.map(read);
  return items.includes(null) ? null : (items as Item[]);
}

/** What the manifest says of the saves: the last one apart, with who made it and when. */
export function manifestOf({ territory, saves, keys, undecided, log }: SaveHistory): Record<string, unknown> {
  const { by = null, at = null } = log.at(-1) ?? {};
  return { territory, save: saves.at(-1), by, at, saves, log, undecided, keys };
}

/**
 * The saves that a manifest names. One that cannot be read is none: the territory opens all the same, without a save in common with another.
 *
 * @returns undefined: none, or one that this version did not write
 */
export function historyOf(value: unknown): SaveHistory | undefined {
  if (!isRecord(value)) return undefined;
  const { territory, save, saves, keys } = value;
  const [doubts, log] = [
    Array.isArray(value.undecided) ? value.undecided.map(doubtOf) : null,
    listOf(value.log, entryOf)
  ];
  if (!isShort(territory) || !areSaves(saves) || saves.length === 0 || save !== saves.at(-1))
    return undefined;
  if (!doubts || doubts.includes(null) || !log || !isRecord(keys)) return undefined;
  if (!Object.entries(keys).every(([where, of]) => isList(where) && isRecordOf(of, isMark))) return undefined;
  return { territory, saves, keys: keys as SaveHistory['keys'], undecided: doubts as UndecidedKey[], log };
}
