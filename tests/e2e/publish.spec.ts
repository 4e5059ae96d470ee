// A site published from Mon territoire: the same as the shell's, and as strict, private, accessible and offline as the one it comes from.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { territoryPage, writeTerritorySite } from '../../scripts/territory/site.ts';
import { SECOND_NAME } from '../fixtures/territory/second.ts';
import { axeFindings } from './axe.ts';
import { test } from './frames.ts';
import { m } from './messages.ts';
import { open } from './page.ts';
import { violations } from './policy.ts';
import { differences, smallTerritory, unpacked } from './publish-site.ts';
import { forget, keptWhole, serveFiles, type HostKind, type SiteServer } from './site-server.ts';

const folders: string[] = [];
const servers: SiteServer[] = [];
const PORTRAIT = 'territoires/59350';
/** Unpacked; filled by the test that publishes. */
let published = '';
let shell = '';

test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  folders.forEach(forget);
});

async function host(folder: string, kind: HostKind, path?: string): Promise<SiteServer> {
  const server = await serveFiles(folder, kind, path);
  servers.push(server);
  return server;
}

/** Presses the button that publishes. @returns name of the ZIP, folder of what it holds */
async function publishes(page: Page): Promise<{ name: string; folder: string }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: m.folder_publish_internal() }).click();
  const zip = await saving;
  const folder = unpacked(await zip.path());
  folders.push(folder);
  return { name: zip.suggestedFilename(), folder };
}

test('the folder of a service, opened again, is published as the site that the shell writes, byte for byte; it stops when asked, and a small computer gives a shell', async ({
  page
}) => {
  const { files, saved } = await smallTerritory();
  const site = mkdtempSync(join(tmpdir(), 'maillage-site-'));
  folders.push(site);
  await writeTerritorySite(files, site);

  await openSaved(page, saved);
  await expect(page.locator('header').first()).toContainText(SECOND_NAME);
  const publish = page.getByRole('button', { name: m.folder_publish_internal() });
  await publish.click();
  await page.getByRole('button', { name: m.folder_stop() }).click();
  await expect(publish).toBeVisible();
  const workers = () => page.workers().filter((worker) => worker.url().includes('publish')).length;
  await expect.poll(workers).toBe(0);

  const whole = await publishes(page);
  expect(whole.name).toBe('maillage-200093201-interne.zip');
  published = whole.folder;
  expect(differences(published, site)).toEqual([]);
  // What common hosts need; a site of the service stays out of search engines.
  const names = readdirSync(published, { recursive: true, encoding: 'utf8' });
  expect(names).toEqual(
    expect.arrayContaining(['LISEZMOI.txt', '.htaccess', '.nojekyll', 'web.config', '_headers'])
  );
  const pages = names.filter((name) => name.endsWith('.html') && name !== '404.html');
  expect(pages.length).toBeGreaterThan(20);
  for (const name of pages)
    expect(readFileSync(join(published, name), 'utf8'), name).toContain('content="noindex"');

  await page.evaluate(() => Object.defineProperty(navigator, 'deviceMemory', { value: 1 }));
  shell = (await publishes(page)).folder;
  await expect(page.getByText(m.folder_published_shell())).toBeVisible();
  expect(differences(shell, site)).toContain('index.html');
});

async function openSaved(page: Page, saved: Uint8Array): Promise<void> {
  await open(page, 'territoire');
  await page
    .locator('input[type=file][accept=".maillage"]')
    .first()
    .setInputFiles({ name: 'service.maillage', mimeType: '', buffer: Buffer.from(saved) });
}

test('« Publier » makes it in the browser as the shell does, byte for byte, and says that no address was given', async ({
  page
}) => {
  const labels = { publisher: 'Ville', controller: 'Le maire', dpo: 'dpo@ville.fr', basis: 'Mission' };
  const { files, saved } = await smallTerritory('public', { contact: 'pre@ville.fr', labels });
  await openSaved(page, saved);
  const button = page.getByRole('button', { name: m.folder_one_file() });
  const saving = page.waitForEvent('download');
  await button.click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('maillage-200093201-public.html');
  const made = readFileSync(await download.path(), 'utf8');
  expect(made).toContain('adresse non indiquée');
  expect(made).toBe(territoryPage(files));
  expect(Buffer.byteLength(made)).toBeLessThan(8 * 2 ** 20);
});

