import { expect, test } from './test.ts';
import { open } from './page.ts';

test('the programme is whole in its HTML, before any script', async ({ request }) => {
  const html = (await (await request.get('programme')).text()).replaceAll(/[\u2009\u202f\u00a0]/g, ' ');
  expect(html).toContain('692 734 €');
  for (const words of ['FA-30', 'EPS', 'Parentalité', 'Cités éducatives', 'données fictives', 'à nommer'])
    expect(html, words).toContain(words === 'EPS' ? 'Valenciennes, collèges' : words);
  expect(html.match(/<path [^>]*stroke-width/g)?.length).toBeGreaterThan(15);
});

test('an elected official finds who pays for what, and where a theme has no action', async ({ page }) => {
  await open(page, 'programme');
  const sheets = page.getByRole('table', { name: 'Fiches-actions' });
  await expect(sheets).toBeHidden();
  await page.getByText('Fiches-actions 30').click();
  await expect(sheets.locator('tbody tr')).toHaveCount(30);
  await expect(page.locator('p.voice')).toContainText(
    'Dans trois communes, aucune action d’expression orale'
  );

  await page.getByRole('button', { name: /^CAF/ }).click();
  await expect(page).toHaveURL(/financeur=caf/);
  await expect(sheets.locator('tbody tr')).toHaveCount(4);
  await expect(sheets.locator('tfoot')).toContainText(/12\s470/);
  await page.getByRole('button', { name: 'Retirer le filtre CAF' }).click();

  const matrix = page.getByRole('table', { name: 'Thèmes et communes' });
  await matrix.getByRole('button', { name: 'Expression orale' }).click();
  await expect(page).toHaveURL(/theme=expression-orale/);
  await matrix.getByRole('button', { name: 'Onnaing' }).click();
  await expect(page).toHaveURL(/lieu=59447/);
  await expect(page.getByText('Aucune fiche-action ne répond à ces filtres').first()).toBeVisible();
  await page.reload();
  await expect(matrix.getByRole('button', { name: 'Onnaing' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Tout effacer' }).last().click();

  await page.getByRole('row', { name: /^Fresnes-sur-Escaut nommé/ }).click();
  await expect(
    page.locator('.card').filter({ hasText: 'Coût des actions propres par enfant' }).locator('.figure')
  ).toContainText('Donnée protégée');
  await sheets.getByRole('button', { name: 'Coût' }).click();
  await sheets.locator('tbody tr').first().click();
  await expect(page).toHaveURL(/fiche=FA-01/);
  await expect(page.getByRole('complementary')).toContainText('État');
});

test('what is folded is printed: sheets, partners and teams, on three sheets in all', async ({ page }) => {
  await open(page, 'programme');
  await page.emulateMedia({ media: 'print' });
  for (const name of ['Fiches-actions', 'Équipes pluridisciplinaires'])
    await expect(page.getByRole('table', { name }).locator('tbody tr').last()).toBeVisible();
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(3);
});

test('a figure shows its calculation, and the sheets are saved', async ({ page }) => {
  await open(page, 'programme');
  const whole = 'Voir le calcul : Coût par enfant accompagné';
  // Folded: two communes are not to be compared by it alone.
  await expect(page.getByRole('button', { name: whole, exact: true })).toBeHidden();
  await page.locator('#per-child > summary').click();
  await page.getByRole('button', { name: whole, exact: true }).click();
  await expect(page.getByRole('dialog').locator('.answer')).toContainText(/1\s823/, { timeout: 60_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `${whole}, Anzin` }).click();
  await expect(page.getByRole('dialog').locator('.answer')).toContainText('605');
  await page.keyboard.press('Escape');
  await page.getByText('Fiches-actions 30').click();
  await page.getByRole('button', { name: 'Exporter : Fiches-actions' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  expect((await saving).suggestedFilename()).toBe('fiches-actions.csv');
});

test('two years are compared: schools won by name, and nothing computed from a protected count', async ({
  page
}) => {
  await open(page, 'evolution');
  await expect(page.locator('.voice')).toContainText('soit six de plus');
  await page.getByLabel(/^De/).selectOption('2022-2023');
  await expect(page).toHaveURL(/de=2022-2023/);
  await expect(page.locator('.voice')).toContainText('passe de 53 à 67');
  await expect(page.getByRole('heading', { name: /^Nouvelles écoles suivies 14/ })).toBeVisible();
  // No change is in the colour of the sheet: a tint would read as an amount.
  await page.emulateMedia({ colorScheme: 'light' });
  const same = page.locator('.legend button', { hasText: 'sans changement' });
  await expect(same.locator('.swatch')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await page.getByLabel(/^Indicateur/).selectOption('children');
  const row = page.getByRole('table', { name: 'Par commune' }).getByRole('row', { name: /^Fresnes/ });
  await expect(row).toContainText('protégé');
  await expect(row).toContainText('non comparable');
  await row.click();
  await expect(page.locator('.change-text')).toContainText('pas comparable');
});
