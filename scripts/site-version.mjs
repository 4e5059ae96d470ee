// The name of a version: the same files give the same name, so that a visitor is told of a new one only when there is one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ROOT } from './setup.mjs';

/** All that the built site is made of, beside the files that it takes as they are. */
const MADE_OF = ['src', 'messages', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
/** Made from `messages` while the site is built: its files may change after the name was given. */
const GENERATED = join('src', 'lib', 'i18n', 'paraglide') + sep;
const LENGTH = 16;

function* filesOf(path) {
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) yield join(entry.parentPath ?? entry.path, entry.name);
  }
}

/**
 * @param {string} assets folder of the files that the site takes as they are
 * @returns {string} a name in hexadecimal digits
 */
export function siteVersion(assets) {
  const hash = createHash('sha256').update(process.env.BASE_PATH ?? '');
  for (const part of [...MADE_OF, assets]) {
    const path = resolve(ROOT, part);
    const files = statSync(path).isFile() ? [path] : [...filesOf(path)].sort();
    for (const file of files)
      if (!relative(ROOT, file).startsWith(GENERATED))
        hash.update(relative(path, file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, LENGTH);
}
