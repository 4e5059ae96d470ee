// One bad file costs one table: it is named, the others answer, and it can be tried again.
import { beforeAll, describe, expect, it } from 'vitest';
import { TABLES, tableNamed } from '../../src/lib/catalogue/tables.ts';
import type { Manifest } from '../../src/lib/catalogue/manifest.ts';
import type { Connection } from '../../src/lib/tables/connection.ts';
import { fillDatabase } from '../../src/lib/tables/fill-database.ts';
import { fetchTables } from '../../src/lib/tables/load-tables.ts';
import type { Fetch } from '../../src/lib/tables/read-bytes.ts';
import { namedQuery, sql } from '../../src/lib/tables/sql.ts';
import { TableError } from '../../src/lib/tables/table-error.ts';
import { openConnection, openNodeDatabase } from './node-database.ts';
import { smallTerritory } from './small-territory.ts';
import { arrowStream, manifestOf, serve, siteFiles, withManifest, type SiteFiles } from './table-files.ts';

const { rows } = smallTerritory(2);
const sound = siteFiles(rows);
const DEMAND = '/tables/demand.arrow';
const demand = tableNamed('demand');

/** The same site with other bytes for a table, and a manifest that vouches for them. */
function vouched(bytes: Uint8Array): SiteFiles {
  const files = new Map(sound).set(DEMAND, bytes);
  return withManifest(files, manifestOf(files, rows));
}

function changedManifest(change: (manifest: Manifest) => void): SiteFiles {
  const manifest = manifestOf(sound, rows);
  change(manifest);
  return withManifest(sound, manifest);
}

const entryOf = (manifest: Manifest) => manifest.tables.find(({ name }) => name === 'demand')!;
const without = (path: string): SiteFiles => new Map([...sound].filter(([name]) => name !== path));
const demandBytes = sound.get(DEMAND)!;
const flipped = demandBytes.map((byte, index) => (index === demandBytes.length - 40 ? byte ^ 255 : byte));
const otherColumns = (columns: typeof demand.columns) => arrowStream({ ...demand, columns }, rows['demand']!);

const cases: [string, SiteFiles, string][] = [
  ['missing (404)', without(DEMAND), 'table-missing'],
  ['cut short', new Map(sound).set(DEMAND, demandBytes.slice(0, -200)), 'table-truncated'],
  ['changed by one byte', new Map(sound).set(DEMAND, flipped), 'table-altered'],
  ['longer than announced', new Map(sound).set(DEMAND, new Uint8Array([...demandBytes, 0])), 'table-altered'],
  ['not Arrow at all', vouched(new TextEncoder().encode('<!doctype html>')), 'table-unreadable'],
  ['empty', vouched(new Uint8Array()), 'table-unreadable'],
  ['another table', vouched(sound.get('/tables/partners.arrow')!), 'table-unreadable'],
  ['of an older version', vouched(arrowStream({ ...demand, version: 0 }, [])), 'table-version'],
  ['announced in another version', changedManifest((m) => (entryOf(m).version = 2)), 'table-version'],
  ['with a column missing', vouched(otherColumns(demand.columns.slice(1))), 'table-columns'],
  [
    'with a column too many',
    vouched(otherColumns([...demand.columns, { name: 'x', type: 'int' }])),
    'table-columns'
  ],
  [
    'with a column of another type',
    vouched(otherColumns(demand.columns.map((c) => ({ ...c, type: 'text' })))),
    'table-columns'
  ],
  ['with fewer rows than announced', changedManifest((m) => (entryOf(m).rows += 1)), 'table-rows'],
  [
    'not in the manifest',
    changedManifest((m) => (m.tables = m.tables.filter((t) => t.name !== 'demand'))),
    'table-absent'
  ],
  [
    'truncated, though the manifest vouches for it',
    vouched(demandBytes.slice(0, demandBytes.length >> 1)),
    'table-unreadable'
  ]
];

