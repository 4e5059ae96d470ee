// The table of floors of src/README.md, from the import rules. `node scripts/floors.mjs` writes it; a test compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { FLOORS, HOLDS } from '../eslint.boundaries.js';

const README = new URL('../src/README.md', import.meta.url);
const BLOCK = /(<!-- floors: written by scripts\/floors\.mjs -->\n)[\s\S]*?(<!-- \/floors -->)/;

const isFeature = (name) => name.startsWith('features/');

/** What a folder may import, in words: engines together, and for a feature only the other features, since it may import all floors below. */
function mayImport(name, may) {
  const engines = may.filter((other) => other.startsWith('engines/'));
  const all = Object.keys(FLOORS).filter((other) => other.startsWith('engines/'));
  if (isFeature(name)) return ['every folder above', ...may.filter(isFeature)];
  return [
    ...may.filter((other) => !engines.includes(other)),
    ...(engines.length === all.length ? ['engines'] : engines)
  ];
}

/** @returns {string} the table of floors, as Markdown: features together, then those that take from another */
export function floorsTable() {
  const row = (name, may) => `| ${name} | ${HOLDS[name]} | ${may.join(', ') || 'nothing'} |`;
  const shown = Object.entries(FLOORS).filter(([name]) => HOLDS[name]);
  const rows = (of) =>
    shown.filter(([name]) => isFeature(name) === of).map(([name, may]) => row(name, mayImport(name, may)));
  return [
    '| folder | what it holds | may import |',
    '| --- | --- | --- |',
    ...rows(false),
    row('features', ['every folder above', 'features/share']),
    ...rows(true)
  ].join('\n');
}

/** @param {string} text of src/README.md @returns {string} the same with today's table */
export const withFloors = (text) =>
  text.replace(BLOCK, (_all, start, end) => `${start}${floorsTable()}\n${end}`);

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(README, withFloors(readFileSync(README, 'utf8')));
