// Builds the demonstration into static/: facts and one seed in, tables and downloads out. Does nothing when all is up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingSentence } from '../src/lib/i18n/findings.ts';
import type { Finding } from '../src/lib/model/findings.ts';
import { demonstration } from './demo/demonstration.ts';
import { fail, progress, readArguments } from './shell.ts';
import { sha256 } from './tables/manifest.ts';
import { UnsafeTerritory } from './tables/refuse-unsafe.ts';
import { writeTerritory } from './tables/write-tables.ts';

const USAGE = `Usage : npm run data -- [--out DOSSIER]
        tsx scripts/build-data.ts [--force] [--out DOSSIER]

Construit le territoire de démonstration : tables, téléchargements et fonds de carte.
  --force        reconstruit même si rien n’a changé
  --out DOSSIER  dossier de sortie (par défaut : static)
  --help         cette aide`;

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const INPUTS = [
  'data',
  'geo',
  'scripts',
  'src/lib/model',
  'src/lib/catalogue',
  'src/lib/cube',
  'src/lib/disclosure'
];

/** What was read and what was written, by content. */
interface Stamp {
  inputs: string;
  outputs: Record<string, string>;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function hashOfInputs(): string {
  const files = INPUTS.flatMap((folder) => filesUnder(join(ROOT, folder)));
  return sha256(files.map((path) => `${relative(ROOT, path)} ${sha256(readFileSync(path))}`).join('\n'));
}

function upToDate(stampPath: string, inputs: string, out: string): boolean {
  if (!existsSync(stampPath)) return false;
  const stamp = JSON.parse(readFileSync(stampPath, 'utf8')) as Stamp;
  return (
    stamp.inputs === inputs &&
    Object.entries(stamp.outputs).every(([name, hash]) => {
      const path = join(out, name);
      return existsSync(path) && sha256(readFileSync(path)) === hash;
    })
  );
}

function report(findings: readonly Finding[]): void {
  for (const finding of findings) progress(`  ${findingSentence(finding)}`);
}

async function main(): Promise<void> {
  const { values } = readArguments(USAGE, {
    force: { type: 'boolean', default: false },
    out: { type: 'string', default: join(ROOT, 'static') }
  });
  const out = resolve(values.out);
  const stampPath = join(ROOT, '.cache', `data-${sha256(out).slice(0, 12)}.json`);
  const inputs = hashOfInputs();
  if (!values.force && upToDate(stampPath, inputs, out)) {
    progress('Données à jour.');
    return;
  }
  const started = performance.now();
  const { rows, findings } = demonstration(ROOT);
  const written = await writeTerritory(rows, {
    tables: join(out, 'tables'),
    downloads: join(out, 'downloads'),
    map: join(out, 'map')
  });
  const stamp: Stamp = {
    inputs,
    outputs: Object.fromEntries(written.map((path) => [relative(out, path), sha256(readFileSync(path))]))
  };
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, JSON.stringify(stamp));
  report(findings);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).replace('.', ',');
  progress(
    `${rows.territory.name} : ${written.length} fichiers, ${findings.length} remarques, ${seconds} s.`
  );
}

try {
  await main();
} catch (cause) {
  if (cause instanceof UnsafeTerritory) fail(2, cause.reasons);
  throw cause;
}
