// A territory's file in a folder that the reader gave, on this computer or a shared drive: compared just before it is written, read back after,
// the former one kept beside it. Two writers in the same second are not covered: no browser locks a file of a drive.

type Folder = FileSystemDirectoryHandle;
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<Folder>;

const picker = () => (globalThis as { showDirectoryPicker?: Picker }).showDirectoryPicker;
/** Whether this browser, at this address, can write in a folder of the reader. */
export const canWriteFolder = (): boolean => picker() !== undefined;

/** The folder that the reader gives; null when none is. */
export async function chooseFolder(): Promise<Folder | null> {
  try {
    return (await picker()?.({ id: 'maillage', mode: 'readwrite' })) ?? null;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return null;
    throw cause;
  }
}

/** SHA-256 of a file as it is; empty where this browser writes in no folder. */
export async function markOf(file: Blob): Promise<string> {
  if (!canWriteFolder()) return '';
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The file as it stands in memory: what is on the drive may change under it. An empty one, left by a first write that was cut, is none. */
export async function fileIn(folder: Folder, name: string): Promise<File | null> {
  try {
    const file = await (await folder.getFileHandle(name)).getFile();
    return file.size > 0 ? new File([await file.arrayBuffer()], name) : null;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotFoundError') return null;
    throw cause;
  }
}

/** Written beside, then swapped: an interruption leaves the former one whole. */
async function write(folder: Folder, name: string, content: Blob): Promise<void> {
  const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
  try {
    await stream.write(content);
    await stream.close();
  } catch (cause) {
    await stream.abort().catch(() => undefined);
    throw cause;
  }
}

/**
 * Replaces a file of the folder, unless somebody else changed it.
 *
 * @param seen marks of the file of which nothing is lost
 * @returns the file as somebody else left it, and nothing is written; null: written
 * @throws Error when what is read back is not what was written
 */
export async function writeBack(
  folder: Folder,
  name: string,
  bytes: Uint8Array,
  seen: ReadonlySet<string>
): Promise<File | null> {
  const former = await fileIn(folder, name);
  if (former) {
    if (!seen.has(await markOf(former))) return former;
    await write(folder, `${name}.avant`, former);
    const now = await fileIn(folder, name);
    if (now && !seen.has(await markOf(now))) return now;
  }
  const content = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  await write(folder, name, content);
  const back = await fileIn(folder, name);
  if (!back || (await markOf(back)) !== (await markOf(content))) throw new Error(`${name}: not read back`);
  return null;
}
