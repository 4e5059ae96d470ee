// Measures the same code on a whole country: files read, territories built département by département, and a million pathway rows asked.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatNamed, type FormatId, type FormatRows } from '../../src/lib/import/formats.ts';
import { importNow } from '../../src/lib/import/importer.ts';
import { openFile } from '../../src/lib/import/open.ts';
import { ROOT } from '../setup.mjs';
import { writeTerritory } from '../tables/write-tables.ts';
import { buildTerritory } from '../territory/build.ts';
import { readConfig } from '../territory/config.ts';
import { noSources, type From } from '../territory/sources.ts';
import { inventedCountry } from './invented-country.ts';
import { askMillion } from './national-rows.ts';
import { measured, type Bench, type Measurement } from './table.ts';

const OUT = join(ROOT, '.cache/national');
const MEGABYTE = 1024 * 1024;

const once = (name: string, unit: string, value: number, most?: number): Measurement =>
  measured(name, unit, [value], most === undefined ? null : { at: 'median', most });

async function rowsOf<Id extends FormatId>(
  name: string,
  bytes: Uint8Array,
  id: Id
): Promise<From<FormatRows[Id]>[]> {
  const table = await openFile({ name, bytes });
  const { rows, read } = importNow(table, formatNamed(id).importer);
  if (rows.length !== read) throw new Error(`${name}: ${rows.length} of ${read} rows`);
  return rows.map((row: object) => ({ ...row, file: name })) as From<FormatRows[Id]>[];
}

function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function partOf<Row>(rows: readonly Row[], departement: (row: Row) => string): Map<string, Row[]> {
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    const key = departement(row);
    const part = parts.get(key);
    if (part) part.push(row);
    else parts.set(key, [row]);
  }
  return parts;
}

export const run: Bench = async (progress) => {
  const country = inventedCountry();
  const input = country.communes.length + country.qpvs.length + country.schools.length;
  progress(`${Math.round(input / MEGABYTE)} Mo de fichiers inventés`);
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const began = performance.now();
  const communes = await rowsOf('communes.geojson', country.communes, 'communes');
  const qpvs = await rowsOf('qpv.geojson', country.qpvs, 'qpv');
  const schools = await rowsOf('annuaire.csv', country.schools, 'annuaire');
  const readSeconds = (performance.now() - began) / 1000;
  progress(`lus en ${readSeconds.toFixed(1)} s`);
  const of = {
    communes: partOf(communes, ({ code }) => code.slice(0, 2)),
    qpvs: partOf(qpvs, ({ communeCodes }) => communeCodes[0]!.slice(0, 2)),
    annuaire: partOf(schools, ({ commune }) => commune.slice(0, 2))
  };
  let placed = 0;
  let peak = 0;
  for (const departement of country.departements) {
    const siren = `2000000${departement}`;
    const read = readConfig({ siren, communes: 'communes.geojson', schools: [{ annuaire: 'annuaire.csv' }] });
    if ('faults' in read) throw new Error(read.faults.join());
    const sources = {
      ...noSources(),
      communes: of.communes.get(departement) ?? [],
      qpvs: of.qpvs.get(departement) ?? [],
      annuaire: of.annuaire.get(departement) ?? []
    };
    const { rows } = buildTerritory(read.config, sources, country.decoupage, '2026-06');
    placed += rows.schools.length;
    const folder = (name: string) => join(OUT, departement, name);
    await writeTerritory(rows, {
      tables: folder('tables'),
      downloads: folder('downloads'),
      map: folder('map')
    });
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - began) / 1000;
  progress(`${placed} établissements en ${country.departements.length} parties`);
  const sizes = country.departements.map((departement) => bytesUnder(join(OUT, departement, 'tables')));
  const total = bytesUnder(OUT);
  rmSync(OUT, { recursive: true, force: true });
  return [
    once('lecture des fichiers du pays', 's', readSeconds),
    once('construction du pays, par département', 's', seconds, 180),
    once('mémoire la plus haute de la construction', 'Mo', peak / MEGABYTE, 4_096),
    once('fichiers écrits', 'Mo', total / MEGABYTE),
    once('tables du plus lourd département', 'Mo', Math.max(...sizes) / MEGABYTE),
    ...(await askMillion(progress))
  ];
};
