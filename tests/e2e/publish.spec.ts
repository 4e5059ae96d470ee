// A site published from the browser: the same as the shell's, and as strict, private, accessible and offline as the one it comes from.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from '@playwright/test';
import { readFiles } from '../../scripts/territory/write-files.ts';
import { writeTerritorySite } from '../../scripts/territory/site.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { SECOND_NAME } from '../fixtures/territory/second.ts';
import { axeFindings } from './axe.ts';
import { liveMap, open } from './page.ts';
import { violations } from './policy.ts';
import { differences, siteThatPublishes, smallTerritory, unpacked } from './publish-site.ts';
import {
  BUILD,
  forget,
  keptWhole,
  serveFiles,
  serveSite,
  type HostKind,
  type SiteServer
} from './site-server.ts';
import type {} from './publish-page/main.ts';

/** What names the version: by the files of the territory where it is published, by the sources where it is built. */
const VERSIONED = ['kept.json', 'service-worker.js'];
const MOST_BYTES = 25 * 2 ** 20;
const SHELL = { shell: BUILD };

const folders: string[] = [];
const servers: SiteServer[] = [];
const emptyFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-site-'));
  folders.push(folder);
  return folder;
};
async function serve(directory: string): Promise<SiteServer> {
  const server = await serveSite(directory);
  servers.push(server);
  return server;
}

let territory: TerritoryFiles;
let publisher: string;
/** Unpacked; filled by the test that publishes. */
let published = '';
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.beforeAll(async () => {
  territory = await smallTerritory('internal');
  publisher = await siteThatPublishes();
  folders.push(publisher);
});
test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  folders.forEach(forget);
});

const sent = (files: TerritoryFiles) =>
  [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')] as const);

test('the shell writes the demonstration’s site as the build does, but for its version', async () => {
  const site = emptyFolder();
  await writeTerritorySite(readFiles(join(BUILD)), site, { ...SHELL, packs: true });
  expect(differences(BUILD, site)).toEqual(VERSIONED);
});

test('a browser publishes the site that the shell writes, byte for byte', async ({ page }) => {
  const { address } = await serve(publisher);
  const site = emptyFolder();
  await writeTerritorySite(territory, site, SHELL);
  await page.goto(`${address}publish-page/`);
  const [saved, publication] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(([files, request]) => window.publishPage.publish(files, request), [
      sent(territory),
      { profile: 'internal' }
    ] as const)
  ]);
  expect(publication.failure).toBeNull();
  expect(publication.site).toMatchObject({
    name: 'maillage-200093201-interne.zip',
    shellOnly: false,
    findings: []
  });
  // The last step may be told once the site has been given.
  expect(publication.progress.at(-1)).toBeGreaterThan(0.9);
  published = unpacked(await saved.path());
  folders.push(published);
  expect(differences(published, site)).toEqual([]);
});

test('what may not leave is refused before any page, and a publication stops when asked', async ({
  page
}) => {
  await page.goto(`${servers[0]?.address}publish-page/`);
  const publish = (files: TerritoryFiles, request: { profile: 'public' | 'internal' }, stopAfter?: number) =>
    page.evaluate(([sentFiles, asked, after]) => window.publishPage.publish(sentFiles, asked, after), [
      sent(files),
      request,
      stopAfter
    ] as const);
  const refused = await publish(territory, { profile: 'public' });
  expect(refused.failure).toContain('publish-other-profile');
  expect(refused.progress).toEqual([]);
  const stopped = await publish(territory, { profile: 'internal' }, 3);
  expect(stopped.failure).toContain('stopped');
  await expect.poll(() => page.workers().length).toBe(0);
});

test('a site that cannot be given pages is given as a shell, and says so', async ({ page }) => {
  await page.goto(`${servers[0]?.address}publish-page/`);
  const [saved, publication] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate(([files, request]) => window.publishPage.publish(files, request), [
      sent(territory),
      { profile: 'internal', shellOnly: true }
    ] as const)
  ]);
  expect(publication.site).toMatchObject({ shellOnly: true, pages: 0 });
  expect(publication.site?.findings.map(({ code }) => code)).toEqual(['publish-shell-only']);
  const folder = unpacked(await saved.path());
  folders.push(folder);
  const { address } = await serve(folder);
  for (const path of ['', 'ecoles']) {
    await open(page, `${address}${path}`);
    await expect(page.getByText(SECOND_NAME).first()).toBeVisible();
  }
});

