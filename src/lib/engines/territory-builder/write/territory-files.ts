// The one writer of a territory's tables: Arrow for the page, GeoJSON for its map, Parquet, CSV and GeoJSON to download.
import { CUBE_FILE, CERTIFICATE_FILE, AROUND_FILE } from '../../../model/territory-files.ts';
import type { Download, DownloadFormat } from '../../../catalogue/downloads.ts';
import type { Finding } from '../../../model/findings.ts';
import { cubeFile } from '../protection/protection.ts';
import { refuseUnsafe } from '../protection/refuse-unsafe.ts';
import type { TerritoryRows } from '../rows.ts';
import { toArrow } from './arrow.ts';
import { utf8 } from '../bytes.ts';
import { toCatalogue } from './catalogue.ts';
import { rowsToCsv } from './csv.ts';
import { toDashboard } from './dashboard.ts';
import { downloadPlaces, mapPlaces } from './geojson.ts';
import { manifestTable, toManifest } from './manifest.ts';
import { toParquet } from './parquet.ts';
import { toPortraitFacts } from './portraits.ts';
import { toProgramme } from './programme.ts';
import { fillTables, type FilledTable } from './table-rows.ts';

const DOWNLOADS = 'downloads/';

/**
 * Every file of `tables/`, `downloads/` and `map/`, in order; the same rows give the same bytes.
 * @param findings remarks of the build, told in the data page by kind
 * @throws UnsafeTerritory before anything is written, when the rows may not be published; Error when they do not fit the catalogue
 */
export function territoryFiles(
  rows: TerritoryRows,
  findings: readonly Finding[] = []
): Map<string, Uint8Array> {
  refuseUnsafe(rows);
  const tables = fillTables(rows);
  const files = new Map<string, Uint8Array>();
  const write = (path: string, content: string | Uint8Array) =>
    files.set(path, typeof content === 'string' ? utf8(content) : content);

  const streams = tables.map((filled) => ({ filled, bytes: toArrow(filled) }));
  for (const { filled, bytes } of streams) write(`tables/${filled.table.name}.arrow`, bytes);
  for (const filled of tables) write(`${DOWNLOADS}${filled.table.name}.csv`, rowsToCsv(filled));
  for (const filled of tables) write(`${DOWNLOADS}${filled.table.name}.parquet`, toParquet(filled));

  const tableNamed = (name: string): FilledTable => {
    const found = tables.find(({ table }) => table.name === name);
    if (!found) throw new Error(`no table ${name}`);
    return found;
  };
  for (const [name, places] of Object.entries(downloadPlaces(rows, tableNamed))) {
    write(`${DOWNLOADS}${name}.geojson`, JSON.stringify(places));
  }
  for (const [name, places] of Object.entries(mapPlaces(rows))) {
    write(`map/${name}.geojson`, JSON.stringify(places));
  }
  if (rows.around) write(`map/${AROUND_FILE}`, rows.around);
  const manifest = toManifest(
    rows.territory,
    streams.map(({ filled, bytes }) => manifestTable(filled, bytes))
  );
  const { cube, certificate, protection } = rows.release ?? {};
  if (cube) write(`${DOWNLOADS}${CUBE_FILE}`, cubeFile(cube));
  if (certificate) write(`${DOWNLOADS}${CERTIFICATE_FILE}`, certificate);
  write('tables/protection.json', `${JSON.stringify(protection ?? null)}\n`);
  const downloads = [...files].flatMap(([path, bytes]) =>
    path.startsWith(DOWNLOADS) ? [downloadOf(path.slice(DOWNLOADS.length), bytes.length)] : []
  );
  write('tables/catalogue.json', `${JSON.stringify(toCatalogue(rows, tables, downloads, findings))}\n`);
  write('tables/dashboard.json', JSON.stringify(toDashboard(rows, manifest.fingerprint)));
  write('tables/portraits.json', JSON.stringify(toPortraitFacts(rows, manifest.fingerprint)));
  write('tables/programme.json', JSON.stringify(toProgramme(rows, manifest.fingerprint)));
  write('tables/manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  return files;
}

function downloadOf(file: string, bytes: number): Download {
  const dot = file.lastIndexOf('.');
  const format = file.slice(dot + 1) as DownloadFormat;
  return { table: format === 'json' ? 'pathways_cube' : file.slice(0, dot), format, file, bytes };
}
