// What was downloaded, beside the files: address, date, size, hash, licence. Read back by `npm run territory`.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const RECORD = 'fetched.local.json';

export interface FetchedFile {
  name: string;
  file: string;
  title: string;
  publisher: string;
  url: string;
  licence: string;
  /** Vintage that the list of sources announces. */
  date: string;
  /** Day of the download. */
  fetched: string;
  bytes: number;
  sha256: string;
  /** What the content was recognised as; null when it is none of the known formats. */
  format: string | null;
}

export async function readRecord(folder: string): Promise<FetchedFile[]> {
  const path = join(folder, RECORD);
  if (!existsSync(path)) return [];
  try {
    return (JSON.parse(await readFile(path, 'utf8')) as { files: FetchedFile[] }).files;
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}

/** Adds or replaces one file; the others stay as they are. */
export async function record(folder: string, fetched: FetchedFile): Promise<FetchedFile | undefined> {
  const files = await readRecord(folder);
  const before = files.find(({ name }) => name === fetched.name);
  const kept = [...files.filter(({ name }) => name !== fetched.name), fetched];
  kept.sort((a, b) => (a.name < b.name ? -1 : 1));
  await writeFile(join(folder, RECORD), `${JSON.stringify({ files: kept }, null, 2)}\n`);
  return before;
}