test('the published site leaks nothing, breaks no rule, passes axe and works offline', async ({
  browser
}) => {
  const server = await serve(published);
  const context = await browser.newContext({ locale: 'fr-FR' });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  const refused = await violations(page);
  const portrait = 'territoires/59350';
  for (const path of ['', 'ecoles', 'secteurs', portrait]) {
    await open(page, `${server.address}${path}`);
    await expect(page.getByText(SECOND_NAME).first(), path).toBeVisible();
    if (path === '') await liveMap(page);
    expect(await axeFindings(page), path).toEqual([]);
  }
  await open(page, server.address);
  await page.getByRole('button', { name: 'Voir le calcul : Écoles suivies' }).click();
  await expect(page.getByRole('dialog').locator('.answer')).toContainText(/\d/, { timeout: 60_000 });
  await keptWhole(page);
  await server.stop();
  for (const path of ['', 'deplacements', portrait]) {
    await open(page, `${server.address}${path}`);
    await expect(page.locator('main')).not.toBeEmpty();
  }
  expect(refused).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(server.address) && !/^(data|blob):/.test(url))).toEqual([]);
  await context.close();
});

const HOSTS: [HostKind, string][] = [
  ['short', '/'],
  ['plain', '/depot/site/']
];
test.describe('on a host that only serves files', () => {
  for (const [kind, path] of HOSTS) {
    test(`pages open by their address, are read again and work offline: ${kind}, ${path}`, async ({
      browser
    }) => {
      const server = await serveFiles(published, kind, path);
      servers.push(server);
      const context = await browser.newContext({ locale: 'fr-FR' });
      const page = await context.newPage();
      const refused = await violations(page);
      for (const route of [
        'ecoles',
        'seance',
        'territoires/59350',
        'carte?page=ecoles',
        'methode/index.html'
      ]) {
        await open(page, server.address + route);
        await expect(page.locator('.error'), route).toHaveCount(0);
        await expect(page.locator('h1').first(), route).not.toBeEmpty();
      }
      await open(page, `${server.address}ecoles`);
      expect(new URL(page.url()).pathname).toBe(`${path}ecoles/`);
      await page.locator('.wide a[href$="/avenir/"]').first().click();
      await expect(page).toHaveURL(/avenir\/$/);
      await page.reload();
      await expect(page.getByText(SECOND_NAME).first()).toBeVisible();

      let navigations = 0;
      page.on('request', (request) => {
        if (request.isNavigationRequest()) navigations += 1;
      });
      await page.goto(`${server.address}nulle-part`);
      if (kind === 'short') await expect(page.locator('.error h1')).toHaveText('Cette page n’existe pas');
      // A page that loads itself again does so as soon as it has asked for the version.
      await page.waitForLoadState('networkidle');
      expect(navigations).toBe(1);

      await open(page, server.address);
      await keptWhole(page);
      await server.stop();
      for (const route of ['ecoles', 'seance', 'territoires/59350']) {
        await open(page, server.address + route);
        await expect(page.getByText(SECOND_NAME).first(), route).toBeVisible();
        await expect(page.locator('main'), route).not.toBeEmpty();
      }
      expect(refused).toEqual([]);
      await context.close();
    });
  }
});

test('the published site has no file that a common host refuses, and stays out of search engines', () => {
  const files = readdirSync(published, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile()
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  expect(paths.filter((path) => statSync(path).size > MOST_BYTES)).toEqual([]);
  const pages = paths.filter((path) => path.endsWith('.html') && !path.endsWith('404.html'));
  expect(paths.map((path) => relative(published, path))).toEqual(
    expect.arrayContaining(['LISEZMOI.txt', '.htaccess', '.nojekyll', 'web.config', '_headers'])
  );
  expect(pages.length).toBeGreaterThan(20);
  for (const path of pages) expect(readFileSync(path, 'utf8'), path).toContain('content="noindex"');
});
