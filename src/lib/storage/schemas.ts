// Schemas of what single pages keep, which fetch the library of schemas with them.
import * as v from 'valibot';
import { isRecord, isText } from '../model/documents/json.ts';
import { isSchoolYear, type SchoolYear } from '../model/school-year.ts';
import { isIsoDay, type JsonReader } from './json-readers.ts';

/** A day of the calendar, as an ISO date. */
export const Day = /* @__PURE__ */ v.custom<string>(isIsoDay);
export const Year = /* @__PURE__ */ v.custom<SchoolYear>((text) => isText(text) && isSchoolYear(text));
/** A whole number from 0. */
export const WholeCount = /* @__PURE__ */ v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A record, which no list is. */
/* @__NO_SIDE_EFFECTS__ */
export const recordOf = <Value>(value: v.GenericSchema<unknown, Value>) =>
  v.pipe(v.custom<Record<string, unknown>>(isRecord), v.record(v.string(), value));

/* @__NO_SIDE_EFFECTS__ */
export const bySchema =
  <Value>(schema: v.GenericSchema<unknown, Value>): JsonReader<Value> =>
  (value) => {
    const parsed = v.safeParse(schema, value);
    return parsed.success ? parsed.output : undefined;
  };
