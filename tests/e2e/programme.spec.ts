// Le programme: who pays for what, where a theme has no action, on screen, on paper and in a file.
import { m } from './messages.ts';
import { open, withoutDatabase } from './page.ts';
import { expect, test } from './test.ts';

test.beforeEach(withoutDatabase);

test('an elected official prints the programme, finds who pays for what and where a theme has no action, and takes the sheets away', async ({
  page
}) => {
  await open(page, 'programme');
  const sheets = page.getByRole('table', { name: m.programme_sheets() });
  const fold = page.getByText(`${m.programme_sheets()} 30`);
  await expect(sheets).toBeHidden();
  await expect(page.locator('p.voice')).toContainText(
    'Dans trois communes, aucune action d’expression orale'
  );
  // What is folded is printed: sheets, partners and teams, on three sheets in all.
  await page.emulateMedia({ media: 'print' });
  for (const name of [m.programme_sheets(), m.programme_teams()])
    await expect(page.getByRole('table', { name }).locator('tbody tr').last()).toBeVisible();
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(3);

  await fold.click();
  await expect(sheets.locator('tbody tr')).toHaveCount(30);
  await page.getByRole('button', { name: /^CAF/ }).click();
  await expect(page).toHaveURL(/financeur=caf/);
  await expect(sheets.locator('tbody tr')).toHaveCount(4);
  await expect(sheets.locator('tfoot')).toContainText(/12\s470/);
  await page.getByRole('button', { name: m.shell_remove_filter({ filter: 'CAF' }) }).click();

  const matrix = page.getByRole('table', { name: m.programme_matrix() });
  await matrix.getByRole('button', { name: m.coverage_theme_expression_orale() }).click();
  await expect(page).toHaveURL(/theme=expression-orale/);
  await matrix.getByRole('button', { name: 'Onnaing' }).click();
  await expect(page).toHaveURL(/lieu=59447/);
  await expect(page.getByText(m.programme_none()).first()).toBeVisible();
  await page.reload();
  await expect(matrix.getByRole('button', { name: 'Onnaing' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: m.shell_clear_filters() }).last().click();

  // Folded: two communes are not to be compared by it alone.
  const whole = m.coverage_calculation_of({ figure: m.programme_figure_per_child() });
  await expect(page.getByRole('button', { name: whole, exact: true })).toBeHidden();
  await page.getByRole('row', { name: /^Marly nommé/ }).click();
  await expect(
    page.locator('.card').filter({ hasText: m.programme_figure_per_child_own() }).locator('.figure')
  ).toContainText(m.coverage_protected_long());
  await sheets.getByRole('button', { name: m.programme_col_cost() }).click();
  await sheets.locator('tbody tr').first().click();
  await expect(page).toHaveURL(/fiche=FA-01/);
  await expect(page.getByRole('complementary')).toContainText('État');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: m.catalogue_export_of({ what: m.programme_sheets() }) }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  expect((await saving).suggestedFilename()).toBe('fiches-actions.csv');
});
