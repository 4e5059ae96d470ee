// The console: any question that answers with rows, and nothing that changes or reaches anything.
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_ROWS } from '../../src/lib/tables/console.ts';
import { ConsoleError } from '../../src/lib/tables/console-error.ts';
import type { Database } from '../../src/lib/tables/database.ts';
import { openNodeDatabase } from './node-database.ts';
import { smallTerritory } from './small-territory.ts';
import { serve, siteFiles } from './table-files.ts';

let database: Database;
const ask = (text: string) => database.queryConsole(text, { signal: new AbortController().signal });
const fault = async (text: string) => {
  const error: unknown = await ask(text).then(
    () => null,
    (reason: unknown) => reason
  );
  expect(error, text).toBeInstanceOf(ConsoleError);
  return error as ConsoleError;
};

beforeAll(async () => {
  database = await openNodeDatabase(serve(siteFiles(smallTerritory(1).rows)));
});

describe('what may be asked', () => {
  it.each([
    'SELECT count(*) AS n FROM schools',
    'select count(*) as n from schools; ',
    'SELECT count(*) AS n FROM schools -- all of them',
    'WITH s AS (SELECT * FROM schools) SELECT count(*) AS n FROM s',
    'FROM schools SELECT count(*) AS n'
  ])('%s', async (text) => {
    const { columns, rows, more } = await ask(text);
    expect(columns).toEqual([{ name: 'n', kind: 'number' }]);
    expect([rows, more]).toEqual([[[60]], false]);
  });

  it('tables and their columns', async () => {
    expect((await ask('SHOW TABLES')).rows.flat()).toContain('schools');
    expect((await ask('DESCRIBE schools')).rows.length).toBeGreaterThan(10);
  });

  it('keeps the order asked for, and no more rows than it says', async () => {
    const { rows, more } = await ask('SELECT range AS n FROM range(5000) ORDER BY n DESC');
    expect([rows.length, rows[0], more]).toEqual([MOST_ROWS, [4999], true]);
  });

  it('gives plain values', async () => {
    const text = `SELECT DATE '2026-09-01' AS d, 1.5::DECIMAL(4,1) AS x, 3::HUGEINT AS h, true AS b, NULL AS e,
      [1, 2] AS l, outline FROM communes LIMIT 1`;
    const { columns, rows } = await ask(text);
    expect(columns.map(({ kind }) => kind).slice(0, 4)).toEqual(['date', 'number', 'number', 'bool']);
    expect(rows[0]?.slice(0, 6)).toEqual(['2026-09-01', 1.5, 3, true, null, '[1,2]']);
    expect(rows[0]?.[6]).toBeInstanceOf(Uint8Array);
  });
});

describe('what may not', () => {
  it.each([
    'DROP TABLE schools',
    'DELETE FROM schools',
    'UPDATE schools SET pupils = 0',
    'INSERT INTO correspondents SELECT * FROM correspondents',
    'CREATE TABLE mine AS SELECT 1',
    "SET memory_limit = '1GB'",
    '-- first\nDROP TABLE schools'
  ])('%s changes something', async (text) => {
    expect((await fault(text)).fault).toBe('read-only');
  });

  it.each([
    'SELECT 1) LIMIT 1; DROP TABLE schools; SELECT * FROM (SELECT 1',
    'SELECT 1; DROP TABLE schools',
    'SELECT 1; SELECT 2'
  ])('%s is more than one statement', async (text) => {
    expect(['several', 'syntax']).toContain((await fault(text)).fault);
  });

  it.each(["SELECT * FROM read_csv('/etc/hostname')", "SELECT * FROM 'http://127.0.0.1:9/x.csv'"])(
    '%s reaches a file',
    async (text) => {
      expect(['file', 'no-table', 'no-function']).toContain((await fault(text)).fault);
    }
  );

  it('leaves every table as it was', async () => {
    expect((await ask('SELECT count(*) AS n FROM schools')).rows).toEqual([[60]]);
    expect((await ask('SHOW TABLES')).rows.flat()).not.toContain('mine');
  });

  it.each([
    ['', 'empty'],
    ['SELEC 1', 'syntax'],
    ['SELECT * FROM ecoles', 'no-table'],
    ['SELECT nom FROM schools', 'no-column'],
    ['SELECT total(pupils) FROM schools', 'no-function'],
    ['SELECT commune, sum(pupils) FROM schools', 'grouping'],
    ["SELECT 'a'::INTEGER", 'type']
  ] as const)('tells why: %s', async (text, expected) => {
    const { fault: found, engine } = await fault(text);
    expect(found).toBe(expected);
    expect(engine === '').toBe(text === '');
    expect(engine).not.toContain('LINE ');
  });

  it('passes on the names that the engine offers', async () => {
    expect((await fault('SELECT * FROM school')).suggestions).toContain('schools');
    expect((await fault('SELECT pupil FROM schools')).suggestions).toContain('pupils');
  });
});
