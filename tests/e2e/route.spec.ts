// A head of service sets the posts of the coming years and reads which school opens when, with which post, and at what cost.
import { readFile } from 'node:fs/promises';
import { axeFindings } from './axe.ts';
import { nextFrame, open } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.setTimeout(180_000);

const section = (page: Page) => page.locator('section.route');
const row = (page: Page, name: RegExp) =>
  section(page)
    .locator('tbody tr')
    .filter({ has: page.locator('th', { hasText: name }) });
const cells = async (page: Page, name: RegExp) =>
  (await row(page, name).locator('td').allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());
const computed = (page: Page) =>
  expect(section(page)).toHaveAttribute('data-route', 'done', { timeout: 120_000 });

const unfold = (page: Page) => page.getByText('Où placer les postes', { exact: true }).click();

test('the places of the posts asked: the calendar of every page on four maps, each year checked', async ({
  page
}) => {
  await open(page, 'avenir?postes=1.5');
  await unfold(page);
  await computed(page);
  await expect(section(page).getByRole('img')).toHaveCount(4);
  const waiting = (await cells(page, /^Écoles en attente/)).map(Number);
  const followed = (await cells(page, /^Écoles suivies/)).map(Number);
  expect(waiting[0]).toBe(11);
  expect(waiting.at(-1)).toBe(0);
  expect(followed.map((count, at) => count + waiting[at]!)).toEqual([78, 78, 78, 78]);
  await expect(section(page).locator('svg[role="img"]').first().locator('[data-waiting]')).toHaveCount(11);
  await expect(section(page).locator('svg[role="img"]').nth(3).locator('[data-post]')).toHaveCount(2);
  await expect(section(page)).toContainText('Le choix des bases ne l’est pas.');
  await expect(section(page)).toContainText(/Bases proposées/);
});

test('the years fit a phone and leave as CSV, the whole as a Word note, and the map as a step of the story', async ({
  page
}) => {
  await open(page, 'avenir?postes=1.5');
  await unfold(page);
  // No note and no step of a story while a figure is still an estimate.
  const wordNote = section(page).getByRole('button', { name: 'Note Word' });
  await expect(wordNote).toBeDisabled();
  await computed(page);
  await expect(wordNote).toBeEnabled({ timeout: 60_000 });
  await page.setViewportSize({ width: 360, height: 800 });
  await nextFrame(page);
  expect(await axeFindings(page)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await section(page)
    .getByRole('button', { name: /^Exporter/ })
    .click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV', exact: true }).first().click()
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(text.split('\n').filter((line) => line.trim() !== '')).toHaveLength(5);
  await page.keyboard.press('Escape');
  const [note] = await Promise.all([
    page.waitForEvent('download', { timeout: 120_000 }),
    section(page).getByRole('button', { name: 'Note Word' }).click()
  ]);
  expect(note.suggestedFilename()).toMatch(/\.docx$/);
  await section(page).getByRole('button', { name: 'Ajouter à la séance' }).click();
  await expect(section(page).getByRole('status').first()).not.toBeEmpty();
  await page.getByRole('link', { name: 'Élus', exact: true }).click();
  await page
    .getByRole('link', { name: /^Séance/ })
    .first()
    .click();
  await expect(page).toHaveURL(/seance/);
  await expect(
    page.getByRole('img', { name: 'L’ouverture des onze écoles en attente, année par année' }).first()
  ).toBeVisible();
});

test('the map of the openings is drawn in a frame, with the schools that open and the bases', async ({
  page
}) => {
  await open(page, 'carte?page=avenir&montre=ouvertures&postes=2&lieux=59079-59616');
  await expect(page.locator('h1')).toHaveText('L’ouverture des onze écoles en attente, année par année');
  await expect(page.locator('[data-opens]').first()).toBeVisible();
  await expect(page.locator('[data-opens]')).toHaveCount(11);
  await expect(page.locator('[data-post]').first()).toBeVisible();
});
