// Portraits and paper: an elected official with a keyboard alone, sheets of one page, a code that is not there, a note that opens.
import { expect, test, type Page } from './test.ts';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { LARGER, PAPERS } from '../../scripts/atlas/paper.ts';
import { axeFindings } from './axe.ts';
import { follow, mapSettled, open, withoutDatabase, pageAction } from './page.ts';

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp, role: 'link' | 'button' = 'button'): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await wanted.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} is not reached by Tab`);
}

/** Pages of a PDF that Chromium made. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test.beforeEach(withoutDatabase);

test('an elected official goes from the visit to a portrait and its printing by the keyboard alone', async ({
  page
}) => {
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes');
  });
  await open(page);
  await tabTo(page, /^Visite guidée/);
  await page.keyboard.press('Enter');
  const visit = page.getByRole('dialog');
  await expect(visit).toContainText('Étape 1 sur 5');
  expect(await axeFindings(page)).toEqual([]);
  for (const step of [2, 3, 4, 5]) {
    await tabTo(page, 'Suivant');
    await page.keyboard.press('Enter');
    await expect(visit).toContainText(`Étape ${step} sur 5`);
  }
  await page.keyboard.press('Escape');
  await expect(visit).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Visite guidée/ })).toBeFocused();
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);

  await page.getByRole('row', { name: /^Anzin/ }).focus();
  await tabTo(page, 'Portrait : Anzin'.replace(' :', '\u202f:'), 'link');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Anzin');
  await tabTo(page, 'Imprimer');
  await page.keyboard.press('Enter');
  await expect(page.locator('html[data-printed]')).toHaveCount(1);

  await page.keyboard.press('ArrowRight');
  await expect(page.locator('h1')).toHaveText('Beuvrages');
  await page.getByLabel('Comparer avec').focus();
  await page.keyboard.type('Marly');
  await expect(page).toHaveURL(/avec=59383/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Marly' })).toBeVisible();
  // Two whole columns: a value and its rank in each, which says from which end it counts.
  const share = page.getByRole('row', { name: /^Part d’écoles suivies/ });
  await expect(share.getByText(/^\d+(er|e) sur 11$/)).toHaveCount(2);
  await expect(page.getByRole('row', { name: /^Écoles suivies 4 sur 4 4 sur 6/ })).toBeVisible();
});

test('« ma commune attend depuis quand, et que faut-il ? »: a name, Enter, and its printed sheet answers', async ({
  page
}) => {
  await open(page);
  await page.getByRole('combobox', { name: 'Votre commune' }).fill('saint-saulve');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Saint-Saulve');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-sheet]');
  await expect(sheet).toContainText(
    /École élémentaire du Centre depuis janvier 2025, il y a \d+ ans?( et \d+ mois)?\s?;/
  );
  // Posts and euros are those of Attente et ouvertures, since the demonstration shows its posts, and never of the commune alone.
  await expect(sheet).toContainText(
    /trois écoles seront suivies d’ici 20\d\d-20\d\d si le service obtient [\d,]+\sposte.*€\spar an \(hypothèse.*\)\s; ce renfort sert aussi à \S+ autres écoles du territoire/
  );
  await page.emulateMedia({ media: null });
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
});

test('portraits, their list, coverage, what changed and waiting list each print on one page, the map on A3 @map', async ({
  page
}) => {
  test.slow();
  for (const code of ['59606', 'cite-076', 'QN05920M', '59153']) {
    await open(page, `territoires/${code}`);
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
    expect(pagesOf(pdf), code).toBe(1);
    expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  }
  for (const path of ['evolution', 'territoires']) {
    await open(page, path);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), path).toBe(1);
  }
  await open(page, 'ecoles');
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await open(page);
  await mapSettled(page);
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), 'before its chart stands').toBe(1);
  await page.locator('.evolution figure svg').first().waitFor();
  expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), 'with its chart').toBe(1);
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: 'Imprimer la carte en A3' }).click();
  const poster = await page.pdf({ preferCSSPageSize: true });
  expect(pagesOf(poster)).toBe(1);
  expect(poster.toString('latin1')).toMatch(/MediaBox \[0 0 119\d[\d.]* 84/);
});

test('the atlas is lines and letters, light enough to be sent, on A4 and on A3', async ({
  browser,
  baseURL
}) => {
  test.slow();
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  // A commune whose counts are shown, one with many schools, one that is protected.
  await open(page, `${baseURL}territoires/atlas?codes=59014,59606,59253`);
  for (const paper of PAPERS) {
    const larger = LARGER[paper];
    if (larger) await page.addStyleTag({ content: larger });
    const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
    expect(pdf.toString('latin1'), paper).not.toContain('/Subtype /Image');
    expect(pdf.length / pagesOf(pdf), paper).toBeLessThan(250_000);
  }
  await context.close();
});

test('an unknown code says so and leads on; a protected place says why; the note opens', async ({ page }) => {
  await page.goto('territoires/99999');
  await expect(page.locator('h1')).toContainText('aucun quartier ne porte le code');
  await page.getByRole('link', { name: /^Voir les communes et quartiers/ }).click();
  await expect(page.locator('h1')).toHaveText('Communes et quartiers');
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('link', { name: 'Verrerie - Square République' }).click();
  const levels = page.getByRole('table', { name: 'Enfants par niveau' });
  await expect(levels.locator('.hatch')).toHaveCount(0);
  await expect(levels).toContainText('protégé');
  await expect(levels).not.toContainText(/\d/);
  await expect(page.locator('main')).toContainText('un petit effectif pourrait être retrouvé');

  await open(page, 'territoires/59014');
  const file = page.waitForEvent('download');
  await pageAction(page, 'Exporter');
  await page.getByRole('button', { name: 'Note Word' }).click();
  const note = unzipSync(readFileSync(await (await file).path()));
  expect(strFromU8(note['word/document.xml']!)).toContain('Anzin');
});

test('a place that the territory does not have says so, and the next page comes', async ({ page }) => {
  await open(page, 'territoires/59606');
  await follow(page, '/territoires/00000');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ne porte le code « 00000 »');
  await follow(page, '/ecoles');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Attente');
});
