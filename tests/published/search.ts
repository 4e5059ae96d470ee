// Words searched for in every file of a folder, whatever the file packs them in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { filesUnder, readArrow, readParquet } from './published-files.ts';

/** All that can be read in a file: its bytes, both ways of reading them, and its cells when they are packed. */
async function textsOf(path: string): Promise<string[]> {
  const bytes = readFileSync(path);
  const open = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  const texts = [open.toString('latin1'), open.toString('utf16le')];
  if (/\.(?:xlsx|zip|docx)$/.test(path)) {
    for (const entry of Object.values(unzipSync(open))) texts.push(new TextDecoder().decode(entry));
  }
  if (path.endsWith('.parquet')) texts.push(JSON.stringify(await readParquet(path), bigint));
  if (path.endsWith('.arrow')) texts.push(JSON.stringify(readArrow(new Uint8Array(bytes)).rows, bigint));
  return texts;
}

const bigint = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** @returns one line a file and word found in it: « path: word » */
export async function search(folder: string, words: readonly RegExp[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of filesUnder(folder)) {
    const texts = await textsOf(join(folder, file));
    for (const word of words) if (texts.some((text) => word.test(text))) found.push(`${file}: ${word}`);
  }
  return found;
}
