// The passphrase of the folder that is open, in this tab alone: saved again, the folder stays encrypted unless the reader says otherwise.
class FolderLock {
  /** Empty: the folder was opened in clear, or made here. */
  passphrase = $state('');
}

const lock = new FolderLock();

export const folderLock = (): FolderLock => lock;
