// Which save gave a key its value in a file, and which of two values it holds.
import type { Json, MergedListName, SaveEntry, UndecidedKey } from '../../model/documents/save-history.ts';
import type { MergeFile } from './file-keys.ts';
import type { StandingFile } from './history.ts';
import { hashOf } from './json.ts';
import { marksUnder } from './plan-merge.ts';

/**
 * The entry of the last save that changed one of these keys, or what an entry holds.
 *
 * @returns `pending`: changed since the last save of the file; null: its log does not say
 */
export function lastSaveOf(
  keys: readonly { where: MergedListName; key: string }[],
  side: StandingFile & { file: MergeFile }
): SaveEntry | 'pending' | null {
  const places = keys
    .flatMap(({ where, key }) => marksUnder(where, key, side))
    .flatMap(({ saves }) => saves.map((save) => side.saves.indexOf(save)));
  const save = side.saves[Math.max(...places)];
  const { history } = side.file;
  if (save !== undefined && !history?.saves.includes(save)) return 'pending';
  return history?.log.find((entry) => entry.save === save) ?? null;
}

/** The values of a key that nobody decided, the one that the file holds first. */
export const heldFirst = ({ values, held }: UndecidedKey): readonly [Json, Json] => {
  const [one, other] = values;
  return (other === null ? '' : hashOf(other)) === held ? [other, one] : values;
};
