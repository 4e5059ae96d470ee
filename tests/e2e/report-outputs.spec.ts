// What leaves the page Bilan: the files of the service, the report as pages to print, the one sheet that the public may have.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { open, withoutDatabase } from './page.ts';
import { openShape, shapeTerritory, visit } from './shape-territory.ts';
import { expect, test, type Page } from './test.ts';
import { SHAPES } from '../fixtures/territory/shapes.ts';

test.beforeEach(withoutDatabase);

/** Sheets of A4, as the page prints. */
async function sheets(page: Page): Promise<number> {
  await expect(page.locator('[data-drawn="true"]')).toBeVisible();
  await expect(page.locator('[data-figure]').first()).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type \/Page\b/g)].length;
}

test('the written report leaves as a Word file with its maps and charts, and is entered in the register', async ({
  page
}) => {
  await open(page, 'bilan');
  await expect(page.getByText(/dossiers fictifs, tirés/)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Préparer (.docx)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^rapport-interne-\d{4}-\d{4}\.docx$/);
  const files = unzipSync(readFileSync(await file.path()));
  const xml = strFromU8(files['word/document.xml']!);
  expect(xml.match(/<pic:pic /g)).toHaveLength(6);
  expect(xml).toContain('Réponses libres');
  await expect(page.getByRole('cell', { name: 'Rapport de l’année' })).toBeVisible();
});

test('the report prints on six to eight sheets, its reader told on each; the public page on one, with what the exit gate lets through', async ({
  page
}) => {
  test.setTimeout(300_000);
  await open(page, 'bilan');
  await expect(page.getByText(/dossiers fictifs, tirés/)).toBeVisible();
  await page.getByRole('link', { name: 'Voir et imprimer (PDF)' }).click();
  const count = await sheets(page);
  expect(count).toBeGreaterThanOrEqual(6);
  expect(count).toBeLessThanOrEqual(8);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Revenir au bilan' }).click();
  await page.getByRole('link', { name: 'Voir la page' }).click();
  const sheet = page.locator('article');
  // Sex, age and homes stand on the page once the exit gate has heard them.
  await expect(sheet.getByText(/Filles.*Garçons/)).toBeVisible({ timeout: 180_000 });
  expect(await sheets(page)).toBe(1);
  await expect(sheet).toContainText('réservés à l’État');
  for (const exact of [/parcours terminés?/, /profil/i, /durent plus de/, /orientés par/])
    await expect(sheet).not.toContainText(exact);
});

test('the report of one commune has six to eight sheets too, less those of what nobody gave', async ({
  page
}) => {
  test.setTimeout(300_000);
  const { path } = await shapeTerritory('commune');
  await open(page, 'territoire');
  await openShape(page, path, SHAPES.commune.name);
  await visit(page, '/bilan/');
  await page.getByRole('link', { name: 'Voir et imprimer (PDF)' }).click();
  const count = await sheets(page);
  expect(count).toBeGreaterThanOrEqual(5);
  expect(count).toBeLessThanOrEqual(8);
  await expect(page.locator('article')).not.toContainText('Enfants par commune');
});
