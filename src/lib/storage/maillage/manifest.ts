// `maillage.json`: the entry that describes all others.
import * as v from 'valibot';
import type { SaveHistory } from '../../model/documents/save-history.ts';
import { historyOf } from './read-history.ts';
import { refusal } from './content.ts';
import { MANIFEST } from './paths.ts';

export const FORMAT = 'maillage';

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Time = v.pipe(
  v.string(),
  v.check((text) => !Number.isNaN(Date.parse(text)))
);
const Text = v.pipe(v.string(), v.maxLength(1000));

const CaseManifest = v.object({
  config: v.unknown(),
  sources: v.array(
    v.object({
      name: v.pipe(Text, v.nonEmpty()),
      bytes: Count,
      sha256: Hash,
      licence: v.optional(Text),
      format: v.optional(Text),
      read: v.optional(Count)
    })
  ),
  created: Time,
  saved: Time
});
export type CaseManifest = v.InferOutput<typeof CaseManifest> & { history: SaveHistory | undefined };

/** What every version of the format has had, and will have: read before any migration. */
const Envelope = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(Count, v.minValue(1)),
  /** Entry -> SHA-256, all entries but this one. */
  hashes: v.record(v.string(), Hash)
});
export type Envelope = v.InferOutput<typeof Envelope>;

/** @throws UnusableInput maillage-json, maillage-foreign, maillage-manifest */
export function readEnvelope(bytes: Uint8Array): { envelope: Envelope; manifest: unknown } {
  const manifest = parseManifestJson(MANIFEST, bytes);
  const read = v.safeParse(Envelope, manifest);
  if (read.success) return { envelope: read.output, manifest };
  const key = v.getDotPath(read.issues[0]) ?? '';
  if (key === '' || key === 'format') throw refusal({ code: 'maillage-foreign' });
  throw refusal({ code: 'maillage-manifest', found: key });
}

/** @throws UnusableInput maillage-manifest with the key at fault */
export function readCaseManifest(manifest: unknown): CaseManifest {
  const read = v.safeParse(CaseManifest, manifest);
  if (read.success) return { ...read.output, history: historyOf(manifest) };
  throw refusal({ code: 'maillage-manifest', found: v.getDotPath(read.issues[0]) ?? '' });
}

/** @throws UnusableInput maillage-json with the entry at fault */
export function parseManifestJson(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw refusal({ code: 'maillage-json', found: path }, cause);
  }
}
