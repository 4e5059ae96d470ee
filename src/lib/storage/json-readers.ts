// Readers of what a parsed JSON holds, without a library: every page brings back the decision in use and the reports, and none waits for more than this.
import { isRecord, isRecordOf, isText, isTime } from '../model/documents/json.ts';
import type { Plan } from '../model/plan.ts';
import { tidyName } from '../model/scenario.ts';
import { isSchoolYear, type SchoolYear } from '../model/school-year.ts';

/** undefined: the value is none of the kind. */
export type JsonReader<Value> = (value: unknown) => Value | undefined;

/** What a guard says that it is. */
export const jsonOf =
  <Value>(is: (value: unknown) => value is Value): JsonReader<Value> =>
  (value) =>
    is(value) ? value : undefined;

export const jsonText = jsonOf(isText);
export const jsonTexts = jsonOf((value): value is Record<string, string> => isRecordOf(value, isText));
/** Milliseconds since 1970. */
export const jsonTime = jsonOf(isTime);
export const jsonName: JsonReader<string> = (value) => (isText(value) ? tidyName(value) : undefined);
export const jsonYear = jsonOf((value): value is SchoolYear => isText(value) && isSchoolYear(value));

/** A day of the calendar, as an ISO date. */
export function isIsoDay(value: unknown): value is string {
  if (!isText(value) || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}
export const jsonDay = jsonOf(isIsoDay);

/** A whole number between two. */
export const jsonWhole = (least = 0, most = Number.MAX_SAFE_INTEGER): JsonReader<number> =>
  jsonOf(
    (value): value is number => Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most
  );

export const jsonWord = <const Word>(...words: readonly Word[]): JsonReader<Word> =>
  jsonOf((value): value is Word & {} => words.some((word) => word === value));

export const jsonNullable =
  <Value>(read: JsonReader<Value>): JsonReader<Value | null> =>
  (value) =>
    value === null ? null : read(value);

/** null where it is missing, or cannot be read. */
export const jsonOrNull =
  <Value>(read: JsonReader<Value>): JsonReader<Value | null> =>
  (value) =>
    read(value) ?? null;

/** Every item, or none where one cannot be read. */
export const jsonList =
  <Item>(read: JsonReader<Item>): JsonReader<Item[]> =>
  (value) => {
    const items = Array.isArray(value) ? value.map(read) : [undefined];
    return items.includes(undefined) ? undefined : (items as Item[]);
  };

/** A key that may be absent: its reader is asked for no value that is not there. */
const OPTIONAL = Symbol('optional');
export const jsonOptional = <Value>(read: JsonReader<Value>): JsonReader<Value> =>
  Object.assign((value: unknown) => read(value), { [OPTIONAL]: true });

/** A reader for each key. */
export type JsonEntries<Value> = { readonly [Key in keyof Value]-?: JsonReader<Value[Key]> };

const isAbsent = (read: JsonReader<unknown>, value: unknown) => value === undefined && OPTIONAL in read;

/** The first key whose value cannot be read; null where all can. */
export const unreadKey = <Value>(
  entries: JsonEntries<Value>,
  value: Readonly<Record<string, unknown>>
): string | null =>
  Object.entries<JsonReader<unknown>>(entries).find(
    ([key, read]) => !isAbsent(read, value[key]) && read(value[key]) === undefined
  )?.[0] ?? null;

/** These keys and no other. */
export const jsonObject =
  <Value>(entries: JsonEntries<Value>): JsonReader<Value> =>
  (value) => {
    if (!isRecord(value)) return undefined;
    const object: Record<string, unknown> = {};
    for (const [key, read] of Object.entries<JsonReader<unknown>>(entries)) {
      if (isAbsent(read, value[key])) continue;
      object[key] = read(value[key]);
      if (object[key] === undefined) return undefined;
    }
    return object as Value;
  };

export const jsonPlan: JsonReader<Plan> = jsonObject<Plan>({ referents: jsonTexts, coordinators: jsonTexts });
