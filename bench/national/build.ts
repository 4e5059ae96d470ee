// The country built département by département: seconds, memory, bytes; and its outlines in one archive.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { School } from '../../src/lib/model/school.ts';
import {
  type Outlines,
  outlineArchive
} from '../../src/lib/engines/territory-builder/geometry/outline-tiles.ts';
import { ROOT } from '../../scripts/setup.mjs';
import { epciSiren, syntheticCountry, partSiren } from '../../tests/fixtures/synthetic/country.ts';
import { Parts } from './departements.ts';
import { measured, type Measurement, type Progress } from '../measurement.ts';

const OUT = join(ROOT, '.cache/national');
const MEGABYTE = 1024 * 1024;

export interface BuiltCountry {
  measurements: Measurement[];
  schools: School[];
  /** A PMTiles archive of every commune's outline. */
  outlines: Uint8Array;
  /** Folder of one EPCI: tables, downloads, map. */
  epci: string;
}

const once = (name: string, unit: string, value: number, most?: number): Measurement =>
  measured(name, unit, [value], most === undefined ? null : { at: 'median', most });

function bytesUnder(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

export function forgetCountry(): void {
  rmSync(OUT, { recursive: true, force: true });
}

export async function buildCountry(progress: Progress): Promise<BuiltCountry> {
  const country = syntheticCountry();
  const input = country.communes.length + country.qpvs.length + country.schools.length;
  progress(`${Math.round(input / MEGABYTE)} Mo de fichiers synthétiques`);
  forgetCountry();
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const parts = new Parts(country, OUT);
  await parts.read();
  const read = seconds();
  progress(`lus en ${read.toFixed(1)} s`);
  const schools: School[] = [];
  const features: Outlines['features'] = [];
  let peak = 0;
  for (const departement of country.departements) {
    const rows = await parts.build(departement);
    schools.push(...rows.schools);
    for (const { code, name, outline } of rows.communes)
      features.push({ type: 'Feature', properties: { code, name }, geometry: outline });
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const tiled = seconds();
  const outlines = outlineArchive({ type: 'FeatureCollection', features });
  const built = seconds();
  peak = Math.max(peak, process.memoryUsage().rss);
  progress(`${schools.length} établissements en ${country.departements.length} parties`);
  const folders = country.departements.map((one) => parts.folderOf(partSiren(one)));
  const tables = folders.map((folder) => bytesUnder(join(folder, 'tables')));
  const written = folders.reduce((sum, folder) => sum + bytesUnder(folder), 0);
  const [first = ''] = country.departements;
  await parts.buildEpci(first);
  return {
    schools,
    outlines,
    epci: parts.folderOf(epciSiren(first)),
    measurements: [
      once('lecture des fichiers du pays', 's', read),
      once('construction du pays, par département', 's', built, 180),
      once(`  dont ${features.length} contours en une archive PMTiles`, 's', built - tiled),
      once('mémoire la plus haute de la construction', 'Mo', peak / MEGABYTE, 4_096),
      once('fichiers écrits', 'Mo', written / MEGABYTE),
      once('archive des contours', 'Mo', outlines.length / MEGABYTE),
      once('tables du plus lourd département', 'Mo', Math.max(...tables) / MEGABYTE)
    ]
  };
}
