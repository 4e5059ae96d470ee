// DuckDB in a real browser: under a strict policy, with no other host, and through each of its failures.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from './test.ts';
import { BUILD } from './site-server.ts';
import { serveDuckdbSite, type DuckdbSite, type Fault } from './duckdb-site.ts';
import type { Opening } from './duckdb-page/main.ts';

let site: DuckdbSite;
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  site = await serveDuckdbSite();
});
test.afterAll(() => site.close());
test.beforeEach(async ({ page }) => {
  site.faults.clear();
  await page.goto(site.origin);
});

const open = (page: Page, cancelAfter?: number): Promise<Opening> =>
  page.evaluate((after) => window.databasePage.open(after), cancelAfter);
const ask = (page: Page, text: string): Promise<string> =>
  page.evaluate((asked) => window.databasePage.ask(asked), text);

/** The engine opens, and the worker of the attempt before is gone. */
async function opensNow(page: Page): Promise<void> {
  site.faults.clear();
  expect(await open(page)).toMatchObject({ failure: null, tables: 12, problems: [] });
  await expect.poll(() => page.workers().length).toBe(1);
}

test('ships one engine of the three, as a file of the site', () => {
  expect(site.assets.filter((name) => /\.(wasm|bin)$/.test(name)).sort()).toEqual([
    expect.stringMatching(/^brotli_dec_wasm_bg-.*\.wasm$/),
    expect.stringMatching(/^duckdb-eh-.*\.bin$/)
  ]);
  expect(site.assets.filter((name) => /mvp|coi/.test(name))).toEqual([]);
});

test('ships no file that a common host refuses: 25 MiB at most', () => {
  const files = readdirSync(BUILD, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile()
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.filter((path) => statSync(path).size > 25 * 2 ** 20)).toEqual([]);
});

test('opens, answers and asks no other host for anything, even when told to', async ({ page, context }) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  const { failure, progress } = await open(page);
  expect(failure).toBeNull();
  expect(progress.length, 'the page is told now and then, not of every piece').toBeLessThan(120);
  for (const stage of ['engine', 'tables'] as const) {
    const last = progress.findLast((step) => step.stage === stage);
    expect(last?.loaded, stage).toBe(last?.total);
  }
  expect(await ask(page, 'SELECT count(*) > 0 AS found FROM schools')).toBe('[{"found":true}]');
  await ask(page, 'INSTALL spatial');
  for (const text of [
    'LOAD spatial',
    "SELECT json_extract('{}', '$.a')",
    "SELECT * FROM read_csv('https://example.org/x.csv')",
    "SELECT * FROM 'https://example.org/x.parquet'",
    "ATTACH 'https://example.org/x.db'",
    "SELECT * FROM read_csv('/tables/manifest.json')",
    "COPY schools TO 'schools.csv'"
  ]) {
    expect(await ask(page, text), text).toContain('Error');
  }
  expect(foreign).toEqual([]);
  expect(refused).toEqual([]);
});

const failures: [string, string, Fault, string][] = [
  ['an engine that is missing', 'duckdb-eh', 'missing', 'engine-unreachable'],
  ['an engine cut short', 'duckdb-eh', 'cut', 'engine-unreachable'],
  ['a missing decoder of the engine', 'brotli', 'missing', 'engine-unreachable'],
  ['a missing worker', 'duckdb.worker', 'missing', 'engine-unreachable'],
  ['a missing script of the worker', 'browser-eh.worker', 'missing', 'engine-unreachable'],
  ['a missing manifest', 'manifest', 'missing', 'manifest-missing']
];
for (const [what, part, fault, code] of failures) {
  test(`names ${what} and opens at the next try`, async ({ page }) => {
    site.faults.set(part, fault);
    expect((await open(page)).failure).toBe(code);
    await opensNow(page);
  });
}

test('opens an engine that the host serves as plain text', async ({ page }) => {
  site.faults.set('duckdb-eh', 'unnamed');
  expect((await open(page)).failure).toBeNull();
});

test('opens without a table that is missing', async ({ page }) => {
  site.faults.set('demand', 'missing');
  expect(await open(page)).toMatchObject({ failure: null, tables: 11, problems: ['demand table-missing'] });
  expect(await ask(page, 'SELECT count(*) > 0 AS found FROM schools')).toBe('[{"found":true}]');
});

test('stops when it is cancelled, and opens at the next try', async ({ page }) => {
  site.faults.set('duckdb-eh', 'slow');
  const { failure, progress } = await open(page, 1500);
  expect(failure).toContain('cancelled');
  expect(progress.filter(({ stage }) => stage === 'engine').length).toBeGreaterThan(2);
  await opensNow(page);
});

test('says that the browser has no WebAssembly', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto(site.origin);
  expect((await open(page)).failure).toBe('no-webassembly');
  expect(page.workers()).toEqual([]);
});
