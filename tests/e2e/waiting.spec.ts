import { expect, test, type Page } from './test.ts';
import { open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

const TABLE = 'Qui attend, qui ouvre';
const rowsOf = (page: Page) => page.getByRole('table', { name: TABLE }).locator('tbody tr');
const openWeights = (page: Page) => page.getByRole('link', { name: 'Régler la priorité' }).click();

test('the eleven schools that wait stand in an explained order, each with its rentrée @telephone', async ({
  page
}) => {
  await open(page, 'ecoles');
  await expect(page.locator('.voice')).toContainText(
    /^Onze écoles attendent\. \S+ peuvent ouvrir à la rentrée 20\d\d \(\S+ sans nouveau poste\), \S+ à la rentrée 20\d\d, avec [\d,]+\spostes? de plus, [\d\s]+€ par an \(hypothèse\)\./
  );
  await expect(rowsOf(page)).toHaveCount(11);
  const scores = (await rowsOf(page).locator('.score b').allTextContents()).map(Number);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  const text = await rowsOf(page).first().innerText();
  expect(text).toMatch(/20\d\d/);
  expect(text).toMatch(/il y a \d+ (mois|ans?)/);
  await rowsOf(page).first().click();
  const detail = page.locator('.detail');
  const points = (await detail.locator('tbody td:last-child').allTextContents()).map(Number);
  expect(Math.abs(points.reduce((sum, value) => sum + value, 0) - (scores[0] ?? 0))).toBeLessThanOrEqual(3);
  await expect(detail).toContainText('à vol d’oiseau');
});

test('queue and calendar agree: openings follow the order, or the line says why', async ({ page }) => {
  await open(page, 'ecoles');
  let last = 0;
  for (const row of await rowsOf(page).all()) {
    const at = await row
      .locator('td')
      .evaluateAll((cells) => cells.findIndex((cell) => cell.textContent.trim() === 'ouvre'));
    if (at < last) await expect(row).toContainText('Exception');
    last = Math.max(last, at);
  }
  // A criterion that no school has is no column.
  await expect(page.getByRole('columnheader', { name: 'Réseau' })).toHaveCount(0);
});

test('with a commune chosen, the sentence, the table and the maps speak of its schools', async ({ page }) => {
  await open(page, 'ecoles?lieu=59606');
  const count = await rowsOf(page).count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(11);
  for (const text of await rowsOf(page).allInnerTexts()) expect(text).toContain('Valenciennes');
  await expect(page.locator('.voice')).toContainText(/écoles? à Valenciennes/);
  await expect(page.locator('.maps figure').first().locator('[data-waiting]')).toHaveCount(count);
});

test('a level or a commune is in the sentence, and what the same posts follow besides is said', async ({
  page
}) => {
  await open(page, 'ecoles?niveau=maternelle');
  await expect(page.locator('.voice')).toContainText(/^\S+ écoles de niveau maternelle attendent\./);
  await expect(page.locator('main')).toContainText(
    /Les mêmes postes suivent aussi \S+ autres écoles du territoire, dans l’ordre de priorité/
  );
  // Nobody waits there: nothing is asked for it.
  await open(page, 'ecoles?lieu=59014');
  await expect(page.locator('.voice')).toHaveText(/Aucune école à Anzin n’est en attente\./);
  await expect(page.getByRole('slider')).toHaveCount(0);
});

test('on a phone the list is not cut: what has no column stands under the name @telephone', async ({
  page
}) => {
  await open(page, 'ecoles');
  const phone = page.viewportSize()!.width < 700;
  const table = page.getByRole('table', { name: TABLE });
  if (phone) await expect(table.getByRole('columnheader')).toHaveCount(3);
  else await expect(table.getByRole('columnheader', { name: /^20\d\d-20\d\d$/ })).toHaveCount(3);
  const box = page.locator('section', { has: table }).locator('.table-box');
  expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await expect(rowsOf(page).first()).toContainText(/\d+,\d/);
});

test('changing a weight changes the order, stays in the link, and can be undone', async ({ page }) => {
  await open(page, 'ecoles');
  await openWeights(page);
  const before = await rowsOf(page).locator('th').first().textContent();
  for (const name of ['Éducation', 'IPS bas', 'Quartier', 'Proximité', 'Temps d’attente']) {
    await page.getByRole('slider', { name: new RegExp(name) }).fill('0');
  }
  const pupils = (await rowsOf(page).locator('td:nth-child(4)').allTextContents()).map((text) =>
    Number(text.replace(/[^\d]/g, ''))
  );
  expect(pupils).toEqual([...pupils].sort((a, b) => b - a));
  await expect(page).toHaveURL(/poids-ips=0/);
  await page.reload();
  await openWeights(page);
  await expect(page.getByRole('slider', { name: /IPS bas/ })).toHaveValue('0');
  await page.getByRole('button', { name: 'Revenir aux poids proposés' }).click();
  await expect(rowsOf(page).locator('th').first()).toHaveText(before ?? '');
});

test('the drive from the nearest base counts, is explained, and alone puts the nearest school first', async ({
  page
}) => {
  await open(page, 'ecoles?poids-eleves=0&poids-rep=0&poids-ips=0&poids-qpv=0&poids-trajet=10&poids-mois=0');
  const minutes: number[] = [];
  for (const index of [0, 5, 10]) {
    await rowsOf(page).nth(index).click();
    const line = page.getByRole('row', { name: /^Proximité d’une base/ });
    await expect(line).toContainText(/\d+\smin en voiture depuis \p{L}/u);
    minutes.push(Number(/(\d+)\smin/.exec(await line.innerText())?.[1]));
  }
  expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  await openWeights(page);
  await page.getByText('Comment l’ordre est fait').click();
  await expect(page.locator('main')).toContainText(
    'minutes en voiture depuis la base de référent la plus proche'
  );
});

test('the list is saved as a file that a spreadsheet opens, with its calendar', async ({ page }) => {
  await open(page, 'ecoles');
  await page.getByRole('button', { name: 'Exporter' }).first().click();
  const saving = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'CSV', exact: true }).last().click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('ecoles-en-attente-2025-2026.csv');
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
  expect(lines[0]).toContain('UAI;École');
  expect(lines[0]).toContain('Ouvre en');
  expect(lines).toHaveLength(12);
});

test('a filter with no school says so and offers the way back', async ({ page }) => {
  await open(page, 'ecoles?niveau=college');
  await expect(page.locator('main')).toContainText('Aucune école de niveau collège n’est en attente');
  await page.locator('main').getByRole('button', { name: 'Tout effacer' }).last().click();
  await expect(rowsOf(page)).toHaveCount(11);
});

test('prints as one A4 sheet, with its stops, its calendar and the weights of the order', async ({
  page
}) => {
  await open(page, 'ecoles?ecole=0591778M');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('main')).toContainText(/Éducation prioritaire 25/);
  await expect(page.locator('.detail')).toBeHidden();
  const pdf = await page.pdf({ format: 'A4', tagged: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
  expect(pages).toBe(1);
});

test('the demand log can be read as a table', async ({ page }) => {
  await open(page, 'ecoles');
  await page.getByText('La file d’attente, mois par mois').first().click();
  const log = page.getByRole('region', { name: 'La file d’attente, mois par mois' });
  await log.getByRole('button', { name: 'Voir le tableau' }).click();
  await expect(page.getByRole('rowheader', { name: 'juin 2026' })).toBeVisible();
});
