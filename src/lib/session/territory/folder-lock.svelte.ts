// What this tab alone knows of the file that is open: its passphrase, with which it is saved again unless the reader says otherwise, and its saves.
import type { SaveHistory } from '$lib/model/documents/save-history.ts';

class FolderLock {
  /** Empty: the folder was opened in clear, or made here. */
  passphrase = $state('');
  /** The saves that the folder comes from; null before the first. */
  history: SaveHistory | null = $state.raw(null);
}

const lock = new FolderLock();

export const folderLock = (): FolderLock => lock;
