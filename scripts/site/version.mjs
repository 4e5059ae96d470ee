// The name of a version: the same files give the same name, so that a visitor is told of a new one only when there is one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ROOT } from '../setup.mjs';

/** All that the built site is made of, beside the files that it takes as they are. */
const MADE_OF = [
  'src',
  'scripts/site',
  'messages',
  'project.inlang/settings.json',
  'findings.inlang/settings.json',
  'columns.inlang/settings.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts'
];
/** Made of `messages` while the site is built: read too early, or too late, it would name another version. */
const GENERATED = `${sep}paraglide${sep}`;
/** The version of the build under way: its pages are written by another thread than its scripts, and both must say the same. */
const KEPT = 'MAILLAGE_VERSION';
const LENGTH = 16;

function* filesOf(path) {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !file.includes(GENERATED)) yield file;
  }
}

/**
 * @param {string} assets folder of the files that the site takes as they are
 * @returns {string} a name in hexadecimal digits
 */
export function siteVersion(assets) {
  const [of, kept] = (process.env[KEPT] ?? '').split('\n');
  if (of === assets && kept) return kept;
  const version = versionOf(assets);
  process.env[KEPT] = `${assets}\n${version}`;
  return version;
}

/** @param {string} assets */
function versionOf(assets) {
  const hash = createHash('sha256').update(process.env.BASE_PATH ?? '');
  for (const part of [...MADE_OF, assets]) {
    const path = resolve(ROOT, part);
    const files = statSync(path).isFile() ? [path] : [...filesOf(path)].sort();
    for (const file of files) hash.update(relative(path, file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, LENGTH);
}
