// The reader's files stored on this computer: one file in the origin private file system, in clear or encrypted by a passphrase.
import type { Cipher } from './cipher.ts';

const FOLDER = 'maillage';
const NAME = 'fichiers';
const LOCK = 'maillage.fichiers';
/** Header of an encrypted file (age-encryption.org). */
const AGE = 'age-encryption.org/v1';
const CLEAR = 'maillage-fichiers/1\n';

/** `busy`: another tab writes. `refused`: the browser stores nothing. `locked`: a passphrase is missing or wrong. */
export type KeptFault = 'busy' | 'refused' | 'locked' | 'damaged' | 'none';

export class KeptFilesError extends Error {
  readonly fault: KeptFault;
  constructor(fault: KeptFault, options?: { cause?: unknown }) {
    super(`kept files: ${fault}`, options);
    this.name = 'KeptFilesError';
    this.fault = fault;
  }
}

export interface KeptState {
  encrypted: boolean;
  /** Time of writing. */
  date: Date;
  bytes: number;
}

async function folder(create: boolean): Promise<FileSystemDirectoryHandle | null> {
  try {
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle(FOLDER, { create });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotFoundError') return null;
    throw new KeptFilesError('refused', { cause });
  }
}

async function keptFile(): Promise<File | null> {
  const there = await folder(false);
  try {
    return there ? await (await there.getFileHandle(NAME)).getFile() : null;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'NotFoundError') return null;
    throw new KeptFilesError('refused', { cause });
  }
}

/** Lock between tabs. */
function alone<Value>(work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
    if (!lock) throw new KeptFilesError('busy');
    return work();
  });
}

/** Concatenates files after a header line of their names and sizes. */
export async function packFiles(files: readonly File[]): Promise<Uint8Array> {
  const names = files.map(({ name, size, type }) => ({ name, size, type }));
  return new Uint8Array(await new Blob([CLEAR, `${JSON.stringify(names)}\n`, ...files]).arrayBuffer());
}

/** @throws {KeptFilesError} damaged */
export function unpackFiles(bytes: Uint8Array): File[] {
  const head = new TextDecoder().decode(bytes.subarray(0, CLEAR.length));
  const end = bytes.indexOf(10, CLEAR.length);
  if (head !== CLEAR || end < 0) throw new KeptFilesError('damaged');
  try {
    const line = new TextDecoder().decode(bytes.subarray(CLEAR.length, end));
    const names = JSON.parse(line) as { name: string; size: number; type: string }[];
    let at = end + 1;
    const files = names.map(({ name, size, type }) => {
      const part = bytes.slice(at, (at += size));
      if (part.length !== size) throw new Error('cut short');
      return new File([part], name, { type });
    });
    if (at !== bytes.length) throw new Error('too long');
    return files;
  } catch (cause) {
    throw new KeptFilesError('damaged', { cause });
  }
}

/** What is stored; null when nothing is, or the browser has no storage. */
export async function keptState(): Promise<KeptState | null> {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage)) return null;
  const file = await keptFile().catch(() => null);
  if (!file) return null;
  const encrypted = (await file.slice(0, AGE.length).text()) === AGE;
  return { encrypted, date: new Date(file.lastModified), bytes: file.size };
}

/** Replaces the stored files. An empty passphrase stores them in clear. */
export async function keepFiles(files: readonly File[], passphrase: string, cipher: Cipher): Promise<void> {
  await alone(async () => {
    const clear = await packFiles(files);
    const bytes = passphrase === '' ? clear : await cipher.encrypt(clear, passphrase);
    try {
      const there = await folder(true);
      if (!there) throw new KeptFilesError('refused');
      const handle = await there.getFileHandle(NAME, { create: true });
      // Written to a second file, then moved: an interruption leaves the former one.
      const stream = await handle.createWritable();
      await stream.write(bytes as Uint8Array<ArrayBuffer>);
      await stream.close();
    } catch (cause) {
      throw cause instanceof KeptFilesError ? cause : new KeptFilesError('refused', { cause });
    }
  });
}

/** @throws {KeptFilesError} none, locked, damaged, refused */
export async function openFiles(passphrase: string, cipher: Cipher): Promise<File[]> {
  const file = await keptFile();
  if (!file) throw new KeptFilesError('none');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const head = new TextDecoder().decode(bytes.subarray(0, AGE.length));
  if (head !== AGE) return unpackFiles(bytes);
  const clear = await cipher.decrypt(bytes, passphrase);
  if (!clear) throw new KeptFilesError('locked');
  return unpackFiles(clear);
}

export async function eraseFiles(): Promise<void> {
  await alone(async () => {
    if (!(await keptFile())) return;
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(FOLDER, { recursive: true });
  });
}
