// The two files of a merge: opened whole, of one territory, for the same readers.
import type { Config } from '../../src/lib/engines/territory-builder/index.ts';
import type { MergeFile } from '../../src/lib/engines/merge/index.ts';
import { UnusableInput } from '../../src/lib/model/findings.ts';
import { readDecision } from '../../src/lib/storage/kept-decision.ts';
import { readReports } from '../../src/lib/storage/kept-reports.ts';
import { readSessions } from '../../src/lib/storage/kept-sessions.ts';
import { keptElsewhere, mergeParts, type MaillageContent } from '../../src/lib/storage/maillage/index.ts';
import { MEETING_PLANS } from '../../src/lib/storage/meeting-plan-list.ts';
import { SCENARIOS } from '../../src/lib/storage/scenario-list.ts';
import { readStoryFile } from '../../src/lib/storage/story-file.ts';
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

/** What a file keeps must be what this version reads: a part that it would leave out cannot be put together with another. */
const READERS: Readonly<Record<keyof MergeFile['kept'], (text: string, siren: string) => unknown>> = {
  plans: SCENARIOS.read,
  meetings: MEETING_PLANS.read,
  decision: readDecision,
  calendar: readDecision,
  answers: readReports,
  actions: readSessions,
  sessions: (text, siren) => readStoryFile(text, siren).story
};

/** @throws UnusableInput maillage-damaged */
export function refuseUnread(kept: MergeFile['kept'], siren: string, path: string): void {
  for (const [name, read] of Object.entries(READERS) as [
    keyof MergeFile['kept'],
    (typeof READERS)['plans']
  ][]) {
    const text = kept[name];
    if (text !== undefined && read(text, siren) === null)
      throw new UnusableInput({ code: 'maillage-damaged', severity: 'dropped', file: path, found: name });
  }
}

async function opened(path: string, passphrase: string | undefined): Promise<OpenedFile> {
  progress(`Ouverture de ${path}`);
  const content = await openMaillage(path, { passphrase, salvage: false });
  const config = configOf(content.config, path);
  const [elsewhere] = keptElsewhere(content, config.siren);
  if (elsewhere !== undefined)
    throw new UnusableInput({ code: 'maillage-unknown', severity: 'dropped', file: path, found: elsewhere });
  const parts = mergeParts(content, config.siren);
  refuseUnread(parts.kept, config.siren, path);
  return { path, content, config, parts };
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
