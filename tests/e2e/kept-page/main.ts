// A page that says what is stored, then stores one version after the other until its browser is killed.
import {
  canKeep,
  eraseKept,
  keptState,
  KeptTerritoryError,
  readKept,
  takePen,
  writeKept
} from '../../../src/lib/storage/kept-territory.ts';
import type { MaillageContent } from '../../../src/lib/storage/maillage/index.ts';
import { fileIn, markOf, writeBack } from '../../../src/lib/storage/shared-folder.ts';
import { readMaillageFile, writeMaillageFile } from '../../../src/lib/workers/maillage/client.ts';

const PARTS = 6;
const PART_BYTES = 400_000;
/** getRandomValues fills no more at a time. */
const RANDOM_BYTES = 65_536;

function noise(version: number): Uint8Array {
  const bytes = new Uint8Array(PART_BYTES);
  for (let at = 0; at < bytes.length; at += RANDOM_BYTES)
    crypto.getRandomValues(bytes.subarray(at, at + RANDOM_BYTES));
  new DataView(bytes.buffer).setUint32(0, version);
  return bytes;
}

function contentOf(version: number): MaillageContent {
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const parts = Array.from({ length: PARTS }, (_, at) => [`graph/${at}.bin`, noise(version)] as const);
  const now = new Date().toISOString();
  return {
    config: { version },
    files: new Map([['tables/dashboard.json', text({ version })], ...parts]),
    sources: [],
    kept: {},
    created: now,
    saved: now
  };
}

/** Version stored, all its parts of that version; 0 when nothing is. Throws when it is not whole. */
const stored = async (): Promise<number> => versionIn((await readKept())?.blob);

async function versionIn(file: Blob | null | undefined): Promise<number> {
  if (!file) return 0;
  const { config, files } = await readMaillageFile(file);
  const { version } = config as { version: number };
  for (let at = 0; at < PARTS; at++) {
    const part = files.get(`graph/${at}.bin`)!;
    if (new DataView(part.buffer, part.byteOffset).getUint32(0) !== version)
      throw new Error('parts of two versions');
  }
  return version;
}

async function names(): Promise<string[]> {
  const root = await navigator.storage.getDirectory();
  const all: string[] = [];
  try {
    const folder = await root.getDirectoryHandle('maillage');
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) all.push(name);
  } catch {
    return [];
  }
  return all.sort();
}

async function save(version: number): Promise<string> {
  const bytes = await writeMaillageFile(contentOf(version));
  try {
    await writeKept(bytes);
    return 'saved';
  } catch (error) {
    return error instanceof KeptTerritoryError ? error.fault : String(error);
  }
}

const keptPage = {
  canKeep,
  eraseKept,
  keptState,
  names,
  save,
  stored,
  takePen,
  bytesOf: (version: number) => writeMaillageFile(contentOf(version)),
  writeKept
};
declare global {
  interface Window {
    keptPage: typeof keptPage;
  }
}
window.keptPage = keptPage;

const say = (what: string, value: number | string) =>
  fetch(`/said?${new URLSearchParams({ what, value: String(value) }).toString()}`);

interface Store {
  stored: () => Promise<number>;
  write: (bytes: Uint8Array) => Promise<unknown>;
}

/** A folder of the platform, that of this page, as a folder that a person gives: the file, and the former one beside it. */
async function folderStore(): Promise<Store> {
  const folder = await navigator.storage.getDirectory();
  const name = 'commun.maillage';
  return {
    stored: async () => {
      const version = await versionIn(await fileIn(folder, name));
      if ((await versionIn(await fileIn(folder, `${name}.avant`))) > version)
        throw new Error('the former file is newer');
      return version;
    },
    write: async (bytes) => {
      const former = await fileIn(folder, name);
      const refused = await writeBack(folder, name, bytes, new Set(former ? [await markOf(former)] : []));
      if (refused) throw new Error('changed by somebody else');
    }
  };
}

/** Until the browser is killed. The bytes of a version are made while the former is written: most of the time is writing. */
async function saveForever(store: Store): Promise<void> {
  let version = await store.stored();
  await say('read', version);
  let next = writeMaillageFile(contentOf(version + 1));
  for (;;) {
    const bytes = await next;
    version++;
    next = writeMaillageFile(contentOf(version + 1));
    void say('began', version);
    await store.write(bytes);
    void say('saved', version);
  }
}

async function keepForever(): Promise<void> {
  const before = await names();
  await say('left', before.filter((name) => name.endsWith('.crswap')).length);
  const pen = await takePen();
  if (!pen) return void (await say('failed', 'no pen'));
  const after = await names();
  await say('swept', after.filter((name) => name.endsWith('.crswap')).length);
  await saveForever({ stored, write: writeKept });
}

const modes: Readonly<Record<string, () => Promise<void>>> = {
  '#save': keepForever,
  '#folder': async () => saveForever(await folderStore())
};
modes[location.hash]?.().catch((error: unknown) => say('failed', String(error)));
