// What this tab alone knows of the file that is open: its passphrase, with which it is saved again unless the reader says otherwise, its saves, and its place.
import type { SaveHistory } from '$lib/model/documents/save-history.ts';

class FolderLock {
  /** Empty: the folder was opened in clear, or made here. */
  passphrase = $state('');
  /** The saves that the folder comes from; null before the first. */
  history: SaveHistory | null = $state.raw(null);
  /** The file as it was opened, and the name that it would have if it had been saved here; null: none was. */
  opened: { file: File; as: string } | null = $state.raw(null);
  /** The folder, of this computer or shared, that the reader gave to save into. */
  folder: FileSystemDirectoryHandle | null = null;
  /** Marks of the files that hold nothing but what is open: any may be written over. */
  seen: ReadonlySet<string> = new Set();

  /** @param passphrase that the file was opened with; empty without one @param history of its saves */
  hold(passphrase: string, history: SaveHistory | null): void {
    Object.assign(this, { passphrase, history, opened: null, seen: new Set() });
  }
  see(mark: string): void {
    this.seen = new Set([...this.seen, mark]);
  }
}

const lock = new FolderLock();

export const folderLock = (): FolderLock => lock;
