// The one-file form of a territory (`.maillage`), written and opened by the shell as by the page.
import { sha256 } from '../../src/lib/algorithms/sha256.ts';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { nextHistory, type SaveFacts } from '../../src/lib/engines/merge/index.ts';
import type { ReadBalance } from '../../src/lib/engines/territory-builder/index.ts';
import type { SourceFile } from '../../src/lib/model/source-files.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { halfDayOf } from '../../src/lib/model/documents/save-history.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { decrypt, encrypt } from '../../src/lib/storage/cipher.ts';
import {
  MAILLAGE_EXTENSION,
  maillageSizeRefusal,
  mergeParts,
  readMaillage,
  writeMaillage,
  type MaillageContent
} from '../../src/lib/storage/maillage/index.ts';

/** Variable that holds the passphrase: an argument would stay in the history of the shell. */
export const PASSPHRASE = 'MAILLAGE_PASSPHRASE';
/** Bytes of all sources beyond which the file describes them without carrying them. */
const MAX_CARRIED_BYTES = 100 * 1024 * 1024;

export const lock = () => ({ passphrase: process.env[PASSPHRASE], cipher: { encrypt, decrypt } });

export const isMaillage = (path: string | undefined): path is string =>
  path?.toLowerCase().endsWith(MAILLAGE_EXTENSION) ?? false;

interface Opening {
  /** That of the environment when absent. */
  passphrase?: string | undefined;
  /** Opens what is whole of a damaged file. */
  salvage?: boolean;
}

/** @throws UnusableInput when the file is missing, hostile, damaged, newer or locked */
export async function openMaillage(
  path: string,
  { passphrase = lock().passphrase, salvage = true }: Opening = {}
): Promise<MaillageContent> {
  let bytes: number;
  try {
    bytes = (await stat(path)).size;
  } catch (cause) {
    throw new UnusableInput({ code: 'unreadable-file', severity: 'dropped', file: path }, { cause });
  }
  const tooLarge = maillageSizeRefusal(path, bytes);
  if (tooLarge) throw new UnusableInput(tooLarge);
  return readMaillage(new Uint8Array(await readFile(path)), { ...lock(), passphrase, name: path, salvage });
}

interface Built {
  /** As JSON. */
  config: unknown;
  files: TerritoryFiles;
  balances: readonly ReadBalance[];
  /** Files that the build opened. */
  sources: readonly SourceFile[];
}

/** What a save by the shell says of itself: nobody is told. */
export const savedByShell = (): SaveFacts => ({
  by: null,
  at: halfDayOf(new Date()),
  territory: randomUUID()
});

/** The history of a file that is written where a former one of the same territory may stand: it comes from that one. */
async function historyOver(path: string, content: MaillageContent): Promise<MaillageContent['history']> {
  const { siren } = content.config as { siren: string };
  let former: MaillageContent | null = null;
  try {
    former = existsSync(path) ? await openMaillage(path) : null;
  } catch (error) {
    // It is replaced, as before: the new file has no save in common with it.
    if (!(error instanceof UnusableInput)) throw error;
  }
  const isSame = (former?.config as { siren?: string } | undefined)?.siren === siren;
  const own = isSame && former?.history ? { ...content, history: former.history } : content;
  return nextHistory(mergeParts(own, siren), savedByShell());
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
  content.history = await historyOver(path, content);
  const bytes = await writeMaillage(content, lock());
  await writeFile(path, bytes);
  return { bytes: bytes.length, carried };
}
