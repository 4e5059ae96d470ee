// The one writer of a territory's files: Arrow for the page, GeoJSON for its map, Parquet, CSV and GeoJSON to download.
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Download, DownloadFormat } from '../../src/lib/catalogue/downloads.ts';
import type { Finding } from '../../src/lib/model/findings.ts';
import { CERTIFICATE_FILE } from '../safe/certificate.ts';
import { toArrow } from './arrow.ts';
import { toCatalogue } from './catalogue.ts';
import { toCsv } from './csv.ts';
import { toDashboard } from './dashboard.ts';
import { AROUND_FILE, downloadPlaces, mapPlaces } from './geojson.ts';
import { manifestTable, toManifest } from './manifest.ts';
import { writeParquet } from './parquet.ts';
import { toPortraitFacts } from './portraits.ts';
import { toProgramme } from './programme.ts';
import { cubeFile } from './protection.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';
import type { Destination, TerritoryRows } from './rows.ts';
import { fillTables, type FilledTable } from './table-rows.ts';

/**
 * Writes every file of a territory; the same rows give the same bytes. Throws before writing anything when the rows may not be
 * published (see refuse-unsafe.ts) or do not fit the catalogue.
 * @param findings remarks of the build, told in the data page by kind
 * @returns paths written, in order
 */
export async function writeTerritory(
  rows: TerritoryRows,
  out: Destination,
  findings: readonly Finding[] = []
): Promise<string[]> {
  refuseUnsafe(rows);
  const tables = fillTables(rows);
  const written: string[] = [];
  for (const folder of [out.tables, out.downloads, out.map]) mkdirSync(folder, { recursive: true });
  const write = (folder: string, name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    written.push(path);
  };

  const streams = tables.map((filled) => ({ filled, bytes: toArrow(filled) }));
  for (const { filled, bytes } of streams) write(out.tables, `${filled.table.name}.arrow`, bytes);
  for (const filled of tables) write(out.downloads, `${filled.table.name}.csv`, toCsv(filled));
  const parquetPath = (name: string) => join(out.downloads, `${name}.parquet`);
  await writeParquet(tables, parquetPath);
  written.push(...tables.map(({ table }) => parquetPath(table.name)));

  const tableNamed = (name: string): FilledTable => {
    const found = tables.find(({ table }) => table.name === name);
    if (!found) throw new Error(`no table ${name}`);
    return found;
  };
  for (const [name, places] of Object.entries(downloadPlaces(rows, tableNamed))) {
    write(out.downloads, `${name}.geojson`, JSON.stringify(places));
  }
  for (const [name, places] of Object.entries(mapPlaces(rows))) {
    write(out.map, `${name}.geojson`, JSON.stringify(places));
  }
  rmSync(join(out.map, AROUND_FILE), { force: true });
  if (rows.around) write(out.map, AROUND_FILE, rows.around);
  const manifest = toManifest(
    rows.territory,
    streams.map(({ filled, bytes }) => manifestTable(filled, bytes))
  );
  if (rows.release) {
    write(out.downloads, 'cube.json', cubeFile(rows.release.cube));
  }
  const { certificate } = rows.release ?? {};
  if (certificate) write(out.downloads, CERTIFICATE_FILE, certificate);
  // What an earlier build published is not left behind.
  if (!rows.release) rmSync(join(out.downloads, 'cube.json'), { force: true });
  if (!certificate) rmSync(join(out.downloads, CERTIFICATE_FILE), { force: true });
  write(out.tables, 'protection.json', `${JSON.stringify(rows.release?.protection ?? null)}\n`);
  const downloads = written.filter((path) => path.startsWith(out.downloads)).map(downloadAt);
  write(out.tables, 'catalogue.json', `${JSON.stringify(toCatalogue(rows, tables, downloads, findings))}\n`);
  write(out.tables, 'dashboard.json', JSON.stringify(toDashboard(rows, manifest.fingerprint)));
  write(out.tables, 'portraits.json', JSON.stringify(toPortraitFacts(rows, manifest.fingerprint)));
  write(out.tables, 'programme.json', JSON.stringify(toProgramme(rows, manifest.fingerprint)));
  write(out.tables, 'manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return written;
}

function downloadAt(path: string): Download {
  const file = basename(path);
  const format = extname(file).slice(1) as DownloadFormat;
  const table = format === 'json' ? 'pathways_cube' : basename(file, extname(file));
  return { table, format, file, bytes: statSync(path).size };
}
