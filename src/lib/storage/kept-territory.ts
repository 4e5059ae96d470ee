// The territory stored on this computer, at the reader's request only: one `.maillage` in the origin private file system.
import { browserStorage } from './kept.ts';
import { isEncrypted } from './maillage/encrypted.ts';

const FOLDER = 'maillage';
const NAME = 'territoire.maillage';
/** What a browser writes before it replaces the file. */
const HALF_WRITTEN = /\.crswap$/;
/** Held as long as a tab writes the stored territory. */
const LOCK = 'maillage.territoire';
/** `open`: shown when the site is opened again. `left`: stored, and the site shows its own territory. Read by the script of src/app.html. */
const FLAG = 'maillage.opened';

/** `refused`: the browser stores nothing. `full`: no room left. `busy`: the file is in use. */
export type KeptFault = 'refused' | 'full' | 'busy';

export class KeptTerritoryError extends Error {
  readonly fault: KeptFault;
  constructor(fault: KeptFault, options?: { cause?: unknown }) {
    super(`kept territory: ${fault}`, options);
    this.name = 'KeptTerritoryError';
    this.fault = fault;
  }
}

export interface KeptState {
  encrypted: boolean;
  /** Time of writing. */
  date: Date;
  bytes: number;
}

const isAbsent = (cause: unknown) => cause instanceof DOMException && cause.name === 'NotFoundError';

function faultOf(cause: unknown): KeptTerritoryError {
  if (cause instanceof KeptTerritoryError) return cause;
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'QuotaExceededError') return new KeptTerritoryError('full', { cause });
  if (name === 'NoModificationAllowedError') return new KeptTerritoryError('busy', { cause });
  return new KeptTerritoryError('refused', { cause });
}

type Folder = FileSystemDirectoryHandle & { keys(): AsyncIterable<string> };

async function folder(create: boolean): Promise<Folder | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return (await root.getDirectoryHandle(FOLDER, { create })) as Folder;
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw faultOf(cause);
  }
}

/** Whether this browser, at this address, can store a territory: pages must come by https. */
export const canKeep = (): boolean =>
  'locks' in navigator && 'storage' in navigator && 'getDirectory' in navigator.storage;

/**
 * The stored file; null without one. A first save that was interrupted leaves an empty file, which is none.
 * @throws KeptTerritoryError
 */
async function keptFile(): Promise<File | null> {
  if (!canKeep()) return null;
  try {
    const there = await folder(false);
    const file = there ? await (await there.getFileHandle(NAME)).getFile() : null;
    return file && file.size > 0 ? file : null;
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw faultOf(cause);
  }
}

/** How often a file that another tab has just replaced is looked for again. */
const TRIES = 5;

/**
 * Bytes and date of the stored file, read whole; null without one.
 * @throws KeptTerritoryError
 */
export async function readKept(): Promise<{ blob: Blob; date: Date } | null> {
  for (let left = TRIES; ; left--) {
    const file = await keptFile();
    if (!file) return null;
    try {
      return { blob: new Blob([await file.arrayBuffer()]), date: new Date(file.lastModified) };
    } catch (cause) {
      if (left === 1) throw faultOf(cause);
    }
  }
}

/** What is stored; null when nothing is, or the browser does not say. */
export async function keptState(): Promise<KeptState | null> {
  const file = await keptFile().catch(() => null);
  if (!file) return null;
  const start = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  return { encrypted: isEncrypted(start), date: new Date(file.lastModified), bytes: file.size };
}

/**
 * Takes the right to write, for this tab alone and until it is given back or closed; null when another tab has it. What an interrupted save
 * left is swept.
 */
export function takePen(): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(LOCK, { ifAvailable: true }, async (lock) => {
        if (!lock) return resolve(null);
        await sweep();
        await new Promise<void>((giveBack) => resolve(giveBack));
      })
      .catch((cause: unknown) => reject(faultOf(cause)));
  });
}

/** Resolves once no tab has the right to write. */
export async function penFree(signal: AbortSignal): Promise<void> {
  await navigator.locks.request(LOCK, { signal }, () => undefined);
}

async function sweep(): Promise<void> {
  const there = await folder(false);
  if (!there) return;
  const names: string[] = [];
  for await (const name of there.keys()) if (HALF_WRITTEN.test(name)) names.push(name);
  // In use by a tab that is closing: swept next time.
  for (const name of names) await there.removeEntry(name).catch(() => undefined);
}

/**
 * Replaces the stored file: written beside it, then swapped, so that an interruption leaves the former one whole. The tab has the pen.
 * @throws KeptTerritoryError; the former file is then still there
 */
export async function writeKept(bytes: Uint8Array): Promise<void> {
  let stream: FileSystemWritableFileStream | null = null;
  try {
    const there = await folder(true);
    const handle = await there!.getFileHandle(NAME, { create: true });
    stream = await handle.createWritable();
    await stream.write(bytes as Uint8Array<ArrayBuffer>);
    await stream.close();
    if ((await handle.getFile()).size !== bytes.length) throw new KeptTerritoryError('refused');
  } catch (cause) {
    await stream?.abort().catch(() => undefined);
    throw faultOf(cause);
  }
}

/** Names of all that this site, or a former version of it, stored in private files. */
async function namesOf(root: Folder): Promise<string[]> {
  const names: string[] = [];
  for await (const name of root.keys()) if (name.startsWith(FOLDER)) names.push(name);
  return names;
}

/** Root of the private files; null in a browser without any. */
async function privateRoot(): Promise<Folder | null> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return null;
  return (await navigator.storage.getDirectory()) as Folder;
}

/** Whether private files are stored; false too where the browser refuses to say. */
export async function keepsPrivateFiles(): Promise<boolean> {
  try {
    const root = await privateRoot();
    return root !== null && (await namesOf(root)).length > 0;
  } catch {
    // A private window: nothing can have been stored.
    return false;
  }
}

/**
 * Erases all that this site stored in private files, those of its former versions too.
 * @throws KeptTerritoryError busy while a tab is saving
 */
export async function eraseKept(): Promise<void> {
  setFlag(null);
  try {
    const root = await privateRoot();
    if (root) for (const name of await namesOf(root)) await root.removeEntry(name, { recursive: true });
  } catch (cause) {
    if (!isAbsent(cause)) throw faultOf(cause);
  }
}

export type KeptFlag = 'open' | 'left';

/** Whether the territory shown is stored here at each change. */
export const isKeptOpen = (): boolean => browserStorage('computer')?.getItem(FLAG) === 'open';

/** @throws KeptTerritoryError refused, unless it is erased */
export function setFlag(flag: KeptFlag | null): void {
  try {
    if (flag === null) localStorage.removeItem(FLAG);
    else localStorage.setItem(FLAG, flag);
  } catch (cause) {
    if (flag !== null) throw faultOf(cause);
  }
}
