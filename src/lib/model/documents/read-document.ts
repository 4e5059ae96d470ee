// Documents of others, read by a schema: what cannot be used and what is doubtful become findings, each with its place and what it should be.
import * as v from 'valibot';
import { valueWord } from '../findings.ts';
import { ReadingNotes } from './reading-notes.ts';
import { isName, isRecord } from './json.ts';
import type { Base } from '../plan.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Longest value that a finding quotes. */
const LONGEST = 40;

/** A value as a finding quotes it: its JSON, shortened. */
export function shown(value: unknown): string {
  const text = value === undefined ? valueWord('nothing') : (JSON.stringify(value) ?? typeof value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/**
 * Schema of an object. A key that is absent is read as undefined, so that a finding tells what its value should be, not only its name.
 * @param entries as of `v.object`
 * @param shape what a finding says that it should be
 */
/* @__NO_SIDE_EFFECTS__ */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries, shape = '{…}') {
  return v.pipe(
    v.custom<Fields>(isRecord, shape),
    v.transform((given): Fields => {
      const absent = Object.keys(entries).filter(
        (key) => !(key in given) && !/optional|nullish/.test(entries[key]!.type)
      );
      return { ...Object.fromEntries(absent.map((key) => [key, undefined])), ...given };
    }),
    v.object(entries) as unknown as v.GenericSchema<Fields, v.InferOutput<v.ObjectSchema<Entries, undefined>>>
  );
}

/** Schema of a list of 1 to `most` rows: the rows of a longer one are not looked at. */
/* @__NO_SIDE_EFFECTS__ */
export function rows<Row>(row: v.GenericSchema<unknown, Row>, most: number, shape = '[…]') {
  return v.pipe(v.array(v.unknown(), shape), v.nonEmpty(shape), v.maxLength(most), v.array(row));
}

/** Schema of a number of 0 to `most`. */
/* @__NO_SIDE_EFFECTS__ */
export const upTo = (most: number) => v.pipe(v.number('≥ 0'), v.minValue(0), v.maxValue(most));

/** Schema of an identifier: a text or a number, read as a text. */
export const Id = v.pipe(
  v.unknown(),
  v.check((id) => isName(id) && id !== '', '"…"'),
  v.transform(String)
);

/** The position that `lat` and `lon` give, in degrees; null when they give none. */
export function positionOf(value: unknown): Base | null {
  const { lat, lon } = isRecord(value) ? value : {};
  const isPlaced = typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90;
  return isPlaced && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** What a schema asks for, in a notation that needs no words. */
function notation({ expected }: v.BaseIssue<unknown>): string {
  const named: Readonly<Record<string, string>> = {
    '!0': '≥ 1',
    Array: '[…]',
    Object: '{…}',
    boolean: 'true, false',
    string: '"…"'
  };
  if (expected === null) return '';
  return named[expected] ?? expected.replace(/^>=/, '≥ ').replace(/^<=/, '≤ ').replace(/^>/, '> ');
}

/** « teams[2].members[0].weight » */
function placeOf(column: string, issue: v.BaseIssue<unknown>): string {
  let place = column;
  for (const { type, key } of issue.path ?? [])
    place += type === 'array' ? `[${String(key)}]` : `${place && '.'}${String(key)}`;
  return place;
}

/** The code of the finding for each kind of issue (`type` of valibot: `number`, `max_value`, …), and for all others. */
export type IssueCodes = Readonly<Partial<Record<string, string>>> & { readonly other: string };

/** The notes of a document that schemas read. */
export class DocumentFindings extends ReadingNotes {
  /** The value as a schema reads it; null when it refuses, each issue then told at its place under `column`. */
  read<Output>(
    schema: v.GenericSchema<unknown, Output>,
    value: unknown,
    codes: IssueCodes,
    column = ''
  ): Output | null {
    const parsed = v.safeParse(schema, value, { message: notation });
    if (parsed.success) return parsed.output;
    for (const issue of parsed.issues) {
      const found = issue.type === 'max_length' ? issue.received : shown(issue.input);
      this.wrong(codes[issue.type] ?? codes.other, placeOf(column, issue), found, issue.message);
    }
    return null;
  }

  /** The same, refused at once with all its causes. @throws {UnusableInput} */
  readOrRefuse<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, codes: IssueCodes): Output {
    const output = this.read(schema, value, codes);
    this.refuse();
    return output as Output;
  }
}
