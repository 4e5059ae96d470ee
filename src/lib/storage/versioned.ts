// Values written as JSON with a version, read by a schema: what others may have changed there is checked.
import * as v from 'valibot';
import { isRecord, isText, isTime, parsedJson } from '../model/documents/json.ts';
import { tidyName } from '../model/scenario.ts';
import { isSchoolYear, type SchoolYear } from '../model/school-year.ts';
import type { TextForm } from './kept.ts';
import type { ListItem, MergedList } from './merged-list.ts';

const isDay = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
  );
};

/** A day of the calendar, as an ISO date. */
export const Day = /* @__PURE__ */ v.pipe(v.string(), v.check(isDay));
export const Year = /* @__PURE__ */ v.custom<SchoolYear>((text) => isText(text) && isSchoolYear(text));
/** Milliseconds since 1970. */
export const Time = /* @__PURE__ */ v.custom<number>(isTime);
export const Name = /* @__PURE__ */ v.pipe(v.string(), v.transform(tidyName));
/** A whole number from 0. */
export const WholeCount = /* @__PURE__ */ v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A record, which no list is. */
/* @__NO_SIDE_EFFECTS__ */
export const recordOf = <Value>(value: v.GenericSchema<unknown, Value>) =>
  v.pipe(v.custom<Record<string, unknown>>(isRecord), v.record(v.string(), value));

export const Texts = /* @__PURE__ */ recordOf(v.string());
export const PlanSchema = /* @__PURE__ */ v.object({ referents: Texts, coordinators: Texts });

/** A part that may be missing: null where it is, or cannot be read. */
/* @__NO_SIDE_EFFECTS__ */
export const orNull = <Value>(part: v.GenericSchema<unknown, Value>) => v.fallback(v.nullable(part), null);

/** JSON of this version, with these values beside it. */
/* @__NO_SIDE_EFFECTS__ */
export const versioned = <Values extends object>(
  version: number,
  schema: v.GenericSchema<unknown, Values>
): TextForm<Values> => ({
  read(text) {
    const value = parsedJson(text);
    const parsed = isRecord(value) && value.version === version ? v.safeParse(schema, value) : null;
    return parsed?.success ? parsed.output : null;
  },
  write: (values) => JSON.stringify({ version, ...values })
});

/** A list that tabs merge: its items under this key, and what was removed. */
/* @__NO_SIDE_EFFECTS__ */
export function mergedList<Item extends ListItem>(
  key: string,
  item: v.GenericSchema<unknown, Item>
): TextForm<MergedList<Item>> {
  const form = versioned(1, v.looseObject({ [key]: v.array(item), gone: recordOf(Time) }));
  return {
    read(text) {
      const list = form.read(text);
      return list && { items: list[key] as Item[], gone: list.gone as MergedList<Item>['gone'] };
    },
    write: ({ items, gone }) => JSON.stringify({ version: 1, [key]: items, gone })
  };
}
