// Privacy: every request of the browser, whoever makes it, is seen by a proxy; the site's own server alone may answer. Each page is read
// so in census.spec.ts.
import { expect, test } from '@playwright/test';
import { liveMap, open } from './page.ts';
import { keptWhole } from './site-server.ts';
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

test('nothing leaves the origin while filters, map and database are used @map', async ({ browser }) => {
  const context = await browser.newContext(watch.options);
  const page = await context.newPage();
  await open(page, watch.address);
  await liveMap(page);
  await page.getByRole('row', { name: /^Anzin/ }).click();
  await page.getByLabel('Année scolaire').selectOption('2023-2024');
  await page.getByRole('button', { name: 'Voir le calcul : Écoles suivies' }).click();
  await expect(page.getByRole('dialog').locator('.answer')).toContainText(/\d/, { timeout: 60_000 });
  await keptWhole(page);
  expect(watch.strangers).toEqual([]);
  expect(await keptOf(page, context)).toEqual(NOTHING_KEPT);
  await context.close();
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
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await expect.poll(() => keptOf(page, context)).toEqual(NOTHING_KEPT);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.close();
});
