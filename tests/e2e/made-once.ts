// What tests make at length, made once a state of what it is made from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, ROOT } from '../../scripts/setup.mjs';

const FOLDER = join(ROOT, '.cache/made');
/** All that a command of the repository reads. */
const SOURCES = ['src', 'scripts', 'data', 'geo', 'package-lock.json', 'tests/fixtures'];

/** @param make fills the folder that it is given @returns the filled folder, whose files are not to be changed */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const state = createHash('sha256').update(fingerprint(SOURCES)).update(name).digest('hex').slice(0, 12);
  const folder = join(FOLDER, `${name}-${state}`);
  if (existsSync(folder)) return folder;
  mkdirSync(FOLDER, { recursive: true });
  const work = mkdtempSync(join(FOLDER, 'work-'));
  await make(work);
  // Whole or not at all; another test may have made it meanwhile.
  if (existsSync(folder)) rmSync(work, { recursive: true });
  else renameSync(work, folder);
  return folder;
}
