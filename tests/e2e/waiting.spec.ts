import { expect, test } from './test.ts';
import { open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

test('the eleven schools that wait stand in an explained order @telephone', async ({ page }) => {
  await open(page, 'ecoles');
  await expect(page.locator('main')).toContainText(
    'Onze écoles ont demandé l’intervention et l’attendent depuis'
  );
  const table = page.getByRole('table', { name: 'Ordre de priorité' });
  await expect(table.locator('tbody tr')).toHaveCount(11);
  const scores = (await table.locator('.score b').allTextContents()).map(Number);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  await table.locator('tbody tr').first().click();
  const detail = page.getByRole('region', { name: /Lengrand|École/ }).first();
  const points = (await detail.locator('tbody td:last-child').allTextContents()).map(Number);
  expect(Math.abs(points.reduce((sum, value) => sum + value, 0) - (scores[0] ?? 0))).toBeLessThanOrEqual(3);
  await expect(detail).toContainText('à vol d’oiseau');
});

test('on a phone the list is not cut: what has no column stands under the name @telephone', async ({
  page
}) => {
  await open(page, 'ecoles');
  const table = page.getByRole('table', { name: 'Ordre de priorité' });
  await expect(table.getByRole('columnheader')).toHaveCount(page.viewportSize()!.width < 700 ? 3 : 7);
  const box = page.locator('.list .table-box');
  expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  await expect(table.locator('tbody tr').first()).toContainText(/\d+,\d/);
});

test('changing a weight changes the order, stays in the link, and can be undone', async ({ page }) => {
  await open(page, 'ecoles');
  const table = page.getByRole('table', { name: 'Ordre de priorité' });
  const before = await table.locator('tbody th').first().textContent();
  for (const name of ['Éducation', 'IPS bas', 'Quartier', 'Proximité', 'Temps d’attente']) {
    await page.getByRole('slider', { name: new RegExp(name) }).fill('0');
  }
  const pupils = (await table.locator('tbody tr td:nth-child(3)').allTextContents()).map((text) =>
    Number(text.replace(/[^\d]/g, ''))
  );
  expect(pupils).toEqual([...pupils].sort((a, b) => b - a));
  await expect(page).toHaveURL(/poids-ips=0/);
  await page.reload();
  await expect(page.getByRole('slider', { name: /IPS bas/ })).toHaveValue('0');
  await page.getByRole('button', { name: 'Revenir aux poids proposés' }).click();
  await expect(table.locator('tbody th').first()).toHaveText(before ?? '');
});

test('the drive from the nearest base counts, is explained, and alone puts the nearest school first', async ({
  page
}) => {
  await open(page, 'ecoles?poids-eleves=0&poids-rep=0&poids-ips=0&poids-qpv=0&poids-trajet=10&poids-mois=0');
  const rows = page.getByRole('table', { name: 'Ordre de priorité' }).locator('tbody tr');
  const minutes: number[] = [];
  for (const index of [0, 5, 10]) {
    await rows.nth(index).click();
    const line = page.getByRole('row', { name: /^Proximité d’une base/ });
    await expect(line).toContainText(/\d+\smin en voiture depuis \p{L}/u);
    minutes.push(Number(/(\d+)\smin/.exec(await line.innerText())?.[1]));
  }
  expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  await page.getByText('Comment l’ordre est fait').click();
  await expect(page.locator('main')).toContainText(
    'minutes en voiture depuis la base de référent la plus proche'
  );
});

test('the list is saved as a file that a spreadsheet opens', async ({ page }) => {
  await open(page, 'ecoles');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter (CSV)' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe('ecoles-en-attente-2025-2026.csv');
  const stream = await file.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\r\n');
  expect(lines[0]).toContain('UAI;École');
  expect(lines).toHaveLength(12);
});

test('a filter with no school says so and offers the way back', async ({ page }) => {
  await open(page, 'ecoles?niveau=college');
  await expect(page.locator('main')).toContainText('Aucune école n’est en attente');
  await page.locator('main').getByRole('button', { name: 'Tout effacer' }).last().click();
  await expect(page.getByRole('table', { name: 'Ordre de priorité' }).locator('tbody tr')).toHaveCount(11);
});

test('prints as one A4 sheet, with a map that can be read and the weights of the order', async ({ page }) => {
  await open(page, 'ecoles?ecole=0591778M');
  await page.emulateMedia({ media: 'print' });
  const map = await page.locator('.map .scene-map').boundingBox();
  expect(map?.height).toBeGreaterThan(300);
  await expect(page.locator('.list')).toContainText('comptées au 30 juin 2026');
  await expect(page.locator('.side')).toContainText(/Éducation prioritaire\s*25/);
  await expect(page.locator('.detail')).toBeHidden();
  const pdf = await page.pdf({ format: 'A4', tagged: true });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length;
  expect(pages).toBe(1);
});

test('the demand log can be read as a table', async ({ page }) => {
  await open(page, 'ecoles');
  const log = page.getByRole('region', { name: 'La file d’attente, mois par mois' });
  await log.getByRole('button', { name: 'Voir le tableau' }).click();
  await expect(page.getByRole('rowheader', { name: 'juin 2026' })).toBeVisible();
});
