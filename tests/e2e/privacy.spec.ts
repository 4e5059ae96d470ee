// Privacy: every request of the browser, whoever makes it, is seen by a proxy; the site's own server alone may answer.
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mapSettled, open, ROUTES } from './page.ts';
import { violations } from './policy.ts';
import { keptWhole, serveSite, type SiteServer } from './site-server.ts';

let server: SiteServer;
let proxy: Server;
let proxyAddress: string;
/** Hosts asked for through the proxy: all but the site's own, which the browser reaches directly. */
let strangers: string[] = [];
/** Chromium asks its maker about the fields of any form: a setting of the reader's browser, out of a page's reach. */
const BROWSERS_OWN = 'content-autofill.googleapis.com:443';
const note = (url = '') => {
  if (url !== BROWSERS_OWN) strangers.push(url);
};

test.describe.configure({ mode: 'default', timeout: 120_000 });
test.beforeAll(async () => {
  server = await serveSite();
  proxy = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxyAddress = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
test.afterAll(async () => {
  await server.stop();
  proxy.close();
});
test.beforeEach(() => {
  strangers = [];
});

// `<-loopback>`: this machine's other ports go through the proxy as well.
const watched = () => ({
  proxy: { server: proxyAddress, bypass: `<-loopback>,${new URL(server.address).host}` },
  locale: 'fr-FR'
});

async function kept(page: Page, context: BrowserContext) {
  return {
    cookies: await context.cookies(),
    local: await page.evaluate(() => Object.keys(localStorage)),
    databases: await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    files: await page.evaluate(async () => {
      const directory = await navigator.storage.getDirectory();
      const names: string[] = [];
      for await (const name of (directory as unknown as { keys(): AsyncIterable<string> }).keys()) {
        names.push(name);
      }
      return names;
    })
  };
}

const NOTHING = { cookies: [], local: [], databases: [], files: [] };

test('the watch sees a page and a worker that ask another host', async ({ browser }) => {
  const context = await browser.newContext({ ...watched(), bypassCSP: true });
  const page = await context.newPage();
  await open(page, `${server.address}methode`);
  await page.evaluate(async () => {
    const ask = (name: string) => `fetch('http://${name}.example.org/').catch(() => 0)`;
    await fetch('http://page.example.org/').catch(() => 0);
    const worker = new Worker(URL.createObjectURL(new Blob([`${ask('worker')}.then(() => postMessage(0))`])));
    await new Promise((resolve) => (worker.onmessage = resolve));
  });
  expect(strangers.join(' ')).toContain('page.example.org');
  expect(strangers.join(' ')).toContain('worker.example.org');
  await context.close();
});

const mapped = (route: string) => route === '' || route === 'ecoles';

for (const routes of [['', 'ecoles'], ROUTES.filter((route) => !mapped(route))]) {
  test(`nothing leaves the origin on ${routes.map((route) => `/${route}`).join(', ')}, nothing is kept about its reader, and no rule of the policy is broken`, async ({
    browser
  }) => {
    const context = await browser.newContext(watched());
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    const page = await context.newPage();
    const refused = await violations(page);
    for (const route of routes) {
      const before = requests.length;
      await open(page, `${server.address}${route}`);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      if (mapped(route)) {
        await mapSettled(page);
        await page.locator('[data-map-state]').first().hover();
        await page.mouse.wheel(0, -200);
      }
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await keptWhole(page);
      await page.reload();
      await expect(page.locator('h1')).toHaveCount(1);
      expect(requests.length).toBeGreaterThan(before + 3);
      expect(refused, `${route} breaks no rule of its policy`).toEqual([]);
    }
    expect(strangers).toEqual([]);
    const away = requests.filter((url) => !url.startsWith(server.address) && !/^(data|blob):/.test(url));
    expect(away).toEqual([]);
    expect(await kept(page, context)).toEqual(NOTHING);
    await context.close();
  });
}

test('nothing leaves the origin while filters, map and database are used', async ({ browser }) => {
  const context = await browser.newContext(watched());
  const page = await context.newPage();
  await open(page, server.address);
  await mapSettled(page);
  await page.getByRole('row', { name: /^Anzin/ }).click();
  await page.getByLabel('Année scolaire').selectOption('2023-2024');
  await page.getByRole('button', { name: 'Voir le calcul : Écoles suivies' }).click();
  await expect(page.getByRole('dialog').locator('.answer')).toContainText(/\d/, { timeout: 60_000 });
  await keptWhole(page);
  expect(strangers).toEqual([]);
  expect(await kept(page, context)).toEqual(NOTHING);
  await context.close();
});

test('language and theme are kept once chosen, and forgotten when asked', async ({ browser }) => {
  const context = await browser.newContext(watched());
  const page = await context.newPage();
  await open(page, `${server.address}confidentialite`);
  expect(await kept(page, context)).toEqual(NOTHING);
  await page.getByRole('button', { name: /Thème/ }).click();
  expect((await kept(page, context)).local).toEqual(['maillage.theme']);
  await page.getByRole('button', { name: /Read this page in English/ }).click();
  expect((await kept(page, context)).local.sort()).toEqual(['maillage.langue', 'maillage.theme']);
  await page.reload();
  await expect(page.locator('h1')).toHaveText('Privacy');
  await keptWhole(page);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await expect.poll(() => kept(page, context)).toEqual(NOTHING);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.close();
});
