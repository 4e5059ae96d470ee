// Writes the synthetic case file of the demonstration, in the form that `npm run safe` reads. Never under static/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, progress, readArguments } from '../shell.ts';
import { DETAIL_HEADERS, drawDetails } from './case-details.ts';
import { demoCases } from './cases.ts';
import { SEED } from './seed.ts';

const USAGE = `Usage : tsx scripts/demo/write-cases.ts --out FICHIER.csv

Écrit les parcours synthétiques de la démonstration, une ligne par enfant et par année scolaire.
Ce fichier décrit des cas : il est refusé dans static/, dont tout est publié.`;

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const COLUMNS = [
  'case_id',
  'school_year',
  'uai',
  'qpv',
  'commune',
  'level',
  'theme',
  'family_id',
  'visits'
] as const;

const { values } = readArguments(USAGE, { out: { type: 'string' } });
if (!values.out) fail(2, ['--out : attendu un nom de fichier, rien trouvé', USAGE]);
const out = resolve(values.out);
if (!relative(join(ROOT, 'static'), out).startsWith('..')) {
  fail(2, `--out : ${out} est dans static/, où tout est publié ; choisissez un autre dossier`);
}
const cases = demoCases(ROOT);
const details = drawDetails(cases, SEED);
const quoted = (cell: string) => (cell.includes(';') ? `"${cell}"` : cell);
const lines = cases.map((row, at) =>
  [
    ...COLUMNS.map((column) => row[column] ?? ''),
    ...DETAIL_HEADERS.map((column) => quoted(details[at]![column]))
  ].join(';')
);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `${[[...COLUMNS, ...DETAIL_HEADERS].join(';'), ...lines].join('\n')}\n`);
progress(`${cases.length} lignes écrites dans ${out}`);
