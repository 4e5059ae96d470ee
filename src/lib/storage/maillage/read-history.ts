// The saves that a file names, checked: whatever a hostile hand would write there.
import * as v from 'valibot';
import {
  MERGED_LISTS,
  MOST_SAVES,
  type Json,
  type MergedListName,
  type SaveEntry,
  type SaveHistory
} from '../../model/documents/save-history.ts';
import { WholeCount, recordOf } from '../schemas.ts';

/** Letters of a territory's id, and of a function. */
const LONGEST = 80;

const Short = v.pipe(v.string(), v.maxLength(LONGEST));
const Save = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Hash = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{16})?$/));
const Saves = v.pipe(v.array(Save), v.maxLength(MOST_SAVES));
const ListName = v.picklist(MERGED_LISTS);
/** What is counted or marked, by list. */
const byList = <Value>(value: v.GenericSchema<unknown, Value>) =>
  v.pipe(
    recordOf(value),
    v.check((lists) => Object.keys(lists).every((name) => v.is(ListName, name)))
  ) as v.GenericSchema<unknown, Partial<Record<MergedListName, Value>>>;

const Undecided = v.object({
  ...{ id: Short, where: ListName, key: v.string(), held: Hash },
  values: v.tuple([v.unknown(), v.unknown()]) as unknown as v.GenericSchema<unknown, [Json, Json]>
});
const Entry = v.object({
  ...{ save: Save, from: Saves, by: v.nullable(Short), seal: Save },
  at: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2} (?:am|pm)$/)) as v.GenericSchema<
    unknown,
    SaveEntry['at']
  >,
  changed: byList(WholeCount)
});
const History = v.pipe(
  v.object({
    ...{ territory: Short, save: Save, saves: Saves },
    keys: byList(recordOf(v.object({ hash: Hash, saves: v.pipe(Saves, v.nonEmpty()) }))),
    ...{ undecided: v.array(Undecided), log: v.pipe(v.array(Entry), v.maxLength(MOST_SAVES)) }
  }),
  v.check(({ save, saves }) => save === saves.at(-1))
);

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
  const { success, output } = v.safeParse(History, value);
  if (!success) return undefined;
  const { save: _, ...history } = output;
  return history;
}
