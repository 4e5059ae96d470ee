// The data page: the catalogue and the console; nothing leaves the tab.
import { expect, test, type Page } from './test.ts';
import { readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { open } from './page.ts';

/** The engine's file is large, and other tests may share the processor. */
const OPENED = { timeout: 60_000 };
const ANSWER = m.catalogue_sql_answer();

/** Refusals of the security policy, gathered from now on. */
async function refusals(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

async function saved(page: Page, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: m.catalogue_export_of({ what: ANSWER }) }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: format, exact: true }).click();
  const file = await saving;
  await page.keyboard.press('Escape');
  return readFileSync(await file.path());
}

const editor = (page: Page) => page.getByRole('textbox', { name: m.catalogue_sql_editor() });

async function ask(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Enter');
}

test('a table opens from its link; the console answers as table, chart, map and file, and only reads', async ({
  page
}) => {
  const refused = await refusals(page);
  await open(page, 'donnees#table-schools');
  const schools = m.catalogue_table_schools();
  await expect(
    page.getByRole('table', { name: m.catalogue_columns_caption({ table: schools }) })
  ).toBeVisible();
  await expect(
    page.getByRole('link', {
      name: m.catalogue_download_named({ table: schools, format: 'Parquet', size: '' })
    })
  ).toHaveAttribute('href', /downloads\/schools\.parquet$/);

  await expect(editor(page)).toBeHidden();
  await page.getByRole('link', { name: m.catalogue_sql_title() }).click();
  await page.getByLabel(m.catalogue_sql_examples()).selectOption('enfants');
  await expect(page).toHaveURL(/sql=SELECT/);
  await expect(page.getByRole('heading', { name: ANSWER })).toBeHidden();
  const run = page.getByRole('button', { name: m.catalogue_sql_run() });
  await run.click();
  const answer = page.getByRole('table', { name: ANSWER });
  await expect(answer.locator('tbody tr')).toHaveCount(11, OPENED);
  await expect(answer).toContainText(m.coverage_protected());
  const csv = (await saved(page, 'CSV')).toString('utf8');
  expect(csv).toMatch(/^\uFEFFcommune;code;enfants;status\r\nValenciennes;59606;\d+;published/);
  expect(csv).toMatch(/;donnée protégée;suppressed/);
  expect((await saved(page, 'XLSX')).subarray(0, 2).toString()).toBe('PK');
  expect((await saved(page, 'Parquet')).subarray(0, 4).toString()).toBe('PAR1');
  await page.getByRole('radio', { name: m.catalogue_sql_view_chart() }).check();
  expect((await saved(page, 'SVG')).toString('utf8')).toContain('<svg');
  await page.getByRole('radio', { name: m.catalogue_sql_view_map() }).check();
  await expect(page.getByText(m.catalogue_sql_map_placed({ placed: 11, total: 11 }))).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  const alert = page.getByRole('alert');
  await ask(page, 'DROP TABLE schools');
  await expect(alert).toContainText(m.catalogue_sql_fault_read_only());
  await ask(page, 'SELECT pupil FROM schools');
  await expect(alert).toContainText(m.catalogue_sql_fault_suggestions({ names: 'pupils' }).replace('.', ''));
  await ask(page, 'SELECT count(*) FROM range(100000000000) a, range(10) b');
  await page.getByRole('button', { name: m.catalogue_sql_stop() }).click();
  await expect(alert).toContainText(m.catalogue_sql_fault_stopped());
  await ask(page, 'SELECT count(*) AS n FROM schools');
  await expect(answer.locator('tbody')).toContainText('95');
  await editor(page).click();
  await page.keyboard.press('Tab');
  await expect(run).toBeFocused();
  expect(refused).toEqual([]);
});
