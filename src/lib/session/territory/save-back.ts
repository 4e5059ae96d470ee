// The territory's file saved back into a folder that the reader gave: over what this tab has seen alone, never over what somebody else did.
import { chooseFolder, fileIn, markOf, writeBack } from '$lib/storage/shared-folder.ts';
import { readMaillageFile } from '$lib/workers/maillage/client.ts';
import { fileNameOf, folderFile, type SaveOptions } from './folder-file.ts';
import { sinceHomes } from './former-folder.ts';
import { folderLock } from './folder-lock.svelte.ts';
import type { TerritoryProject } from './project.svelte.ts';
import { union } from './union.svelte.ts';

/** Whether all that a file of the folder holds is open: written over, nothing of it is lost. */
async function isFormer(project: TerritoryProject, file: File): Promise<boolean> {
  try {
    const { passphrase } = folderLock();
    const content = sinceHomes(await readMaillageFile(file, { name: file.name, passphrase }));
    return (await union().beside(project, content, file.name)) === 'former';
  } catch {
    // Locked or damaged: it is opened in front of the reader, who is told why.
    return false;
  }
}

/**
 * Writes the file that is open into the folder, asked for once a tab.
 *
 * @returns what was written; the file that somebody else changed, and nothing is written; null: no folder was given
 * @throws Error when what is read back is not what was written
 */
export async function saveBack(
  project: TerritoryProject,
  options: SaveOptions
): Promise<{ name: string; bytes: Uint8Array } | File | null> {
  const lock = folderLock();
  const folder = (lock.folder ??= await chooseFolder());
  if (!folder || !project.built) return null;
  const as = fileNameOf(project.built);
  const name = lock.opened?.as === as ? lock.opened.file.name : as;
  const former = await fileIn(folder, name);
  if (former) {
    const mark = await markOf(former);
    if (!lock.seen.has(mark) && (await isFormer(project, former))) lock.see(mark);
  }
  let changed: File | null = null;
  const put = async (bytes: Uint8Array) => {
    changed = await writeBack(folder, name, bytes, lock.seen);
    if (changed) throw new Error(`${name}: changed`);
  };
  try {
    const bytes = await folderFile(project, { ...options, put });
    lock.see(await markOf(new Blob([bytes as BlobPart])));
    return { name, bytes };
  } catch (error) {
    if (changed) return changed;
    throw error;
  }
}
