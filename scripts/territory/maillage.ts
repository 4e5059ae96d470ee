// The one-file form of a territory (`.maillage`), written and opened by the shell as by the page.
import { sha256 } from '../../src/lib/algorithms/sha256.ts';
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { ReadBalance } from '../../src/lib/engines/territory-builder/index.ts';
import type { SourceFile } from '../../src/lib/model/source-files.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { decrypt, encrypt } from '../../src/lib/storage/cipher.ts';
import {
  MAILLAGE_EXTENSION,
  maillageSizeRefusal,
  readMaillage,
  writeMaillage,
  type MaillageContent
} from '../../src/lib/storage/maillage/index.ts';

/** Variable that holds the passphrase: an argument would stay in the history of the shell. */
export const PASSPHRASE = 'MAILLAGE_PASSPHRASE';
/** Bytes of all sources beyond which the file describes them without carrying them. */
const MAX_CARRIED_BYTES = 100 * 1024 * 1024;

const lock = () => ({ passphrase: process.env[PASSPHRASE], cipher: { encrypt, decrypt } });

export const isMaillage = (path: string | undefined): path is string =>
  path?.toLowerCase().endsWith(MAILLAGE_EXTENSION) ?? false;

/** @throws UnusableInput when the file is missing, hostile, damaged, newer or locked */
export async function openMaillage(path: string): Promise<MaillageContent> {
  let bytes: number;
  try {
    bytes = (await stat(path)).size;
  } catch (cause) {
    throw new UnusableInput({ code: 'unreadable-file', severity: 'dropped', file: path }, { cause });
  }
  const tooLarge = maillageSizeRefusal(path, bytes);
  if (tooLarge) throw new UnusableInput(tooLarge);
  return readMaillage(new Uint8Array(await readFile(path)), { ...lock(), name: path, salvage: true });
}

interface Built {
  /** As JSON. */
  config: unknown;
  files: TerritoryFiles;
  balances: readonly ReadBalance[];
  /** Files that the build opened. */
  sources: readonly SourceFile[];
}

/** @returns bytes written, and whether the sources are in the file */
export async function saveMaillage(
  path: string,
  { config, files, balances, sources }: Built
): Promise<{ bytes: number; carried: boolean }> {
  const now = new Date().toISOString();
  const carried = sources.reduce((sum, { bytes }) => sum + bytes.length, 0) <= MAX_CARRIED_BYTES;
  const content: MaillageContent = {
    config,
    files,
    sources: sources.map(({ name, bytes }) => {
      const read = balances.find(({ file }) => file === name)?.read;
      return {
        name,
        bytes: bytes.length,
        sha256: sha256(bytes),
        ...(read === undefined ? {} : { read }),
        ...(carried ? { content: bytes } : {})
      };
    }),
    kept: {},
    created: now,
    saved: now
  };
  const bytes = await writeMaillage(content, lock());
  await writeFile(path, bytes);
  return { bytes: bytes.length, carried };
}
