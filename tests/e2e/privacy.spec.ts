// Privacy: every request of the browser, whoever makes it, is seen by a proxy; the site's own server alone may answer. Each page is opened
// so in `visits/census.spec.ts`.
import { expect } from '@playwright/test';
import { test } from './frames.ts';
import { m } from './messages.ts';
import { FRAMED, liveMap, open, ROUTES } from './page.ts';
import { violations } from './policy.ts';
import { keptFiles, keptWhole } from './site-server.ts';
import { NOTHING_KEPT, keptOf, startWatch, type Watch } from './watch.ts';

let watch: Watch;

test.describe.configure({ mode: 'default', timeout: 120_000 });
test.beforeAll(async () => {
  watch = await startWatch();
});
test.afterAll(() => watch.close());
test.beforeEach(() => {
  watch.strangers.length = 0;
});

test('the watch sees a page and a worker that ask another host', async ({ browser }) => {
  const context = await browser.newContext({ ...watch.options, bypassCSP: true });
  const page = await context.newPage();
  await open(page, `${watch.address}methode`);
  await page.evaluate(async () => {
    const ask = (name: string) => `fetch('http://${name}.example.org/').catch(() => 0)`;
    await fetch('http://page.example.org/').catch(() => 0);
    const worker = new Worker(URL.createObjectURL(new Blob([`${ask('worker')}.then(() => postMessage(0))`])));
    await new Promise((resolve) => (worker.onmessage = resolve));
  });
  expect(watch.strangers.join(' ')).toContain('page.example.org');
  expect(watch.strangers.join(' ')).toContain('worker.example.org');
  await context.close();
});

test('filters, map, charts, panels, database and service worker break no rule of the policy, ask no other host, keep nothing about the reader, and a page opens with the server stopped @map', async ({
  browser
}) => {
  const own = await startWatch();
  const context = await browser.newContext(own.options);
  const page = await context.newPage();
  const refused = await violations(page);
  await open(page, own.address);
  await liveMap(page);
  await page.getByRole('row', { name: /^Anzin/ }).click();
  await page.getByLabel(m.coverage_year()).selectOption('2023-2024');
  await page.getByRole('button', { name: m.coverage_table_show(), exact: true }).first().click();
  await page.getByRole('button', { name: m.coverage_calculation() }).click();
  await expect(page.getByRole('dialog').locator('.answer').first()).toContainText(/\d/, { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await keptWhole(page);
  await own.stopSite();
  await open(page, `${own.address}ecoles`);
  await expect(page.locator('main table').first()).toBeVisible();
  expect(refused).toEqual([]);
  expect(own.strangers).toEqual([]);
  expect(await keptOf(page, context)).toEqual(NOTHING_KEPT);
  await context.close();
  await own.close();
});

test('after one visit every page works with the server stopped @long', async ({ browser }) => {
  test.setTimeout(300_000);
  const own = await startWatch();
  const context = await browser.newContext(own.options);
  const page = await context.newPage();
  const look = async (route: string) => {
    await open(page, `${own.address}${route}`);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('main')).not.toBeEmpty();
    if (route === FRAMED) return;
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
  };
  await look('');
  await keptWhole(page);
  for (const route of ROUTES) await look(route);
  await own.stopSite();
  for (const route of ROUTES) await look(route);
  await context.close();
  await own.close();
});

test('language and theme are kept once chosen, and forgotten when asked', async ({ browser }) => {
  const context = await browser.newContext(watch.options);
  const page = await context.newPage();
  await open(page, `${watch.address}confidentialite`);
  expect(await keptOf(page, context)).toEqual(NOTHING_KEPT);
  await page.getByRole('button', { name: /Thème/ }).click();
  expect((await keptOf(page, context)).local).toEqual(['maillage.theme']);
  await page.getByRole('button', { name: /Read this page in English/ }).click();
  expect((await keptOf(page, context)).local.sort()).toEqual(['maillage.langue', 'maillage.theme']);
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Privacy');
  await keptWhole(page);
  const engine = (await keptFiles(page)).find((path) => path.includes('/duckdb-eh.'));
  await page.getByRole('button', { name: 'Check this site' }).click();
  await expect(page.locator('[data-site-check]')).toHaveText(/^Complete copy/, { timeout: 60_000 });
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await expect.poll(() => keptOf(page, context)).toEqual(NOTHING_KEPT);
  expect(await keptFiles(page)).toEqual([]);
  // The page goes on and asks for the site's own files: none is kept again. (Chromium makes an empty cache by itself, for code that it has compiled.)
  const bytes = await page.evaluate(
    async (path) => (await (await fetch(path)).arrayBuffer()).byteLength,
    engine!
  );
  expect(bytes).toBeGreaterThan(1e6);
  await page.evaluate(() => fetch(location.href).then((response) => response.text()));
  expect(await keptFiles(page)).toEqual([]);
  await context.close();
});
