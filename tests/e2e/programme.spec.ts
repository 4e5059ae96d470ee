// Le programme: who pays for what, where a theme has no action, on screen, on paper and in a file.
import { m } from './messages.ts';
import { open, pageAction, withoutDatabase } from './page.ts';
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
  // What is folded is printed: sheets and costs, on three sheets in all.
  await page.emulateMedia({ media: 'print' });
  for (const name of [m.programme_sheets(), m.programme_per_child()])
    await expect(page.getByRole('table', { name }).locator('tbody tr').last()).toBeVisible();
  await page.emulateMedia({ media: null });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(3);

  await fold.click();
  await expect(sheets.locator('tbody tr')).toHaveCount(30);
  await page.getByRole('combobox', { name: m.programme_funder() }).selectOption('caf');
  await expect(page).toHaveURL(/financeur=caf/);
  await expect(sheets.locator('tbody tr')).toHaveCount(4);
  await expect(sheets.locator('tfoot')).toContainText(/12\s470/);
  await page.getByRole('button', { name: m.shell_remove_filter({ filter: 'CAF' }) }).click();

  const row = page
    .getByRole('table', { name: m.programme_communes() })
    .getByRole('button', { name: 'Onnaing' });
  await page.getByRole('combobox', { name: m.coverage_theme() }).selectOption('expression-orale');
  await expect(page).toHaveURL(/theme=expression-orale/);
  await row.click();
  await expect(page).toHaveURL(/lieu=59447/);
  await expect(page.getByText(m.programme_none()).first()).toBeVisible();
  await page.reload();
  await expect(row).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: m.shell_clear_filters() }).last().click();

  // One cost per child, folded, whatever the commune.
  const each = page.locator('.card').filter({ hasText: m.programme_figure_per_child() });
  await expect(each).toBeHidden();
  const shown = await each.locator('.value').textContent();
  await page.getByRole('button', { name: 'Marly', exact: true }).click();
  await expect(each.locator('.value')).toHaveText(shown ?? '');
  await sheets.getByRole('button', { name: m.programme_col_cost() }).click();
  await sheets.locator('tbody tr').first().click();
  await expect(page).toHaveURL(/fiche=FA-01/);
  await expect(page.getByRole('complementary')).toContainText('État');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: m.catalogue_export_of({ what: m.programme_sheets() }) }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  expect((await saving).suggestedFilename()).toBe('fiches-actions.csv');

  // Teams and partners leave as files.
  await page.keyboard.press('Escape');
  await pageAction(page, 'Exporter');
  const exports = page.getByRole('dialog').getByRole('listitem');
  for (const [what, name] of [
    [m.programme_teams(), 'equipes.csv'],
    [m.programme_partners(), `${m.programme_partners_file_name()}.csv`]
  ] as const) {
    const taken = page.waitForEvent('download');
    await exports.filter({ hasText: what }).getByRole('button', { name: 'CSV', exact: true }).click();
    expect((await taken).suggestedFilename()).toBe(name);
  }
});

test('a sheet says its sessions held and planned; where actions come from is drawn year by year, from the one that others took up', async ({
  page
}) => {
  await open(page, 'programme');
  const origins = page.locator('#origins');
  await origins.locator('summary').first().click();
  const rows = origins.locator('tbody tr');
  await expect(rows.first()).toContainText(/née (à|dans|au) /);
  await expect(rows.first().locator('td').nth(-2).locator('[data-kind=born]')).not.toHaveCount(0);
  await expect(origins).toContainText(m.programme_spread_note());
  await rows.first().getByRole('button').click();
  await expect(page.locator('.sheet-detail')).toContainText(/séances? tenues? sur \d+/);
  await expect(page.locator('.sheet-detail')).toContainText(/coût par séance|par séance/);
});
