// A year of meetings is kept on request only and is there at the next visit; calendars have names, go to a file and back, and are compared.
import { axeFindings } from './axe.ts';
import { BEFORE_THE_YEAR, dates, planned } from './meetings-page.ts';
import { m } from './messages.ts';
import { choose, open, saved } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.use({ today: BEFORE_THE_YEAR, searchSeconds: 1 });

const storedKeys = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('maillage.reunions.')));

test('a year is kept when asked and comes back as it was; a calendar has a name, goes to a file, is opened again, compared and renamed; all is forgotten when asked', async ({
  page
}) => {
  test.slow();
  const fixed = page.locator('button.meeting.fixed');
  const keep = page.getByRole('checkbox', { name: m.sectors_scenario_keep() });
  const row = (name: string) => page.locator(`li[data-kept="${name}"]`);
  const alert = page.getByRole('alert');
  const act = (what: string, name: string) =>
    page.getByRole('button', { name: m.sectors_scenario_act({ act: what, name }) });
  await open(page, 'reunions?equipe=EPS-01&reunion=1');
  await planned(page);

  await test.step('kept by a key, it is the same at the next visit, without a search', async () => {
    await page.getByRole('button', { name: m.meetings_fix_team() }).click();
    await expect(fixed.first()).toBeVisible();
    const [count, before] = [await fixed.count(), await dates(page)];
    expect(await storedKeys(page)).toEqual([]);
    await page.getByRole('button', { name: m.meetings_kept_do() }).click();
    await expect(page).toHaveURL(/vue=plans/);
    await expect(page.getByText(m.meetings_kept_none().replace(/<\/?b>/g, ''))).toBeVisible();
    await keep.focus();
    await page.keyboard.press('Space');
    await expect(keep).toBeChecked();
    await expect.poll(() => storedKeys(page)).toHaveLength(1);
    await open(page, 'reunions');
    await expect(fixed).toHaveCount(count);
    expect(await dates(page)).toEqual(before);
    await expect(page.getByText(m.meetings_kept_on())).toBeVisible();
    await planned(page);
    await page.getByRole('button', { name: m.meetings_kept_see() }).click();
  });

  const text = await test.step('named and exported', async () => {
    await expect(page.getByRole('button', { name: m.meetings_kept_save() })).toBeEnabled();
    await page.getByLabel(m.meetings_kept_name()).fill('Rentrée');
    await page.keyboard.press('Enter');
    await expect(row('Rentrée')).toContainText('110 réunions datées');
    const file = await saved(page, () => act(m.meetings_kept_export(), 'Rentrée').click());
    expect(file.name).toBe('reunions-plan-2026-2027-rentree.json');
    expect((JSON.parse(file.text) as { plan: unknown[] }).plan).toHaveLength(110);
    return file.text;
  });

  await test.step('another priority has other dates; a file that is no plan says why and changes nothing; that of before comes back', async () => {
    await choose(page, m.meetings_view_year());
    await page
      .getByRole('combobox', { name: m.meetings_preset() })
      .selectOption({ label: m.meetings_preset_travel() });
    await planned(page);
    await page.getByRole('button', { name: m.meetings_kept_see() }).click();
    await act(m.meetings_kept_remove(), 'Rentrée').click();
    await expect(page.locator('li[data-kept]')).toHaveCount(0);
    const input = page.locator('main input[type=file][accept*=json]');
    const given = (name: string, content: string) =>
      input.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
    await given('autre.json', '{"format":"maillage-plan"}');
    await expect(alert).toContainText('ne contient pas de calendrier de réunions');
    await expect(alert).toContainText(m.meetings_kept_refused());
    await given('rentree.json', text);
    await expect(row('Rentrée')).toBeVisible();
    await expect(alert).toBeHidden();
  });

  await test.step('compared by a key, shown, taken back, renamed', async () => {
    await page.getByRole('checkbox', { name: m.meetings_kept_compare({ name: 'Rentrée' }) }).focus();
    await page.keyboard.press('Space');
    const table = page.getByRole('table', { name: m.meetings_compared_table() });
    const heads = (name: string) => [m.meetings_per_year(), m.meetings_this_plan(), name];
    const line = (name: string) => table.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect(table.getByRole('columnheader')).toHaveText(heads('Rentrée'));
    await expect(line(m.meetings_compared_dated())).toContainText('110');
    await expect(line(m.meetings_compared_broken())).toContainText('0');
    expect(await axeFindings(page)).toEqual([]);
    await act(m.meetings_kept_show(), 'Rentrée').click();
    await expect(row('Rentrée')).toContainText(m.meetings_kept_on_screen());
    await expect(line(m.meetings_compared_moved()).getByRole('cell').nth(1)).toHaveText('0');
    await page.getByRole('button', { name: m.meetings_undo() }).click();
    await expect(row('Rentrée').locator('em')).toHaveCount(0);
    await act(m.sectors_scenario_rename(), 'Rentrée').click();
    await page.getByLabel(m.sectors_scenario_new_name({ name: 'Rentrée' })).fill('Plan voté');
    await page.keyboard.press('Enter');
    await expect(row('Plan voté')).toBeVisible();
    await expect(act(m.sectors_scenario_rename(), 'Plan voté')).toBeFocused();
    await expect(table.getByRole('columnheader')).toHaveText(heads('Plan voté'));
  });

  await test.step('erased, nothing stays on this computer', async () => {
    await page.getByRole('button', { name: m.sectors_scenario_erase(), exact: true }).click();
    await expect(keep).not.toBeChecked();
    expect(await storedKeys(page)).toEqual([]);
  });
});
