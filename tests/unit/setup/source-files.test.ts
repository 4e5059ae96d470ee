// What a build is remembered by: a change to any source makes the site anew, what is generated does not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ROOT, siteState, sourceFiles } from '../../../scripts/setup.mjs';

it('every folder of the sources counts, even one that is named like a generated folder', () => {
  const files = [...sourceFiles(join(ROOT, 'src'))];
  for (const path of ['src/lib/map/live/LiveMap.svelte', 'src/lib/tables/sql.ts', 'src/routes/+page.svelte'])
    expect(files).toContain(join(ROOT, path));
  expect(files.filter((path) => path.includes('/paraglide/'))).toEqual([]);
  expect([...sourceFiles(join(ROOT, 'static'))].filter((path) => path.includes('/tables/'))).toEqual([]);
});

it('what a first build writes does not make the site stale; a source or a folder of its own does', () => {
  const copy = mkdtempSync(join(tmpdir(), 'maillage-state-'));
  try {
    mkdirSync(join(copy, 'static/graph'), { recursive: true });
    const before = siteState(copy);
    writeFileSync(join(copy, 'static/graph/team.json'), '{}');
    expect(siteState(copy)).toBe(before);
    vi.stubEnv('BASE_PATH', '/maillage');
    expect(siteState(copy)).not.toBe(before);
    vi.unstubAllEnvs();
    writeFileSync(join(copy, 'static/manifest.webmanifest'), '{}');
    expect(siteState(copy)).not.toBe(before);
  } finally {
    vi.unstubAllEnvs();
    rmSync(copy, { recursive: true, force: true });
  }
});