describe.each(cases)('a table that is %s', (_case, files, code) => {
  it('is named with its cause, and the others come', async () => {
    const manifest = JSON.parse(new TextDecoder().decode(files.get('/tables/manifest.json'))) as Manifest;
    const { done, problems } = await fetchTables(TABLES, { fetch: serve(files), base: '', manifest });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toBeInstanceOf(TableError);
    expect(problems[0]).toMatchObject({ table: 'demand', code });
    expect(done.map(({ table }) => table.name)).toEqual(
      TABLES.map(({ name }) => name).filter((name) => name !== 'demand')
    );
  });
});

describe('with one table bad', () => {
  it('the others answer, and a query of the bad one says which query failed', async () => {
    const database = await openNodeDatabase(serve(without(DEMAND)));
    const count = namedQuery<{ n: number }>('count', sql`SELECT count(*) AS n FROM schools`);
    expect(await database.query(count)).toEqual([{ n: 60 }]);
    await expect(database.query(namedQuery('lost', sql`SELECT * FROM demand`))).rejects.toThrow('query lost');
  });
});

describe('a manifest', () => {
  const boot = (): Promise<Connection> => new Promise(() => undefined);
  const open = (files: SiteFiles) => fillDatabase(boot(), { fetch: serve(files), base: '' });
  const replaced = (text: string) =>
    new Map(sound).set('/tables/manifest.json', new TextEncoder().encode(text));

  it.each([
    ['missing', without('/tables/manifest.json'), 'manifest-missing'],
    ['that is not JSON', replaced('<!doctype html>'), 'manifest-invalid'],
    ['that is null', replaced('null'), 'manifest-invalid'],
    ['of another version', replaced('{"version": 2}'), 'manifest-version'],
    ['without tables', replaced('{"version": 1}'), 'manifest-invalid'],
    ['with half an entry', replaced('{"version": 1, "tables": [{"name": "demand"}]}'), 'manifest-invalid']
  ])('%s stops the opening, without waiting for the engine', async (_case, files, code) => {
    await expect(open(files)).rejects.toMatchObject({ name: 'TableError', code });
  });

  it('out of reach is told apart from a missing one', async () => {
    const fetch: Fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(fillDatabase(boot(), { fetch, base: '' })).rejects.toMatchObject({
      code: 'manifest-unreachable'
    });
  });
});

describe('a table that failed', () => {
  let down = true;
  const healthy = serve(sound);
  const flaky: Fetch = (url) =>
    down && url === DEMAND ? Promise.reject(new TypeError('Failed to fetch')) : healthy(url);
  let opening: ReturnType<typeof openNodeDatabase>;
  beforeAll(() => {
    opening = openNodeDatabase(flaky);
  });

  it('is still reported when a retry fails too', async () => {
    const database = await opening;
    expect(database.problems).toMatchObject([{ code: 'table-unreachable', table: 'demand' }]);
    await database.retry();
    expect(database.problems).toMatchObject([{ code: 'table-unreachable', table: 'demand' }]);
  });

  it('comes in by a retry, into the locked database', async () => {
    const database = await opening;
    down = false;
    await database.retry();
    expect(database.problems).toEqual([]);
    expect(database.tables.map(({ name }) => name)).toContain('demand');
    const count = namedQuery<{ n: number }>('count', sql`SELECT count(*) AS n FROM demand`);
    expect(await database.query(count)).toEqual([{ n: rows['demand']!.length }]);
  });
});

describe('loading', () => {
  it('counts the bytes up to their announced total', async () => {
    const seen: number[] = [];
    let total = 0;
    const database = await fillDatabase(openConnection(), {
      fetch: serve(sound),
      base: '',
      onProgress: (progress) => {
        seen.push(progress.loaded);
        total = progress.total;
      }
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(total);
    expect(total).toBe(database.manifest.tables.reduce((sum, { bytes }) => sum + bytes, 0));
  });

  it('stops when it is told to, with the reason given', async () => {
    const stop = new AbortController();
    const fetch: Fetch = (url, init) =>
      url === DEMAND
        ? new Promise((_resolve, reject) => {
            init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
          })
        : serve(sound)(url);
    const opening = fillDatabase(openConnection(), { fetch, base: '', signal: stop.signal });
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(opening).rejects.toThrow('enough');
  });
});
