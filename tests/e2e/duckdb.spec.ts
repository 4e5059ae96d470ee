// DuckDB in a real browser: under a strict policy, with no other host, and through each of its failures.
import { expect, test, type Page } from './test.ts';
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

/** @param stopAfter steps told of the engine */
const open = (page: Page, stopAfter?: number): Promise<Opening> =>
  page.evaluate((after) => window.databasePage.open(after), stopAfter);
const ask = (page: Page, text: string): Promise<string> =>
  page.evaluate((asked) => window.databasePage.ask(asked), text);

test('opens an engine that the host serves as plain text, without a table that is missing, answers and asks no other host for anything, even when told to', async ({
  page,
  context
}) => {
  const foreign: string[] = [];
  const refused: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(site.origin)) foreign.push(request.url());
  });
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  site.faults.set('duckdb-eh', 'unnamed').set('demand', 'missing');
  const { failure, tables, problems } = await open(page);
  expect({ failure, tables, problems }).toEqual({
    failure: null,
    tables: 11,
    problems: ['demand table-missing']
  });
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

/** What fails, how, and the code that the page is given. */
const FAILURES: [part: string, fault: Fault, code: string][] = [
  ['duckdb-eh', 'missing', 'engine-unreachable'],
  ['duckdb-eh', 'cut', 'engine-unreachable'],
  ['brotli', 'missing', 'engine-unreachable'],
  ['duckdb.worker', 'missing', 'engine-unreachable'],
  ['browser-eh.worker', 'missing', 'engine-unreachable'],
  ['manifest', 'missing', 'manifest-missing']
];

test('names each failure, leaves no worker behind, stops when it is cancelled, and opens at the next try', async ({
  page
}) => {
  const workers = () => page.workers().length;
  for (const [part, fault, code] of FAILURES) {
    site.faults.clear();
    site.faults.set(part, fault);
    expect((await open(page)).failure, `${part} ${fault}`).toBe(code);
    await expect.poll(workers, `${part} ${fault}`).toBe(0);
  }
  site.faults.clear();
  site.faults.set('duckdb-eh', 'slow');
  const { failure, progress } = await open(page, 3);
  expect(failure).toContain('cancelled');
  expect(progress.filter(({ stage }) => stage === 'engine').length).toBeGreaterThan(2);
  await expect.poll(workers).toBe(0);

  site.faults.clear();
  const opened = await open(page);
  expect(opened).toMatchObject({ failure: null, tables: 12, problems: [] });
  expect(opened.progress.length, 'told now and then, not of every piece').toBeLessThan(120);
  for (const stage of ['engine', 'tables'] as const) {
    const last = opened.progress.findLast((step) => step.stage === stage);
    expect(last?.loaded, stage).toBe(last?.total);
  }
  await expect.poll(workers).toBe(1);

  await page.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  await page.goto(site.origin);
  expect((await open(page)).failure).toBe('no-webassembly');
  expect(workers()).toBe(0);
});
