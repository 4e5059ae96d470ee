// A territory kept on this computer is what the site shows when it is opened again, and nothing of the site's own is seen before it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decrypt, encrypt } from '../../src/lib/storage/cipher.ts';
import { writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { open } from './page.ts';
import { BUILD } from './site-server.ts';
import { expect, test, type Page } from './test.ts';

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

test('a territory kept here is what every page shows when the site is opened again, the site’s own is never seen', async ({
  page
}) => {
  await keep(page, await keptBytes());
  await watchForSite(page);
  for (const path of ['./', './secteurs', './methode']) {
    await page.goto(path);
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
    await expect(page.locator('html')).not.toHaveAttribute('data-opening');
    await expect(page.locator('header').first()).toContainText(KEPT);
    await expect(page.locator('h1')).toHaveCount(1);
    expect(await seen(page)).toEqual([]);
    expect(await page.title()).not.toContain(SITE);
  }
});

test('a protected territory asks for its passphrase before any figure', async ({ page }) => {
  await keep(page, await keptBytes(PASSPHRASE));
  await watchForSite(page);
  await page.goto('./');
  const phrase = page.getByLabel('Phrase de passe');
  await expect(phrase).toBeFocused();
  expect(await page.locator('main').count()).toBe(1);
  await phrase.fill('une autre');
  await page.getByRole('button', { name: 'Ouvrir le territoire' }).click();
  await expect(page.getByRole('alert')).toContainText('La phrase de passe ne convient pas');
  await phrase.fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.locator('header').first()).toContainText(KEPT);
  expect(await seen(page)).toEqual([]);
  await page.goto('./');
  await page.getByRole('button', { name: 'Ouvrir le site sans ce territoire' }).click();
  await expect(page.locator('header').first()).toContainText(SITE);
  await page.goto('./');
  await expect(page.locator('header').first()).toContainText(SITE);
  await expect(phrase).toHaveCount(0);
  await page.goto('./territoire');
  await page.getByRole('button', { name: 'Ouvrir ce dossier' }).click();
  await expect(phrase).toBeFocused();
});

test('a territory put together here is kept when asked, opened by the next visit, then erased', async ({
  page
}) => {
  await open(page, 'territoire');
  await page.getByRole('combobox', { name: 'Nom, commune ou SIREN' }).fill('Maubeuge');
  await page.getByRole('option').first().click();
  const keeping = page.getByRole('button', { name: 'Garder sur cet ordinateur' });
  await expect(keeping).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await keeping.click();
  await expect(page.getByText(/^Gardé sur cet ordinateur à/)).toBeVisible();
  await page.goto('./');
  await expect(page.locator('header').first()).toContainText('Maubeuge');
  await page.goto('./territoire');
  await expect(page.getByRole('button', { name: 'Enregistrer le fichier' })).toBeEnabled({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Effacer de cet ordinateur' }).click();
  await expect(page.getByText('Rien n’est gardé sur cet ordinateur.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  await page.goto('./');
  await expect(page.locator('header').first()).toContainText(SITE);
});

test('a kept territory that is damaged is told and left as it is, the site shows its own', async ({
  page
}) => {
  const bytes = await keptBytes();
  bytes[Math.round(bytes.length / 2)]! ^= 255;
  await keep(page, bytes);
  await page.goto('./');
  await expect(page.getByRole('status').filter({ hasText: 'ne peut pas être ouvert' })).toBeVisible();
  await expect(page.locator('header').first()).toContainText(SITE);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Télécharger le fichier' }).click();
  expect(readFileSync(await (await download).path()).equals(bytes)).toBe(true);
});

test('a second tab says that it only reads, then how to go on once the first is closed', async ({
  context
}) => {
  const first = await context.newPage();
  await keep(first, await keptBytes());
  await first.goto('./');
  await expect(first.locator('header').first()).toContainText(KEPT);
  const second = await context.newPage();
  await second.goto('./');
  await expect(second.getByText('Ce territoire est ouvert dans un autre onglet')).toBeVisible();
  await first.close();
  await expect(second.getByText('L’autre onglet est fermé')).toBeVisible();
  await second.getByRole('button', { name: 'Recharger' }).click();
  await expect(second.locator('header').first()).toContainText(KEPT);
  await expect(second.locator('html')).toHaveAttribute('data-ready', 'true');
  await expect(second.getByText('autre onglet')).toHaveCount(0);
});
