// The site of a territory: the repository's pages over its own files, in a folder of its own. The demonstration is left as it is.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeSitePacks } from '../packs/ship.ts';
import { ROOT } from '../setup.mjs';

/** Folders of a territory that its site ships. */
const SHIPPED = ['tables', 'downloads', 'map', 'territory', 'graph'];
const QUIET = ['ignore', 'pipe', 'inherit'] as const;

export class SiteFailure extends Error {}

/** Gathers what the site takes as it is: the repository's own small files, the territory's, and the starting data of others. */
function gather(out: string, assets: string, packs: boolean): void {
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(assets, { recursive: true });
  const own = join(ROOT, 'static');
  for (const name of readdirSync(own)) {
    if (statSync(join(own, name)).isFile()) cpSync(join(own, name), join(assets, name));
  }
  for (const folder of SHIPPED) {
    if (readdirSync(out).includes(folder)) {
      cpSync(join(out, folder), join(assets, folder), { recursive: true });
    }
  }
  writeSitePacks(assets, packs);
}

/**
 * Builds `OUT/site` from `OUT/tables` and its neighbours.
 * @param packs whether it ships the packs of every département
 * @returns the folder of the site
 * @throws SiteFailure with the end of what Vite said
 */
export function buildTerritorySite(out: string, packs: boolean): string {
  const assets = join(out, '.assets');
  const site = join(out, 'site');
  gather(out, assets, packs);
  rmSync(site, { recursive: true, force: true });
  const env = { ...process.env, MAILLAGE_ASSETS: assets, MAILLAGE_SITE: site };
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    env,
    stdio: [...QUIET],
    encoding: 'utf8',
    maxBuffer: Infinity
  });
  rmSync(assets, { recursive: true, force: true });
  if (done.status !== 0) throw new SiteFailure(String(done.stdout).trim().split('\n').slice(-12).join('\n'));
  return site;
}
