// The files of a drop: those of the folders too, without what systems and open programs leave beside them.

/** What systems and programs write beside files: never given by anyone. */
const NOT_GIVEN = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;
/** Folders of folders, and files, beyond which a drop is not the one that was meant. */
const MOST_DEPTH = 8;
const MOST_FILES = 1_000;

interface Found {
  file: File;
  /** Folders above it, « data/2025/ »; '' for a file dropped by itself. */
  folder: string;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve) => {
    // One that went or is held meanwhile is given empty: what reads it says so.
    entry.file(resolve, () => resolve(new File([], entry.name)));
  });

/** Entries of a folder, which browsers give by hundreds. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0 || all.length >= MOST_FILES) return all;
    all.push(...some);
  }
}

async function collect(entry: FileSystemEntry, folder: string, depth: number, found: Found[]): Promise<void> {
  if (NOT_GIVEN.test(entry.name) || found.length >= MOST_FILES) return;
  if (entry.isFile) {
    found.push({ file: await fileOf(entry as FileSystemFileEntry), folder });
    return;
  }
  if (depth >= MOST_DEPTH) return;
  const entries = await entriesOf(entry as FileSystemDirectoryEntry);
  entries.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  for (const one of entries) await collect(one, `${folder}${entry.name}/`, depth + 1, found);
}

/** Files of the same name in several folders: all but the first take their folder's name before theirs. */
function withOwnNames(found: readonly Found[]): File[] {
  const names = new Set<string>();
  return found.map(({ file, folder }) => {
    const name = names.has(file.name) ? `${folder}${file.name}` : file.name;
    names.add(name);
    return name === file.name ? file : new File([file], name, { type: file.type });
  });
}

/** Files of a choice, without what was not meant; those of a folder have their path. */
export const filesOfChoice = (list: Iterable<File>): File[] =>
  withOwnNames(
    [...list]
      .filter(({ name }) => !NOT_GIVEN.test(name))
      .map((file) => ({ file, folder: (file.webkitRelativePath || file.name).slice(0, -file.name.length) }))
  );

/** Files of a drop, folders opened. The drop is read before anything is waited for: browsers empty it at once. */
export async function filesOfDrop(
  transfer: (Pick<DataTransfer, 'files'> & Partial<Pick<DataTransfer, 'items'>>) | null | undefined
): Promise<File[]> {
  if (!transfer) return [];
  const entries = [...(transfer.items ?? [])]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  // Files that a program gives have no item.
  if (entries.length === 0) return filesOfChoice(transfer.files);
  const found: Found[] = [];
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) await collect(entry, '', 0, found);
    else if (file && !NOT_GIVEN.test(file.name)) found.push({ file, folder: '' });
  }
  return withOwnNames(found);
}
