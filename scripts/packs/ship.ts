// The starting data that a site ships: always the division of the country, the packs where its setting says so.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  PACK_FOLDER,
  PACK_INDEX,
  packPath,
  PRE_PATH,
  REFERENCE_PATH,
  type PackIndex
} from '../../src/lib/model/packs.ts';
import { ROOT } from '../setup.mjs';

/** The packs that the repository keeps. */
export const KEPT_PACKS = join(ROOT, 'data', PACK_FOLDER);

/** The setting of the demonstration: `MAILLAGE_PACKS=0` leaves the packs out. A territory's is the key `packs` of its configuration. */
export const shipsPacks = () => process.env.MAILLAGE_PACKS !== '0';

/**
 * Replaces the folder `packs` of a site's files.
 * @param assets folder of the files that the site takes as they are
 * @returns the paths written
 */
export function writeSitePacks(assets: string, shipped: boolean): string[] {
  rmSync(join(assets, PACK_FOLDER), { recursive: true, force: true });
  mkdirSync(join(assets, PACK_FOLDER), { recursive: true });
  const keptAt = (path: string) => join(KEPT_PACKS, basename(path));
  const kept = JSON.parse(readFileSync(keptAt(PACK_INDEX), 'utf8')) as PackIndex;
  const index: PackIndex = shipped ? kept : { ...kept, packs: [], sources: [] };
  writeFileSync(join(assets, PACK_INDEX), `${JSON.stringify(index, null, 1)}\n`);
  const copied = [REFERENCE_PATH, PRE_PATH, ...index.packs.map(({ departement }) => packPath(departement))];
  for (const path of copied) copyFileSync(keptAt(path), join(assets, path));
  return [PACK_INDEX, ...copied].map((path) => join(assets, path));
}