test('a site for everyone is refused while a legal notice is empty, each one named; once typed they are in it, and in its file', async ({
  page
}) => {
  const { saved } = await smallTerritory('public');
  await openSaved(page, saved);
  const button = page.getByRole('button', { name: m.folder_one_file() });
  await button.click();
  const missing = page.locator('.notice', { hasText: m.legal_missing() });
  await expect(missing.getByRole('link')).toHaveCount(5);
  await missing.getByRole('link', { name: m.legal_dpo() }).click();
  await expect(page.getByRole('textbox', { name: m.legal_dpo() })).toBeFocused();
  for (const name of [m.legal_publisher(), m.legal_controller(), m.legal_dpo(), m.legal_contact()])
    await page.getByRole('textbox', { name }).fill(`Texte de ${name}`);
  await button.click();
  await expect(missing.getByRole('link')).toHaveText([m.legal_basis()]);
  await page.getByRole('textbox', { name: m.legal_basis() }).fill('Une mission de service public');
  const saving = page.waitForEvent('download');
  await button.click();
  const made = readFileSync(await (await saving).path(), 'utf8');
  for (const text of ['Une mission de service public', `Texte de ${m.legal_dpo()}`])
    expect(made).toContain(text);
  await expect(missing).toBeHidden();
});

test('« Transmettre » prints one sheet: lists with their dates, and nothing else of the page', async ({
  page
}) => {
  const { saved } = await smallTerritory();
  await openSaved(page, saved);
  await page.evaluate(() => (window.print = () => undefined));
  await page.getByRole('button', { name: m.transmit_print() }).click();
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-sheet]');
  await expect(sheet).toContainText(SECOND_NAME);
  await expect(page.getByText(m.folder_publish_what())).toBeHidden();
  await page.emulateMedia({ media: null });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});

test('who visits it at a path of a host finds it whole: nothing leaks, no rule is broken, a figure shows its calculation, and all works offline', async ({
  page
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const refused = await violations(page);
  const server = await host(published, 'plain', '/depot/site/');
  await open(page, server.address);
  await expect(page.getByText(SECOND_NAME).first()).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: m.coverage_calculation() }).click();
  await expect(page.getByRole('dialog').locator('.answer').first()).toContainText(/\d/, { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await open(page, server.address + PORTRAIT);
  expect(await axeFindings(page)).toEqual([]);
  await open(page, `${server.address}carte?page=ecoles`);
  await expect(page.locator('.error')).toHaveCount(0);
  await expect(page.locator('h1').first()).not.toBeEmpty();

  await open(page, `${server.address}methode/index.html`);
  await keptWhole(page);
  await server.stop();
  for (const route of ['', 'deplacements', PORTRAIT]) {
    await open(page, server.address + route);
    await expect(page.getByText(SECOND_NAME).first(), route).toBeVisible();
    await expect(page.locator('main'), route).not.toBeEmpty();
  }
  expect(refused).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(server.address) && !/^(data|blob):/.test(url))).toEqual([]);
});

test('on a host that gives a folder’s page under its name, pages open by their address and are read again; an unknown one says so, once; a site without pages made beforehand opens too', async ({
  page
}) => {
  const refused = await violations(page);
  const server = await host(published, 'short');
  await open(page, `${server.address}ecoles`);
  expect(new URL(page.url()).pathname).toBe('/ecoles/');
  await page.locator('a[href$="/plan/"]').first().click();
  await expect(page).toHaveURL(/plan\/$/);
  await page.reload();
  await expect(page.getByText(SECOND_NAME).first()).toBeVisible();

  let navigations = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) navigations += 1;
  });
  await page.goto(`${server.address}nulle-part`);
  await expect(page.locator('.error h1')).toHaveText(m.shell_error_title());
  // A page that loads itself again does so as soon as it has asked for the version.
  await page.waitForLoadState('networkidle');
  expect(navigations).toBe(1);

  // In a folder of a host, the page of unknown addresses does not know where the site's scripts are.
  const folder = await host(published, 'short', '/depot/site/');
  await page.goto(`${folder.address}nulle-part`);
  await expect(page.locator('h1')).toHaveText(m.shell_error_title());
  await page.getByRole('link', { name: m.shell_error_way() }).click();
  await expect(page.getByText(SECOND_NAME).first()).toBeVisible();
  expect(page.url()).toBe(folder.address);

  const bare = await host(shell, 'short');
  await open(page, `${bare.address}ecoles`);
  await expect(page.getByText(SECOND_NAME).first()).toBeVisible();
  expect(refused).toEqual([]);
});
