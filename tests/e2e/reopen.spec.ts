// A territory kept on this computer is what the site shows when it is opened again, and nothing of the site's own is seen before it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decrypt, encrypt } from '../../src/lib/storage/cipher.ts';
import { writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { damaged } from '../fixtures/maillage/content.ts';
import { m } from './messages.ts';
import { open } from './page.ts';
import { openShape } from './shape-territory.ts';
import { BUILD } from './site-server.ts';
import { expect, test, type Page } from './test.ts';
import { TERRITORY } from './visits/addresses.ts';

const SITE = 'Valenciennes Métropole';
const KEPT = 'Communauté du Val d’Essai';
const PASSPHRASE = 'quatre mots bien choisis';
const CIPHER = { encrypt: (bytes: Uint8Array, phrase: string) => encrypt(bytes, phrase, 10), decrypt };

/** The demonstration under another name: what a page shows tells which of the two it is. */
function files(): Map<string, Uint8Array> {
  const paths = ['tables', 'map'].flatMap((folder) =>
    readdirSync(join(BUILD, folder)).map((name) => `${folder}/${name}`)
  );
  return new Map(
    paths.map((path) => {
      const bytes = new Uint8Array(readFileSync(join(BUILD, path)));
      if (!path.endsWith('.json')) return [path, bytes];
      const text = new TextDecoder().decode(bytes).replaceAll(SITE, KEPT);
      return [path, new TextEncoder().encode(text)];
    })
  );
}

async function keptBytes(passphrase = ''): Promise<Uint8Array> {
  const now = '2026-09-01T08:00:00.000Z';
  const content = { config: {}, files: files(), sources: [], kept: {}, created: now, saved: now };
  return writeMaillage(content, { passphrase, cipher: CIPHER });
}

/** Stores a file as a former visit did. */
async function keep(page: Page, bytes: Uint8Array): Promise<void> {
  await page.goto('./confidentialite');
  await page.evaluate(async (base64) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('maillage', { create: true });
    const handle = await folder.getFileHandle('territoire.maillage', { create: true });
    const stream = await handle.createWritable();
    await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    await stream.close();
    localStorage.setItem('maillage.opened', 'open');
  }, Buffer.from(bytes).toString('base64'));
}

/** Notes, at each frame, what of the site's own territory can be seen. */
const watchForSite = (page: Page) =>
  page.addInitScript((name) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const text = document.body?.innerText ?? '';
      const hidden = getComputedStyle(document.documentElement).visibility === 'hidden';
      if (!hidden && text.includes(name)) seen.push(text.slice(0, 80));
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, SITE);
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

const header = (page: Page) => page.locator('header').first();

test('a territory kept here is what every page shows when the site is opened again, the site’s own is never seen; a second tab only reads, then says how to go on', async ({
  context
}) => {
  const first = await context.newPage();
  await keep(first, await keptBytes());
  await watchForSite(first);
  for (const path of ['./methode', './']) {
    await first.goto(path);
    await expect(first.locator('html')).toHaveAttribute('data-ready', 'true');
    await expect(first.locator('html')).not.toHaveAttribute('data-opening');
    await expect(header(first)).toContainText(KEPT);
    await expect(first.locator('h1')).toHaveCount(1);
    expect(await seen(first)).toEqual([]);
    expect(await first.title()).not.toContain(SITE);
  }
  const second = await context.newPage();
  await second.goto('./');
  await expect(second.getByText(m.kept_read_only())).toBeVisible();
  await first.close();
  await expect(second.getByText(m.kept_pen_free())).toBeVisible();
  await second.getByRole('button', { name: m.shell_update_reload() }).click();
  await expect(header(second)).toContainText(KEPT);
  await expect(second.locator('html')).toHaveAttribute('data-ready', 'true');
  for (const notice of [m.kept_read_only(), m.kept_pen_free()])
    await expect(second.getByText(notice)).toHaveCount(0);
});

test('a kept territory that is damaged is told and left as it is; a protected one asks for its passphrase before any figure, or is left closed', async ({
  page
}) => {
  const bytes = damaged(await keptBytes());
  await keep(page, bytes);
  await page.goto('./');
  await expect(
    page.getByRole('status').filter({ hasText: m.kept_unopened({ reason: '' }).split('.')[0]! })
  ).toBeVisible();
  await expect(header(page)).toContainText(SITE);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: m.kept_download(), exact: true }).click();
  expect(readFileSync(await (await download).path()).equals(bytes)).toBe(true);

  await keep(page, await keptBytes(PASSPHRASE));
  await watchForSite(page);
  await page.goto('./');
  const phrase = page.getByLabel(m.kept_prompt_label());
  await expect(phrase).toBeFocused();
  expect(await page.locator('main').count()).toBe(1);
  await phrase.fill('une autre');
  await page.getByRole('button', { name: m.kept_prompt_open() }).click();
  await expect(page.getByRole('alert')).toContainText(m.kept_prompt_wrong());
  await phrase.fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(header(page)).toContainText(KEPT);
  expect(await seen(page)).toEqual([]);
  await page.goto('./');
  await page.getByRole('button', { name: m.kept_prompt_without() }).click();
  await expect(header(page)).toContainText(SITE);
  // The page is still being taken over when its header stands: another address asked for then is given up.
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
  await page.goto('./territoire');
  await expect(header(page)).toContainText(SITE);
  await page.getByRole('button', { name: m.folder_kept_open() }).click();
  await expect(phrase).toBeFocused();
});

test('a territory that a service saved with version 1.0.0 opens: its répartition is in use, with the visits that it meant, and its lists stand', async ({
  page
}) => {
  await open(page, TERRITORY);
  await openShape(
    page,
    join(import.meta.dirname, '../fixtures/maillage/saved-by-1.0.0.maillage'),
    'Maubeuge'
  );
  await page
    .getByRole('link', { name: new RegExp(`^${m.shell_nav_sectors()}`) })
    .first()
    .click();
  await expect(page.locator('main')).toContainText('Répartition 1');
  await expect(page.getByText(m.sectors_former_folder())).toBeVisible();
});
