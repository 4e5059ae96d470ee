// Writes a territory as one file: the same bytes for the same content.
import { sha256 } from '../../algorithms/sha256.ts';
import { zipSync, type Zippable } from 'fflate';
import type { Cipher } from '../cipher.ts';
import {
  maillageSizeRefusal,
  MAX_ENTRIES,
  refusal,
  refuseUnpacked,
  type MaillageContent
} from './content.ts';
import { manifestOf } from './read-history.ts';
import { FORMAT } from './manifest.ts';
import { VERSIONS } from './migrations.ts';
import { isTerritoryPath, keyOfKept, MANIFEST, pathOfKept, pathOfSource } from './paths.ts';

/** What is compressed already. */
const COMPRESSED = /\.(pmtiles|parquet|png|xlsx|zip|gz|pbf|ods|docx)$/i;

export interface MaillageLock {
  /** Empty or absent: the file is in clear. */
  passphrase?: string | undefined;
  cipher: Cipher;
}

/**
 * Bytes of the file.
 * @throws UnusableInput when the content is too large to be opened again
 */
export async function writeMaillage(content: MaillageContent, lock?: MaillageLock): Promise<Uint8Array> {
  const clear = zipMaillage(content);
  const bytes = lock?.passphrase ? await lock.cipher.encrypt(clear, lock.passphrase) : clear;
  const tooLarge = maillageSizeRefusal(MANIFEST, bytes.length);
  if (tooLarge) throw refusal({ ...tooLarge, file: undefined });
  return bytes;
}

function zipMaillage(content: MaillageContent): Uint8Array {
  const entries = entriesOf(content);
  refuseUnpacked([...entries.values()].reduce((sum, { length }) => sum + length, 0));
  if (entries.size >= MAX_ENTRIES)
    throw refusal({ code: 'maillage-entries', found: String(entries.size), expected: String(MAX_ENTRIES) });
  const manifest = {
    format: FORMAT,
    version: VERSIONS.current,
    created: content.created,
    saved: content.saved,
    config: content.config,
    sources: content.sources.map(({ content: _, ...source }) => source),
    ...(content.history && manifestOf(content.history)),
    hashes: Object.fromEntries([...entries].map(([path, bytes]) => [path, sha256(bytes)]))
  };
  const first = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  // Zips hold local time: made of local parts, it gives the same bytes in every time zone.
  const mtime = new Date(2000, 0, 1);
  const zippable: Zippable = Object.fromEntries(
    [[MANIFEST, first] as const, ...entries].map(([path, bytes]) => [
      path,
      [bytes, { level: COMPRESSED.test(path) ? 0 : 6, mtime }]
    ])
  );
  return zipSync(zippable);
}

/** Entries but the first, in the order of their paths. */
function entriesOf({ files, sources, kept }: MaillageContent): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  const add = (path: string, bytes: Uint8Array, known: boolean) => {
    if (!known) throw new Error(`${path}: not an entry of a .maillage`);
    if (entries.has(path)) throw refusal({ code: 'maillage-duplicate', found: path });
    entries.set(path, bytes);
  };
  for (const [path, bytes] of files) add(path, bytes, isTerritoryPath(path));
  for (const [key, text] of Object.entries(kept)) {
    const path = pathOfKept(key);
    add(path, new TextEncoder().encode(text), keyOfKept(path) !== null);
  }
  for (const { name, content, bytes, sha256: hash } of sources) {
    if (!content) continue;
    add(pathOfSource(name), content, content.length === bytes && sha256(content) === hash);
  }
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
