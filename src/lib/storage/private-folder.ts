// The browser's private folder: whether this site keeps something there, and how all of it is erased.

const PREFIX = 'maillage';

/** Folder of the origin, as an iterable of its names; null in a browser without one. */
type NamedFolder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

async function folder(): Promise<NamedFolder | null> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return null;
  return (await navigator.storage.getDirectory()) as NamedFolder;
}

async function namesIn(root: NamedFolder): Promise<string[]> {
  const names: string[] = [];
  for await (const name of root.keys()) if (name.startsWith(PREFIX)) names.push(name);
  return names;
}

/** False too where the browser refuses to say. */
export async function keepsPrivateFiles(): Promise<boolean> {
  try {
    const root = await folder();
    return root !== null && (await namesIn(root)).length > 0;
  } catch {
    // A private window: nothing can have been kept.
    return false;
  }
}

/** Erases them, those of former versions of the site too. */
export async function erasePrivateFiles(): Promise<void> {
  const root = await folder();
  if (root === null) return;
  for (const name of await namesIn(root)) await root.removeEntry(name, { recursive: true });
}
