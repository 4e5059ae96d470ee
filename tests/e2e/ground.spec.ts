// The ground under the maps: after the figures, at the reader's choice, credited wherever it is shown.
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from './test.ts';
import { liveMap, mapSettled, open, withoutDatabase, pageAction } from './page.ts';

test.beforeEach(withoutDatabase);

const CREDIT = 'Tracés généralisés';
const choice = (page: Page) => page.getByRole('checkbox', { name: 'Fond de carte' });

test('the ground comes after the figures and the map, its streets with the live map, and « Fond de carte » hides it for good, by the keyboard too @map', async ({
  page,
  baseURL
}) => {
  const strangers: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(baseURL!) && !/^(blob|data):/.test(url)) strangers.push(url);
  });
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('[data-map-state="drawn"]')) performance.mark('drawn');
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-map-state'] });
  });
  await open(page);
  await mapSettled(page);
  // An answer has its times once it is whole.
  const times = () =>
    page.evaluate(() => ({
      drawn: performance.getEntriesByName('drawn')[0]!.startTime,
      asked: performance.getEntriesByType('resource').find(({ name }) => name.includes('ground.geojson'))
        ?.startTime
    }));
  await expect.poll(async () => (await times()).asked, { timeout: 30_000 }).toBeDefined();
  const { drawn, asked } = await times();
  expect(asked, 'asked for after the map stood').toBeGreaterThan(drawn);
  await expect(page.getByText(CREDIT)).toBeVisible();
  await expect(page.locator('.drawing g[data-ground] [data-kind="canal"]').first()).toBeVisible();

  // Hidden and shown again: its streets are then wanted, which only the live map draws.
  await choice(page).uncheck();
  await expect(page.locator('.drawing g[data-ground]')).toHaveCount(0);
  await expect(page.locator('[data-map-state="drawn"]')).toBeAttached();
  await choice(page).check();
  await page.locator('[data-map-state="live"]').waitFor({ timeout: 60_000 });
  await expect(page.locator('[data-ground="shown"]')).toBeAttached({ timeout: 30_000 });
  // The lines of the drawing go once the live map has its own.
  await expect(page.locator('.drawing g[data-ground]')).toHaveCount(0);

  await choice(page).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('[data-ground="hidden"]')).toBeAttached();
  await expect(page.getByText(CREDIT)).toHaveCount(0);
  await page.reload();
  await mapSettled(page);
  await expect(choice(page)).not.toBeChecked({ timeout: 30_000 });
  await expect(page.getByText(CREDIT)).toHaveCount(0);
  // On every map, and on paper.
  await open(page, 'territoires/59014');
  await expect(page.locator('main svg[role="img"]').first()).toBeVisible();
  await expect(page.locator('[data-ground]')).toHaveCount(0);
  await open(page, 'secteurs');
  await choice(page).check();
  await expect(page.locator('g[data-ground] [data-kind="canal"]').first()).toBeVisible();
  await expect(page.getByText(CREDIT)).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('maillage.fond'))).toBeNull();
  expect(strangers).toEqual([]);
});

test('on paper, in a portrait, a frame and a picture the ground has its rivers, its main roads and its credit @map', async ({
  page
}) => {
  await open(page);
  await liveMap(page);
  await expect(page.locator('[data-ground="shown"]')).toBeAttached({ timeout: 30_000 });
  await expect(choice(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.drawing g[data-ground]');
  for (const kind of ['canal', 'motorway'])
    await expect(paper.locator(`[data-kind="${kind}"]`)).toBeVisible();
  await expect(page.getByText(CREDIT)).toBeVisible();
  await expect(choice(page)).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  await open(page, 'territoires/59606');
  await expect(page.locator('main [data-ground-credit]')).toHaveText(CREDIT);
  await open(page, 'carte?page=secteurs');
  await expect(page.locator('main [data-ground-credit]')).toHaveText(CREDIT);

  await open(page, 'secteurs');
  await pageAction(page, 'Partager');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Dessin (SVG)' }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  expect(svg).toContain(CREDIT);
  expect(svg).toContain('Escaut');
});

test('no credit where no map has a ground', async ({ page }) => {
  for (const path of ['donnees', 'confidentialite']) {
    await open(page, path);
    await expect(page.getByText(CREDIT)).toHaveCount(0);
  }
});
