// The site without a network: a real server that is really stopped.
import { expect, type Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from './frames.ts';
import { m } from './messages.ts';
import { figure, liveMap, open } from './page.ts';
import {
  copyOfSite,
  forget,
  keptFiles,
  keptWhole,
  publishNext,
  serveSite,
  siteAt,
  type SiteServer
} from './site-server.ts';

const NEXT = 'html[data-edition="next"]';
const FOLLOWED = m.coverage_figure_followed();
const followed = (page: Page) => figure(page, FOLLOWED);
const servers: SiteServer[] = [];
const directories: string[] = [];

async function serve(directory?: string, port?: number): Promise<SiteServer> {
  const server = await serveSite(directory, port);
  servers.push(server);
  return server;
}

test.describe.configure({ timeout: 120_000 });
test.afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  directories.splice(0).forEach(forget);
});

async function visit(page: Page, address: string): Promise<void> {
  await open(page, address);
  await keptWhole(page);
}

test('after one visit, filters and questions work with the server stopped @map', async ({ page }) => {
  const server = await serve();
  await visit(page, server.address);
  await server.stop();
  await expect(fetch(server.address)).rejects.toThrow();

  await open(page, `${server.address}?annee=2023-2024`);
  await expect(followed(page)).toContainText('56');
  await page.getByLabel(m.coverage_year()).selectOption('2025-2026');
  await expect(followed(page)).toContainText('67');
  await liveMap(page);
  await expect(page.locator('[data-map-state]').first()).toHaveAttribute('data-map-state', 'live');
  await page.getByRole('button', { name: m.coverage_calculation() }).click();
  await expect(page.getByRole('dialog').locator('.answer').first()).toContainText('67', { timeout: 60_000 });
});

test('without a network a page opens however its address is written @long', async ({ page }) => {
  const server = await serve();
  await visit(page, `${server.address}methode`);
  await server.stop();
  for (const address of [
    'methode/',
    'methode.html',
    'methode?depuis=lien',
    'methode#sources',
    'index.html'
  ]) {
    await open(page, `${server.address}${address}`);
    await expect(page.locator('h1')).toContainText(
      address === 'index.html' ? m.coverage_title() : m.method_title()
    );
    await page.getByRole('link', { name: m.shell_home() }).click();
    await expect(page.locator('h1')).toContainText(m.coverage_title());
  }
  const unknown = await page.goto(`${server.address}nulle/part`);
  expect(unknown?.status()).toBeGreaterThanOrEqual(400);
  await expect(page.locator('h1')).toContainText('page');
  await page.getByRole('link', { name: m.shell_error_way() }).click();
  await expect(page.locator('h1')).toContainText(m.coverage_title());
});

test('a part of a kept file is answered with that part @long', async ({ page }) => {
  const server = await serve();
  await visit(page, `${server.address}methode`);
  await server.stop();
  const answer = await page.evaluate(async () => {
    const whole = new Uint8Array(await (await fetch('../tables/schools.arrow')).arrayBuffer());
    const response = await fetch('../tables/schools.arrow', { headers: { range: 'bytes=8-23' } });
    const part = new Uint8Array(await response.arrayBuffer());
    const beyond = await fetch('../tables/schools.arrow', { headers: { range: `bytes=${whole.length}-` } });
    return {
      status: response.status,
      range: response.headers.get('content-range'),
      same: part.length === 16 && part.every((byte, i) => byte === whole[i + 8]),
      size: whole.length,
      beyond: beyond.status
    };
  });
  expect(answer).toMatchObject({ status: 206, same: true, beyond: 416 });
  expect(answer.range).toBe(`bytes 8-23/${answer.size}`);
});

test('a new version waits for the reader, and an open tab goes on @long', async ({ page, context }) => {
  test.slow();
  const copy = copyOfSite();
  directories.push(copy);
  const first = await serve(copy);
  await visit(page, `${first.address}methode`);
  const other = await context.newPage();
  await open(other, `${first.address}methode`);

  await first.stop();
  publishNext(copy);
  const server = await serve(copy, Number(new URL(first.address).port));
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found?.update()));
  await expect(page.getByText(m.shell_update()).first()).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.locator(NEXT)).toHaveCount(0);

  await server.stop();
  await page.getByRole('button', { name: m.shell_update_reload() }).click();
  await expect(page.locator(NEXT)).toHaveCount(1, { timeout: 30_000 });

  // The tab left open belongs to the former version: it still finds its files and its database.
  await other.getByRole('link', { name: m.shell_home() }).click();
  await expect(followed(other)).toContainText('67');
  await other.getByRole('button', { name: m.coverage_calculation() }).click();
  await expect(other.getByRole('dialog').locator('.answer').first()).toContainText('67', { timeout: 60_000 });
  await other.close();

  await page.reload();
  const former = async () =>
    (await keptFiles(page)).filter((path) => path.includes('/immutable/') && !path.includes('/next-'));
  await expect.poll(former, { timeout: 20_000 }).toEqual([]);
});

test('the site is kept at any path of a host, apart from its neighbours @long', async ({ page }) => {
  const directory = siteAt('services/maillage');
  directories.push(directory);
  const server = await serve(directory);
  const address = `${server.address}services/maillage/`;
  await visit(page, `${address}methode`);
  expect((await keptFiles(page)).every((path) => path.startsWith('/services/maillage/'))).toBe(true);
  await server.stop();
  await open(page, `${address}ecoles`);
  await expect(page.locator('h1')).toHaveCount(1);
  await page.getByRole('link', { name: m.shell_home() }).click();
  await expect(followed(page)).toContainText('67');
});

test('an error of the host is never kept @long', async ({ page }) => {
  const copy = copyOfSite();
  directories.push(copy);
  rmSync(join(copy, 'downloads/schools.csv'));
  const server = await serve(copy);
  await visit(page, `${server.address}methode`);
  await page.evaluate(() => Promise.all(['nulle-part', 'downloads/schools.csv'].map((path) => fetch(path))));
  const kept = await keptFiles(page);
  expect(kept).not.toContain('/nulle-part');
  expect(kept).not.toContain('/downloads/schools.csv');

  const broken = copyOfSite();
  directories.push(broken);
  rmSync(join(broken, 'tables/schools.arrow'));
  const half = await serve(broken);
  await open(page, `${half.address}methode`);
  const state = await page.evaluate(async () => {
    const { installing } = await navigator.serviceWorker.register('../service-worker.js');
    return new Promise((resolve) => {
      installing?.addEventListener('statechange', () => resolve(installing.state));
    });
  });
  expect(state).toBe('redundant');
  await expect(page.locator('h1')).toHaveText(m.method_title());
});
