// Aujourd'hui: the head of service reads what waits, opens the page of a point with the decision in use, takes the note.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { open, pageAction, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-12-01' }))
);

const points = (page: Page) => page.getByRole('region', { name: 'Ce qui attend' }).getByRole('listitem');
const point = (page: Page, title: RegExp) =>
  points(page).filter({ has: page.getByRole('heading', { name: title }) });

/** The road of the répartition in use is known. */
const loaded = (page: Page) => expect(page.getByText(/calcul de la route en cours/)).toBeHidden();

test('the points that wait stand in order, each with its reason and the page that it opens @telephone', async ({
  page
}) => {
  await open(page, 'aujourdhui');
  await loaded(page);
  await expect(page.locator('.voice')).toContainText(/points? attend(ent)? une décision/);
  await expect(page.locator('.voice')).toContainText('la charge des référents');
  await expect(points(page).first()).toContainText(
    /Charge des référents à revoir\s: de −\d+\s% à \+\d+\s% de leur part/
  );
  await expect(point(page, /écoles attendent/)).toContainText(/demande .*poste/);
  await expect(point(page, /écoles attendent/)).toContainText('sans répartir autrement (point 1)');
  await expect(point(page, /écoles attendent/).getByRole('link')).toHaveText('Ouvrir Moyens');
  await expect(point(page, /communes? sans action/).getByRole('link')).toHaveAttribute('href', /theme=/);
  await expect(page.getByText('mardi 1er décembre 2026', { exact: false })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the head reads the points of a commune, opens Répartition from the first, and the place is kept', async ({
  page
}) => {
  await open(page, 'ecoles?lieu=59606');
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /^Aujourd’hui/ })
    .first()
    .click();
  await loaded(page);
  const place = page.getByRole('region', { name: 'Décision en cours' });
  await expect(place).toContainText('Valenciennes');
  await expect(point(page, /écoles attendent/)).toBeVisible();

  await point(page, /^Charge/)
    .getByRole('link', { name: 'Ouvrir Répartition' })
    .click();
  await expect(page).toHaveURL(/\/secteurs\//);
  await page.goBack();
  await expect(place).toContainText('Valenciennes');
  await point(page, /attend/)
    .getByRole('link')
    .click();
  await expect(page).toHaveURL(/lieu=59606/);
});

test('the Word note says the points of the page, with the decision in use', async ({ page }) => {
  await open(page, 'aujourdhui');
  await loaded(page);
  const titles = await points(page).getByRole('heading').allTextContents();
  await pageAction(page, 'Exporter');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /note/i }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('aujourdhui-2026-12-01.docx');
  const note = strFromU8(unzipSync(readFileSync(await file.path()))['word/document.xml']!);
  const text = note.replace(/<[^>]+>/g, '');
  const plain = (words: string) => words.replace(/\s+/g, ' ').trim();
  for (const title of titles) expect(plain(text)).toContain(plain(title));
  expect(text).toContain('Décision en cours');
});

test('who never comes to the meetings of the calendar in use is a point', async ({ page }) => {
  await open(page, 'reunions');
  await expect(page.locator('button.meeting')).toHaveCount(110);
  await expect(page.getByRole('button', { name: 'Arrêter' })).toBeHidden();
  await page.getByRole('link', { name: 'Direction' }).first().click();
  await loaded(page);
  await expect(page.getByRole('region', { name: 'Décision en cours' })).toContainText('110');
  await expect(page.getByText(/absents? à toutes/)).toBeVisible();
});

test('the points print on one sheet, dark or light', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, 'aujourdhui');
  await loaded(page);
  expect(await axeFindings(page)).toEqual([]);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(1);
});
