// Values written as JSON with a version, and checked as they are read: others may have changed them.
import { isRecord, isRecordOf, isTime, parsedJson } from '../model/documents/json.ts';
import { jsonList, type JsonReader } from './json-readers.ts';
import type { TextForm } from './kept.ts';
import type { ListItem, MergedList } from './merged-list.ts';

/** JSON of this version, with these values beside it. */
export const versioned = <Values extends object>(
  version: number,
  read: JsonReader<Values>
): TextForm<Values> => ({
  read(text) {
    const value = parsedJson(text);
    return (isRecord(value) && value.version === version && read(value)) || null;
  },
  write: (values) => JSON.stringify({ version, ...values })
});

/** A list that tabs merge: its items under this key, and what was removed. */
export function mergedList<Item extends ListItem>(
  key: string,
  item: JsonReader<Item>
): TextForm<MergedList<Item>> {
  const read = (value: unknown): MergedList<Item> | undefined => {
    const { [key]: list, gone } = value as Record<string, unknown>;
    const items = jsonList(item)(list);
    return items && isRecordOf(gone, isTime) ? { items, gone } : undefined;
  };
  return {
    read: versioned(1, read).read,
    write: ({ items, gone }) => JSON.stringify({ version: 1, [key]: items, gone })
  };
}
