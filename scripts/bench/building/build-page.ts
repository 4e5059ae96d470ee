// The page whose worker builds a territory, served with the files of one; and the same build in Node, to compare with.
import { join } from 'node:path';
import type { Month } from '../../../src/lib/model/school-year.ts';
import {
  buildTerritory,
  readConfig,
  sha256,
  type BuiltTerritory,
  type OpenSource
} from '../../../src/lib/engines/build/index.ts';
import { bootHighs } from '../../../src/lib/solver/highs.ts';
import { KEPT_PACKS } from '../../packs/ship.ts';
import { keptReference } from '../../territory/reference.ts';
import { servePage, type PageSite } from '../page-server.ts';
import type { PageBuild } from './page/main.ts';

export type { PageBuild };

export const MONTH: Month = '2026-06';

export interface BuildSite extends PageSite {
  request: PageBuild;
}

/** @param files bytes, or a path to copy, by the names of the configuration */
export async function serveBuildPage(
  config: unknown,
  files: ReadonlyMap<string, string | Uint8Array>
): Promise<BuildSite> {
  const names = [...files.keys()];
  const served = Object.fromEntries([...files.values()].map((file, at) => [`source-${at}`, file]));
  const site = await servePage('building/page', {
    ...served,
    division: join(KEPT_PACKS, 'reference.json.gz')
  });
  const sources = Object.fromEntries(names.map((name, at) => [name, `source-${at}`]));
  return { ...site, request: { config, sources, reference: 'division', today: MONTH } };
}

/** The same build here. */
export async function builtHere(json: unknown, open: OpenSource): Promise<BuiltTerritory> {
  const read = readConfig(json);
  if ('faults' in read) throw new Error(read.faults.join());
  const reference = await keptReference();
  return buildTerritory({ config: read.config, open, reference, today: MONTH, solver: () => bootHighs() });
}

export const hashesOf = ({ files }: Pick<BuiltTerritory, 'files'>): Record<string, string> =>
  Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));

/** Files that a configuration names, its pathways apart. */
export function namedFiles(config: unknown): string[] {
  const known = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && /\.[a-z]{3,7}$/i.test(value)) known.add(value);
    else if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === 'object') Object.values(value).forEach(visit);
  };
  visit({ ...(config as object), licences: null });
  return [...known];
}
