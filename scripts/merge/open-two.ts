// The two files of a merge: opened whole, of one territory, for the same readers.
import type { Config } from '../../src/lib/engines/territory-builder/index.ts';
import type { MergeFile } from '../../src/lib/engines/merge/index.ts';
import type { MaillageContent } from '../../src/lib/storage/maillage/index.ts';
import { wholeParts } from '../../src/lib/storage/maillage/whole-parts.ts';
import { fail, fileBytes, progress } from '../shell.ts';
import { configOf } from '../territory/asked-config.ts';
import { lock, openMaillage } from '../territory/maillage.ts';

export interface OpenedFile {
  path: string;
  content: MaillageContent;
  config: Config;
  parts: MergeFile;
}
export interface Two {
  a: OpenedFile;
  b: OpenedFile;
}

/** The passphrases of both files: lines 1 and 2 of a file, or that of the environment. */
export function passphrasesIn(path: string | undefined): [string | undefined, string | undefined] {
  if (path === undefined) return [lock().passphrase, lock().passphrase];
  const lines = new TextDecoder()
    .decode(fileBytes(path))
    .replace(/^\ufeff/, '')
    .split(/\r?\n/);
  const [first = '', second = ''] = lines;
  if (first === '')
    fail(2, `--passphrase-file : ${path} : attendu une phrase de passe en ligne 1, rien trouvé`);
  return [first, second || first];
}

async function opened(path: string, passphrase: string | undefined): Promise<OpenedFile> {
  progress(`Ouverture de ${path}`);
  const content = await openMaillage(path, { passphrase, salvage: false });
  const config = configOf(content.config, path);
  return { path, content, config, parts: wholeParts(content, config.siren, path) };
}

const AUDIENCES = { public: 'public', internal: 'interne' } as const;
const preOf = ({ pre }: Config) => (pre ? `${pre.name} (${pre.carrier})` : null);

/** Both files; ends with 2 when they are not of one territory, or not for the same readers. */
export async function openTwo(
  [first, second]: readonly [string, string],
  [own, other]: readonly [string | undefined, string | undefined]
): Promise<Two> {
  const a = await opened(first, own);
  const b = await opened(second, other);
  if (a.config.siren !== b.config.siren)
    fail(2, `${second} : autre territoire : SIREN ${a.config.siren} attendu, ${b.config.siren} trouvé`);
  const [pre, otherPre] = [preOf(a.config), preOf(b.config)];
  if (pre !== null && otherPre !== null && pre !== otherPre)
    fail(2, `${second} : autre territoire : PRE « ${pre} » attendu, « ${otherPre} » trouvé`);
  if (a.config.profile !== b.config.profile)
    fail(
      2,
      `${second} : un dossier public et un dossier interne ne sont pas réunis : ${AUDIENCES[a.config.profile]} attendu, ${AUDIENCES[b.config.profile]} trouvé`
    );
  return { a, b };
}
