// The name of a version: the same files give the same name, so that a visitor is told of a new one only when there is one.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** All that the built site is made of; what `static/` holds was made from data before. */
const MADE_OF = ['src', 'messages', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
const LENGTH = 16;

function* filesOf(path) {
  const entries = existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }) : [];
  for (const entry of entries) if (entry.isFile()) yield join(entry.parentPath ?? entry.path, entry.name);
}

/** @returns {string} a name in hexadecimal digits */
export function siteVersion() {
  const hash = createHash('sha256').update(process.env.BASE_PATH ?? '');
  for (const part of MADE_OF) {
    const path = join(ROOT, part);
    const files = part.includes('.') ? [path] : [...filesOf(path)].sort();
    for (const file of files) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, LENGTH);
}
