import { expect, test } from './test.ts';
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

test('axe finds nothing in opened panels', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: m.coverage_calculation() }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Voir le tableau' }).click();
  expect(await axeFindings(page, '.evolution')).toEqual([]);
  await open(page, 'ecoles');
  await page.getByRole('table', { name: 'Qui attend, qui ouvre' }).locator('tbody tr').nth(1).click();
  await page.locator('#priorite > summary').click();
  await page.getByText('Comment l’ordre est fait').click();
  expect(await axeFindings(page)).toEqual([]);
});

test('the main tasks are done with the keyboard alone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.getByRole('button', { name: 'Beuvrages', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lieu=\d{5}/);
  await page.getByRole('combobox', { name: 'Niveau' }).selectOption('maternelle');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/niveau=maternelle/);
});
