// A year of meetings is kept on request only, is there at the next visit, and goes to a file and back; plans are compared.
import { readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { choose, open } from './page.ts';
import { expect, test, type Page } from './test.ts';

// Before the school year: every date is to come.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-08-25' }))
);

const dates = (page: Page) =>
  page.locator('button.meeting').evaluateAll((cells) => cells.map((cell) => `${cell.id} ${cell.ariaLabel}`));
const storedKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('maillage.reunions.')));

async function planned(page: Page): Promise<void> {
  await expect(page.locator('button.meeting')).toHaveCount(110);
  const stop = page.getByRole('button', { name: 'Arrêter' });
  if (await stop.isVisible()) await stop.click();
  await expect(stop).toBeHidden();
}

test('a year is kept when it is asked, comes back as it was left, and is forgotten when asked', async ({
  page
}) => {
  await open(page, 'reunions?equipe=EPS-01&reunion=1');
  await planned(page);
  await page.getByRole('button', { name: 'Fixer toute l’équipe' }).click();
  await expect(page.locator('button.meeting.fixed').first()).toBeVisible();
  const fixed = await page.locator('button.meeting.fixed').count();
  const before = await dates(page);
  expect(await storedKeys(page)).toEqual([]);

  await page.getByRole('button', { name: 'Garder ce calendrier' }).click();
  await expect(page).toHaveURL(/vue=plans/);
  const keep = page.getByRole('checkbox', { name: 'Garder sur cet ordinateur' });
  await keep.focus();
  await page.keyboard.press('Space');
  await expect(keep).toBeChecked();
  expect(await storedKeys(page)).toHaveLength(1);
  expect(await axeFindings(page)).toEqual([]);

  await open(page, 'reunions');
  await expect(page.locator('button.meeting.fixed')).toHaveCount(fixed);
  expect(await dates(page)).toEqual(before);
  await expect(
    page.getByText('Le calendrier affiché et les calendriers nommés sont gardés sur cet ordinateur.')
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Arrêter' })).toBeHidden();

  await page.getByRole('button', { name: 'Voir les calendriers gardés' }).click();
  await page.getByRole('button', { name: 'Effacer', exact: true }).click();
  await expect(keep).not.toBeChecked();
  expect(await storedKeys(page)).toEqual([]);
});

test('a plan has a name, goes to a file, is opened again and compared; a file that is no plan says why', async ({
  page
}) => {
  test.slow();
  await open(page, 'reunions?vue=plans');
  await expect(page.getByText('Aucun calendrier n’a encore de nom.')).toBeVisible();
  const save = page.getByRole('button', { name: 'Donner ce nom au calendrier affiché' });
  await expect(save).toBeEnabled();
  await page.getByLabel('Nom du calendrier').fill('Rentrée');
  await page.keyboard.press('Enter');
  await expect(page.locator('li[data-kept="Rentrée"]')).toContainText('110 réunions datées');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter « Rentrée »' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('reunions-plan-2026-2027-rentree.json');
  const text = readFileSync(await file.path(), 'utf8');
  expect((JSON.parse(text) as { plan: unknown[] }).plan).toHaveLength(110);

  await choose(page, 'Année');
  await page.getByRole('radio', { name: 'Trajets' }).check();
  await planned(page);
  await choose(page, 'Calendriers');
  await page.getByRole('button', { name: 'Supprimer « Rentrée »' }).click();
  await expect(page.locator('li[data-kept]')).toHaveCount(0);
  const input = page.locator('main input[type=file][accept*=json]');
  const given = (name: string, content: string) =>
    input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
  await given('autre.json', '{"format":"maillage-plan"}');
  await expect(page.getByRole('alert')).toContainText('ne contient pas de calendrier de réunions');
  await expect(page.getByRole('alert')).toContainText('Le calendrier affiché n’a pas changé.');
  await given('rentree.json', text);
  await expect(page.locator('li[data-kept="Rentrée"]')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();

  const compare = page.getByRole('checkbox', { name: 'Comparer le calendrier « Rentrée »' });
  await compare.focus();
  await page.keyboard.press('Space');
  const table = page.getByRole('table', { name: 'Chiffres des calendriers comparés' });
  await expect(table.getByRole('columnheader')).toHaveText(['Par an', 'Ce calendrier', 'Rentrée']);
  await expect(table.getByRole('row', { name: /^Réunions datées/ })).toContainText('110');
  await expect(table.getByRole('row', { name: /^Règles non respectées/ })).toContainText('0');
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Afficher « Rentrée »' }).click();
  await expect(page.locator('li[data-kept="Rentrée"]')).toContainText('affiché');
  await expect(
    table
      .getByRole('row', { name: /^Réunions à une autre date/ })
      .getByRole('cell')
      .nth(1)
  ).toHaveText('0');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.locator('li[data-kept="Rentrée"] em')).toHaveCount(0);

  await page.getByRole('button', { name: 'Renommer « Rentrée »' }).click();
  await page.getByLabel('Nouveau nom de « Rentrée »').fill('Plan voté');
  await page.keyboard.press('Enter');
  await expect(page.locator('li[data-kept="Plan voté"]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renommer « Plan voté »' })).toBeFocused();
  await expect(table.getByRole('columnheader')).toHaveText(['Par an', 'Ce calendrier', 'Plan voté']);
});
