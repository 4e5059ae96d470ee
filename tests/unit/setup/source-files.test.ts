// What a build is remembered by: a change to any source makes the site anew, what is generated does not.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, sourceFiles } from '../../../scripts/setup.mjs';

it('every folder of the sources counts, even one that is named like a generated folder', () => {
  const files = [...sourceFiles(join(ROOT, 'src'))];
  for (const path of ['src/lib/map/live/LiveMap.svelte', 'src/lib/tables/sql.ts', 'src/routes/+page.svelte'])
    expect(files).toContain(join(ROOT, path));
  expect(files.filter((path) => path.includes('/paraglide/'))).toEqual([]);
  expect([...sourceFiles(join(ROOT, 'static'))].filter((path) => path.includes('/tables/'))).toEqual([]);
});
