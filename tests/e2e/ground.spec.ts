// The ground under the maps: after the figures, at the reader's choice, credited wherever it is shown.
import { readFile } from 'node:fs/promises';
import { m } from './messages.ts';
import { follow, mapSettled, open, withoutDatabase, pageAction } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);

const CREDIT = m.map_ground_generalised();
const choice = (page: Page) => page.getByRole('checkbox', { name: m.map_ground() });
const credit = (page: Page) => page.getByText(CREDIT);
/** The « i » of the map: whose its ground is, and the choice to hide it. */
const about = (page: Page) => page.locator('main details.ground summary').click();

test('the ground comes after the figures and the map, its streets with the live map; on paper, in a portrait, a frame and a picture it has its credit; « Fond de carte » hides it for good, by the keyboard too @map', async ({
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
    // What waits for the map does so for 1.5 s (`first-visit/scheduling`): as long as this machine needs.
    const later = globalThis.setTimeout;
    globalThis.setTimeout = ((run: TimerHandler, delay?: number, ...rest: unknown[]) =>
      later(run, delay === 1500 ? 60_000 : delay, ...rest)) as typeof setTimeout;
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
  await about(page);
  await expect(credit(page)).toBeVisible();
  await expect(page.locator('.drawing g[data-ground] [data-kind="canal"]').first()).toBeVisible();

  // Hidden and shown again: its streets are then wanted, which only the live map draws.
  await choice(page).uncheck();
  await expect(page.locator('.drawing g[data-ground]')).toHaveCount(0);
  await expect(page.locator('[data-map-state="drawn"]')).toBeAttached();
  await choice(page).check();
  await page.locator('[data-map-state="live"]').waitFor({ timeout: 60_000 });
  await expect(page.locator('[data-ground="shown"]')).toBeAttached({ timeout: 30_000 });
  // The lines of the drawing go once the live map has its own; paper has them again.
  await expect(page.locator('.drawing g[data-ground]')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  for (const kind of ['canal', 'motorway'])
    await expect(page.locator(`.drawing g[data-ground] [data-kind="${kind}"]`)).toBeVisible();
  await expect(credit(page)).toBeVisible();
  await expect(choice(page)).toBeHidden();
  await page.emulateMedia({ media: null });

  await follow(page, '/territoires/59606');
  await expect(page.locator('main [data-ground-credit]')).toHaveText(CREDIT);
  // No credit where no map has a ground.
  await follow(page, '/confidentialite');
  await expect(page.locator('h1')).toHaveText(m.privacy_title());
  await expect(credit(page)).toHaveCount(0);
  await follow(page, '/secteurs');
  await page.waitForURL(/\/secteurs\/$/);
  await pageAction(page, 'Partager');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: m.share_svg() }).click();
  const svg = await readFile(await (await download).path(), 'utf8');
  expect(svg).toContain(CREDIT);
  expect(svg).toContain('Escaut');
  await page.keyboard.press('Escape');

  // For good, and on every map.
  await about(page);
  await choice(page).focus();
  await page.keyboard.press('Space');
  await expect(page.locator('g[data-ground]')).toHaveCount(0);
  await expect(credit(page)).toHaveCount(0);
  await open(page);
  await mapSettled(page);
  await about(page);
  await expect(choice(page)).not.toBeChecked({ timeout: 30_000 });
  await expect(credit(page)).toHaveCount(0);
  await follow(page, '/territoires/59014');
  await expect(page.locator('main svg[role="img"]').first()).toBeVisible();
  await expect(page.locator('[data-ground]')).toHaveCount(0);
  await follow(page, '/secteurs');
  await page.waitForURL(/\/secteurs\/$/);
  await about(page);
  await choice(page).check();
  await expect(page.locator('g[data-ground] [data-kind="canal"]').first()).toBeVisible();
  await expect(credit(page)).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('maillage.fond'))).toBeNull();

  await open(page, 'carte?page=secteurs');
  await expect(page.locator('main [data-ground-credit]')).toHaveText(CREDIT);
  expect(strangers).toEqual([]);
});
