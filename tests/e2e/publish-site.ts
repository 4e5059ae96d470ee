// The built site with a page beside it that publishes from it, and what that page publishes, unpacked.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, unzipSync } from 'fflate';
import { build } from 'vite';
import { buildTerritory, readConfig } from '../../src/lib/engines/territory-builder/index.ts';
import type { Month } from '../../src/lib/model/school-year.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { keptReference } from '../../scripts/territory/reference.ts';
import { secondConfig, secondFiles } from '../fixtures/territory/second.ts';
import { copyOfSite } from './site-server.ts';

/** A small territory, as its builder makes it. */
export async function smallTerritory(profile: 'public' | 'internal'): Promise<TerritoryFiles> {
  const read = readConfig({ ...secondConfig, profile });
  if ('faults' in read) throw new Error(read.faults.join());
  const { files } = await buildTerritory({
    config: read.config,
    open: (name) => {
      const file = secondFiles.find((one) => one.name === name);
      return file ? Promise.resolve(file) : Promise.reject(new Error(name));
    },
    reference: await keptReference(),
    today: '2026-11' as Month,
    solver: () => bootHighs()
  });
  return files;
}

/** A copy of the site, with the page that publishes. */
export async function siteThatPublishes(): Promise<string> {
  const copy = copyOfSite();
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('./publish-page', import.meta.url)),
    base: './',
    worker: { format: 'es' },
    build: { outDir: join(copy, 'publish-page'), target: 'es2022', reportCompressedSize: false }
  });
  return copy;
}

export function unpacked(zip: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-site-'));
  for (const [path, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

/** What a `.gz` holds: a browser closes again what its host opened. */
function contentOf(path: string): Buffer {
  const bytes = readFileSync(path);
  return path.endsWith('.gz') ? Buffer.from(gunzipSync(bytes)) : bytes;
}

/** Paths of the files that differ from one folder to the other, or that only one has. */
export function differences(one: string, other: string): string[] {
  const contents = (folder: string) =>
    new Map(
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((path) => [relative(folder, path), contentOf(path)])
    );
  const [ours, theirs] = [contents(one), contents(other)];
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((path) => !ours.get(path)?.equals(theirs.get(path) ?? Buffer.from('absent')))
    .sort();
}
