// What a head of service asks of a split: absences, trade-offs, and who could take a school that waits.
import { expect, test, type Page } from './test.ts';
import { open } from './page.ts';

const row = (page: Page, post: number) => page.locator(`tr[data-post="Référent ${post}"]`);
const changes = (page: Page) => page.getByText(/Ce plan fait changer de référent/);

test('an absence is shared out without moving anyone else', async ({ page }) => {
  await open(page, 'secteurs');
  await page.getByRole('button', { name: 'Répartir ses écoles' }).click();
  await expect(page.getByText(/écoles confiées à d’autres/)).toBeVisible({ timeout: 60_000 });
  await page
    .getByRole('combobox', { name: /Référent de « / })
    .last()
    .selectOption('Référent 5');
  await expect(page.getByText(/Le plan ou les règles ont changé depuis/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Essayer ce plan' })).toBeDisabled();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'Essayer ce plan' }).click();
  await expect(row(page, 1).locator('td').nth(3)).toHaveText('0 0');
  await page.getByRole('button', { name: 'Chercher sa base' }).click();
  await expect(page.getByText(/^Soulage Référent \d de \d+/).first()).toBeVisible({ timeout: 30_000 });
});

test('each point of the front is a plan proven, which real rounds rank too', async ({ page }) => {
  await open(page, 'secteurs?verrous=1.2.3.4');
  const front = page.getByRole('region', { name: 'Compromis' });
  await front.getByRole('button', { name: 'Comparer les solutions possibles' }).click();
  await front.getByRole('button', { name: 'Comparer aux tournées réelles' }).click({ timeout: 60_000 });
  await expect(front.getByText(/tournées réelles/)).toContainText(/de \d+\s% à \d+\s%/);
  await front.getByRole('button', { name: /^Charger/ }).first().click(); // prettier-ignore
  await expect(changes(page)).toBeVisible();
});

test('a waiting school leads to who could follow it, and at what hours', async ({ page }) => {
  await open(page, 'ecoles');
  await page.getByRole('table', { name: 'Ordre de priorité' }).locator('tbody tr').first().click();
  await page.getByRole('link', { name: 'Qui pourrait la suivre' }).click();
  await expect(page.getByRole('heading', { name: 'Qui pourrait la suivre' })).toBeVisible();
  await expect(page.getByText(/par semaine, dont .* de trajets estimés/)).toHaveCount(6);
});
