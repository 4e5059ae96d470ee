// The page whose worker builds a territory, served with the files of one; and the same build in Node, to compare with.
import { sha256 } from '../../src/lib/algorithms/sha256.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Month } from '../../src/lib/model/school-year.ts';
import {
  buildTerritory,
  readConfig,
  type BuiltTerritory,
  type OpenSource
} from '../../src/lib/engines/territory-builder/index.ts';
import { utf8 } from '../../src/lib/engines/territory-builder/bytes.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { ROOT } from '../../scripts/setup.mjs';
import { KEPT_PACKS } from '../../scripts/packs/ship.ts';
import { keptBase } from '../../scripts/territory/base.ts';
import { keptReference } from '../../scripts/territory/reference.ts';
import { servePage, type PageSite } from '../page-server.ts';
import type { PageBuild } from './page/main.ts';

export type { PageBuild };

export const MONTH: Month = '2026-06';

export interface BuildSite extends PageSite {
  request: PageBuild;
}

/** The headers of the site, its scripts' own over those of this page: a worker that makes code of texts is refused here as it is there. */
function siteHeaders(): Uint8Array {
  const headers = readFileSync(join(ROOT, 'static/_headers'), 'utf8');
  return utf8(headers.replace('/_app/*', '/assets/*'));
}

/**
 * @param files bytes, or a path to copy, by the names of the configuration
 * @param departements whose packs give what no file gives
 */
export async function serveBuildPage(
  config: unknown,
  files: ReadonlyMap<string, string | Uint8Array>,
  departements: readonly string[] = []
): Promise<BuildSite> {
  const names = [...files.keys()];
  const served = Object.fromEntries([...files.values()].map((file, at) => [`source-${at}`, file]));
  const packs = departements.map((code) => [`pack-${code}`, join(KEPT_PACKS, `${code}.pack`)] as const);
  const site = await servePage('building/page', {
    ...served,
    ...Object.fromEntries(packs),
    division: join(KEPT_PACKS, 'reference.pack'),
    _headers: siteHeaders()
  });
  const sources = Object.fromEntries(names.map((name, at) => [name, `source-${at}`]));
  const base = packs.map(([name]) => name);
  return { ...site, request: { config, sources, reference: 'division', base, today: MONTH } };
}

/** The same build here. */
export async function builtHere(json: unknown, open: OpenSource): Promise<BuiltTerritory> {
  const read = readConfig(json);
  if ('faults' in read) throw new Error(read.faults.join());
  const reference = await keptReference();
  const base = await keptBase(read.config, reference);
  return buildTerritory({
    config: read.config,
    open,
    reference,
    base,
    today: MONTH,
    solver: () => bootHighs()
  });
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
