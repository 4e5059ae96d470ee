// A small territory as the file that a service saves, and sites as folders: what a ZIP holds, what differs.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, unzipSync } from 'fflate';
import { buildTerritory, readConfig } from '../../src/lib/engines/territory-builder/index.ts';
import type { Month } from '../../src/lib/model/school-year.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { bootHighs } from '../../src/lib/solver/highs.ts';
import { writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { keptReference } from '../../scripts/territory/reference.ts';
import { secondConfig, secondFiles } from '../fixtures/territory/second.ts';

/** Its files as its builder makes them, for the service, and the folder saved with them. */
export async function smallTerritory(
  profile: 'public' | 'internal' = 'internal',
  notices: Record<string, unknown> = {}
): Promise<{ files: TerritoryFiles; saved: Uint8Array }> {
  const config = { ...secondConfig, profile, ...notices };
  const read = readConfig(config);
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
  const now = '2026-11-02T08:00:00.000Z';
  const content = {
    config,
    files,
    sources: [],
    kept: {},
    created: now,
    saved: now
  };
  return { files, saved: await writeMaillage(content) };
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
