// Nobody's SQL reaches a file, another host or the engine's own settings.
import { beforeAll, describe, expect, it } from 'vitest';
import { QueryError, type Database } from '../../src/lib/tables/database.ts';
import { namedQuery, type Query } from '../../src/lib/tables/sql.ts';
import { openNodeDatabase } from './node-database.ts';
import { smallTerritory } from './small-territory.ts';
import { serve, siteFiles } from './table-files.ts';

const ask = <Row>(text: string): Query<Row> => namedQuery('console', { text, values: [], readable: text });

describe('a locked database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openNodeDatabase(serve(siteFiles(smallTerritory(1).rows)));
  });

  it.each([
    ['LOAD json', 'Permission Error'],
    ["ATTACH 'other.db'", 'Permission Error'],
    ["COPY schools TO 'schools.csv'", 'Permission Error'],
    ["EXPORT DATABASE 'copy'", 'Permission Error'],
    ["SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')", 'Permission Error'],
    ["SELECT * FROM read_csv('/etc/hostname')", 'Permission Error'],
    ["SELECT * FROM read_text('/etc/hostname')", 'Permission Error'],
    ["SELECT * FROM 'http://127.0.0.1:9/x.csv'", 'Error'],
    ['SET enable_external_access=true', 'has been locked'],
    ['SET autoinstall_known_extensions=true', 'has been locked'],
    ['SET autoload_known_extensions=true', 'has been locked'],
    ["SET custom_extension_repository='http://127.0.0.1:9'", 'has been locked'],
    ['SET lock_configuration=false', 'has been locked'],
    ['RESET lock_configuration', 'has been locked']
  ])('refuses %s', async (text, reason) => {
    await expect(database.query(ask(text))).rejects.toThrow(reason);
  });

  it('installs nothing: INSTALL is an empty word in WebAssembly, and nothing can be loaded after it', async () => {
    const installed = ask<{ name: string }>(
      'SELECT extension_name AS name FROM duckdb_extensions() WHERE installed ORDER BY name'
    );
    const before = await database.query(installed);
    await database.query(ask('INSTALL spatial'));
    expect(await database.query(installed)).toEqual(before);
    await expect(database.query(ask('LOAD spatial'))).rejects.toThrow('disabled');
  });

  it('names a missing extension instead of fetching it', async () => {
    await expect(database.query(ask("SELECT json_extract('{}', '$.a')"))).rejects.toThrow('json extension');
  });

  it('still answers, and still takes tables in', async () => {
    expect(await database.query(ask('SELECT count(*) AS n FROM schools'))).toEqual([{ n: 60 }]);
  });

  it('names the query that fails, with the engine’s reason as its cause', async () => {
    const error = await database
      .query(namedQuery('of-mine', ask('SELECT nothing FROM nowhere').sql))
      .catch(String);
    expect(error).toContain('query of-mine: Catalog Error');
    await expect(database.query(ask('SELECT * FROM nowhere'))).rejects.toBeInstanceOf(QueryError);
  });

  it('returns sums and decimals as numbers, and nothing as null', async () => {
    const text =
      'SELECT sum(pupils) AS s, sum(1.25::DECIMAL(6,2)) AS d, NULL AS n, count(*) > 0 AS b FROM schools';
    const [row] = await database.query(ask<{ s: number; d: number; n: null; b: boolean }>(text));
    expect(row).toEqual({ s: expect.any(Number), d: 75, n: null, b: true });
  });
});
