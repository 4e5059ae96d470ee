// A real territory: tables that have no row, and those that are never published, trouble nobody.
import { expect, it } from 'vitest';
import { TABLES } from '../../src/lib/catalogue/tables.ts';
import type { Manifest } from '../../src/lib/catalogue/manifest.ts';
import { openNodeDatabase } from './node-database.ts';
import { serve, siteFiles, withManifest } from './table-files.ts';

it('declares empty tables, and does not miss the internal ones', async () => {
  const files = siteFiles({});
  const manifest = JSON.parse(new TextDecoder().decode(files.get('/tables/manifest.json'))) as Manifest;
  const internal = TABLES.filter((table) => table.internal).map(({ name }) => name);
  expect(internal).toEqual(['staff', 'assignment']);
  manifest.tables = manifest.tables.filter(({ name }) => !internal.includes(name));
  const database = await openNodeDatabase(serve(withManifest(files, manifest)));
  expect(database.problems).toEqual([]);
  expect(database.tables.map(({ rows }) => rows)).toEqual(TABLES.slice(internal.length).map(() => 0));
  for (const { name } of database.tables) {
    const sql = { text: `SELECT count(*) AS rows FROM "${name}"`, values: [] };
    expect(await database.query({ name, sql } as never)).toEqual([{ rows: 0 }]);
  }
  await database.close();
});
