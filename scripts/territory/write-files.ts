// The files of a territory, on disk.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import {
  AROUND_FILE,
  CERTIFICATE_FILE,
  CUBE_FILE,
  logoPath,
  YEAR_FACTS_PATH,
  TERRITORY_FOLDERS,
  type TerritoryFiles
} from '../../src/lib/model/territory-files.ts';
import { GROUND_PAPER_PATH, GROUND_TILES_PATH } from '../../src/lib/model/ground.ts';

/** Files that one build has and the next may not: what an earlier one published is not left behind. */
const OPTIONAL = [
  `map/${AROUND_FILE}`,
  GROUND_TILES_PATH,
  GROUND_PAPER_PATH,
  `downloads/${CUBE_FILE}`,
  `downloads/${CERTIFICATE_FILE}`,
  YEAR_FACTS_PATH,
  logoPath('logo.svg'),
  logoPath('logo.png')
];

/** Writes each file under a folder, made when absent; returns the paths written, in order. */
export function writeFiles(out: string, files: TerritoryFiles): string[] {
  return [...files].map(([name, bytes]) => {
    const path = join(out, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return path;
  });
}

/** The files that a build wrote under a folder. */
export function readFiles(out: string): TerritoryFiles {
  const folders = TERRITORY_FOLDERS.map((folder) => join(out, folder)).filter(existsSync);
  const entries = folders.flatMap((path) => readdirSync(path, { recursive: true, withFileTypes: true }));
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(out, path).replaceAll('\\', '/'), readFileSync(path)]));
}

/** Removes what an earlier build of the folder published and this one does not. */
export function removeStale(out: string, files: TerritoryFiles): void {
  const graphs = join(out, 'graph');
  mkdirSync(graphs, { recursive: true });
  const stale = readdirSync(graphs).filter((name) => name.endsWith('.bin'));
  for (const name of [...OPTIONAL, ...stale.map((graph) => `graph/${graph}`)]) {
    if (!files.has(name)) rmSync(join(out, name), { force: true });
  }
}
