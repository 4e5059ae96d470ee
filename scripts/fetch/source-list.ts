// data/sources.json: the official files, each with its pinned address and licence.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.nonEmpty());

const SourceSchema = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  title: text,
  publisher: text,
  /** Where a person finds the file when its address has moved. */
  page: v.pipe(v.string(), v.url()),
  /** null: its publisher gives it no lasting address; it is taken by hand, from its page. */
  url: v.nullable(v.pipe(v.string(), v.url())),
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  type: text,
  /** Vintage of the data, as its publisher words it. */
  date: text,
  licence: text,
  sha256: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)))
});
const ListSchema = v.strictObject({ version: v.literal(1), sources: v.array(SourceSchema) });

type Listed = v.InferOutput<typeof SourceSchema>;
/** A source that can be downloaded. */
export type OfficialSource = Listed & { url: string };
export type HandSource = Listed & { url: null };

export class BadSourceList extends Error {}

/** @throws BadSourceList with one French line */
export function readSourceList(path: string): (OfficialSource | HandSource)[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new BadSourceList(`${path} : cette liste ne peut pas être lue`, { cause });
  }
  const result = v.safeParse(ListSchema, json);
  if (result.success) return result.output.sources as (OfficialSource | HandSource)[];
  const [issue] = result.issues;
  const where = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new BadSourceList(`${path} : ${where} : attendu ${issue.expected ?? ''}, trouvé ${issue.received}`);
}
