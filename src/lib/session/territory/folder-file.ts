// The territory folder as one file (`.maillage`): written from what is open, and opened again.
import { publishedReport, type ProtectionReport } from '$lib/engines/disclosure/index.ts';
import type { SaveFacts } from '$lib/engines/merge/index.ts';
import { isOfChildren } from '$lib/model/source-files.ts';
import { sha256 } from '$lib/algorithms/sha256';
import {
  MAILLAGE_EXTENSION,
  mergeParts,
  type MaillageContent,
  type MaillageSource
} from '$lib/storage/maillage/index.ts';
import { carriedOf, fileCarried, leaveCarried, takeCarried } from '$lib/storage/carried.ts';
import type { Territory } from '$lib/model/place.ts';
import { halfDayOf } from '$lib/model/documents/save-history.ts';
import { audienceWord } from '$lib/model/territory-files.ts';
import { markOf } from '$lib/storage/shared-folder.ts';
import { readMaillageFile, writeMaillageFile } from '$lib/workers/maillage/client.ts';
import { autosave } from './autosave.svelte.ts';
import type { TerritoryProject } from './project.svelte.ts';
import { slugOf } from '$lib/model/unaccented.ts';
import { sinceHomes } from './former-folder.ts';
import { folderLock } from './folder-lock.svelte.ts';
import { contentIn, type ProjectFile } from './project-file.ts';

export interface SaveOptions {
  /**
   * The original files go along: `asked` with a folder of the service, never with a public one; `kept` with what stays on this computer, so
   * that it can be changed after a reload. A file with a column of persons never does. Those of the protected counts always do. Of every other
   * list, the folder has a copy of what is read, without persons (`cleanCopy`): it can be built again without its files. A list that came with a folder
   * of the service stays as it came, whatever is corrected: two people have the same. `same`: so does one of a public folder, to be compared.
   */
  sources: 'asked' | 'kept' | 'same' | false;
  /** Empty: not encrypted. */
  passphrase: string;
  /** Function of who saves; empty: not said. */
  by?: string;
  /** Where the bytes go. When it fails the save is none. */
  put?: (bytes: Uint8Array) => Promise<void>;
}

/** `metropole-europeenne-de-lille-interne.maillage` */
export function fileNameOf({
  territory
}: {
  territory: Pick<Territory, 'name' | 'siren' | 'internal'>;
}): string {
  return `${slugOf(territory.name) || territory.siren}-${audienceWord(territory)}${MAILLAGE_EXTENSION}`;
}

const ALWAYS: readonly (ProjectFile['kind'] | null)[] = ['protected-counts', 'protection-report', 'logo'];

/** What a folder for anyone says of its counts: nothing of the rows that they were made from. */
function reportForAnyone(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const report = publishedReport(JSON.parse(new TextDecoder().decode(bytes)) as ProtectionReport);
  return new TextEncoder().encode(JSON.stringify(report));
}

interface Carried {
  /** The file goes along as it is. */
  joined: boolean;
  /** The copy of a list that goes in its place. */
  copy: Blob | null;
  files: MaillageContent['files'];
  isPublic: boolean;
}

/** A file as the folder describes it, and what it carries of it: the file itself, or the copy of a list that can be built again. */
async function sourceOf(
  { name, size, kind, content, sha256: hash, counts }: ProjectFile,
  { joined, copy, files, isPublic }: Carried
): Promise<MaillageSource[]> {
  // A case file holds data on children: never in a folder.
  if (isOfChildren(kind)) return [];
  if (!content) {
    return hash === undefined ? [] : [{ name, bytes: size, sha256: hash, ...(kind && { format: kind }) }];
  }
  const carried = joined || ALWAYS.includes(kind) ? content : copy;
  const given = new Uint8Array(await (carried ?? content).arrayBuffer());
  const bytes = isPublic && kind === 'protection-report' ? reportForAnyone(given) : given;
  // Graphs and tiles are in the territory as they were given: once is enough.
  const isHeld = contentIn(files, kind, bytes.length) !== null;
  return [
    {
      name,
      bytes: bytes.length,
      sha256: sha256(bytes),
      ...(kind && { format: kind }),
      ...(counts && { read: counts.read }),
      ...(!isHeld && carried && { content: bytes })
    }
  ];
}

/** The folder that is open, as it can be written. */
export async function folderContent(
  project: TerritoryProject,
  { sources }: Pick<SaveOptions, 'sources'>
): Promise<MaillageContent> {
  const { built, config } = project;
  const lock = folderLock();
  if (!built || !config) throw new Error('no territory is open');
  const used = project.files.filter(({ state }) => state === 'used');
  const isPublic = config['profile'] !== 'internal';
  const joined = sources === 'kept' || (sources === 'asked' && !isPublic);
  const now = new Date().toISOString();
  return {
    config,
    files: built.files,
    sources: (
      await Promise.all(
        used.map(async (file) => {
          const asOpened = file.sha256 !== undefined && (sources === 'same' || !isPublic);
          const mayJoin = (joined || asOpened) && (await project.personalOf(file))?.length === 0;
          const copy = mayJoin ? null : await project.copyOf(file);
          return sourceOf(file, { joined: mayJoin, copy, files: built.files, isPublic });
        })
      )
    ).flat(),
    kept: carriedOf(built.territory.siren, config.profile),
    created: project.created ?? now,
    saved: now,
    ...(lock.history && { history: lock.history })
  };
}

/** What a save says of itself. @param by function of who saves */
export function saveFacts(by: string): SaveFacts {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0')
  ).join('');
  return { by: by || null, at: halfDayOf(new Date()), territory: id };
}

/** @returns bytes of the file */
export async function folderFile(project: TerritoryProject, options: SaveOptions): Promise<Uint8Array> {
  const content = await folderContent(project, options);
  const { nextHistory } = await import('$lib/engines/merge/index.ts');
  const parts = mergeParts(content, project.built!.territory.siren);
  const history = nextHistory(parts, saveFacts(options.by ?? ''));
  const bytes = await writeMaillageFile({ ...content, history }, options.passphrase);
  await options.put?.(bytes);
  folderLock().history = history;
  fileCarried(content.kept);
  return bytes;
}

/**
 * Opens a file. What was open stays when it is refused; where this computer keeps it, it can be come back to.
 * @param mayOpen asked once the file is read, before anything is replaced
 * @returns whether it is open
 * @throws UnusableInput
 */
export async function openFolderFile(
  project: TerritoryProject,
  file: File,
  passphrase: string,
  { stored = autosave(), mayOpen = (_: MaillageContent) => Promise.resolve(true) } = {}
): Promise<boolean> {
  const content = sinceHomes(await readMaillageFile(file, { name: file.name, passphrase, salvage: true }));
  if (!(await mayOpen(content))) return false;
  const isReplaced = stored.isOn && project.isOpen;
  const former = isReplaced ? await folderContent(project, { sources: 'kept' }) : null;
  const name = project.built?.territory.name ?? '';
  const back = await replaceFolder(project, content, passphrase, former);
  if (project.built) folderLock().opened = { file, as: fileNameOf(project.built) };
  folderLock().see(await markOf(file));
  if (former) stored.replaced = { name, back: () => back().then(() => void (stored.replaced = null)) };
  return true;
}

/**
 * Shows a content in the place of what is open, with what was decided there; what is open stays when it is refused.
 * @param former what `back` comes back to
 */
export async function replaceFolder(
  project: TerritoryProject,
  content: MaillageContent & { stale?: boolean },
  passphrase: string,
  former: MaillageContent | null
): Promise<() => Promise<void>> {
  const secret = folderLock().passphrase;
  const { siren } = content.config as { siren?: unknown };
  const putBack = leaveCarried(String(siren), content.kept);
  await openFolderContent(project, content, passphrase).catch((error: unknown) => {
    putBack();
    throw error;
  });
  return async () => {
    putBack();
    if (former) await openFolderContent(project, former, secret);
  };
}

/**
 * Shows the territory of a folder on every page.
 * @param passphrase that it was opened with; empty without one
 */
export async function openFolderContent(
  project: TerritoryProject,
  content: MaillageContent & { stale?: boolean },
  passphrase: string
): Promise<void> {
  const { config, files, sources, kept, created, history, damaged = [] } = sinceHomes(content);
  const { stale = false } = content;
  // First: what the folder decided is read as soon as its territory is shown.
  takeCarried(kept);
  await project.restore({
    config,
    files,
    created,
    stale,
    damaged: damaged.map((found) => ({ code: 'maillage-part-damaged', severity: 'doubtful', found })),
    sources: sources.map(({ name, bytes, sha256, content: carried }) => ({
      name,
      sha256,
      size: bytes,
      content: carried ? new Blob([carried as BlobPart]) : null
    }))
  });
  folderLock().hold(passphrase, history ?? null);
}
