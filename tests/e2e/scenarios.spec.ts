// Répartitions saved on this computer: compared, handed over, shared by two tabs, erased; and a browser that refuses to keep them.
import { m } from './messages.ts';
import { axeFindings } from './axe.ts';
import { ANY, like, open, overflow, saved } from './page.ts';
import { expect, test, type Page } from './test.ts';

const panel = (page: Page) => page.getByRole('region', { name: m.sectors_scenarios(), exact: true });
const openCompare = (page: Page) => page.locator('#comparer > summary').click();
const act = (page: Page, what: string, name: string) =>
  panel(page).getByRole('button', { name: m.sectors_scenario_act({ act: what, name }), exact: true });
const back = (page: Page) =>
  panel(page).getByRole('button', { name: m.sectors_scenario_back(), exact: true });
const listed = (page: Page) => panel(page).locator('[data-kept]');
const keep = (page: Page) => panel(page).getByLabel(m.sectors_scenario_keep());
const alert = (page: Page) => panel(page).getByRole('alert');
const stored = (page: Page) =>
  page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage).filter((key) => /^maillage/.test(key))
  ]);
const sentence = (page: Page) => page.locator('.voice-area');
const CHANGED = 'change de référent';
const TODAY = /Aujourd’hui, les \S+ référents suivent/;

async function save(page: Page, name: string) {
  await panel(page).getByLabel(m.sectors_scenario_name()).fill(name);
  await page.keyboard.press('Enter');
}
/** Gives the first school of the table to another post, by the keyboard alone. */
async function changeOne(page: Page) {
  await page.getByRole('button', { name: m.sectors_unfold_all() }).click();
  await page.getByRole('combobox', { name: like(m.sectors_assign({ school: ANY })) }).first().focus(); // prettier-ignore
  await page.keyboard.press('End');
  await expect(sentence(page)).toContainText(CHANGED);
}
const file = (text: string) => ({
  name: 'plan.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text)
});

test('a plan is saved, compared, shown, renamed, removed and had back, handed over as a file; a foreign file changes nothing', async ({
  page
}) => {
  test.slow();
  await open(page, 'secteurs');
  await openCompare(page);
  await save(page, 'Aujourd’hui bis');
  await changeOne(page);
  await save(page, 'Une école de plus');
  await expect(listed(page)).toHaveCount(2);
  await expect(listed(page).nth(1)).toContainText('1 école change');
  await expect(listed(page).nth(1)).toContainText(m.sectors_scenario_on_screen());

  await test.step('compared by map, by figures and by differences', async () => {
    for (const name of ['Aujourd’hui bis', 'Une école de plus'])
      await panel(page).getByLabel(m.sectors_scenario_compare({ name })).check();
    await expect(panel(page).getByRole('img')).toHaveCount(4);
    const changed = { name: 'Une école de plus', count: 1 };
    await expect(panel(page).getByRole('img', { name: m.sectors_scenario_map(changed) })).toBeVisible();
    await expect(panel(page).getByRole('img', { name: /^De « Aujourd’hui » à « Une école/ })).toBeVisible();
    const from = panel(page).getByRole('combobox', { name: m.sectors_scenario_diff_from(), exact: true });
    await from.selectOption('Une école de plus');
    await expect(panel(page).getByText(m.sectors_scenario_diff_list({ count: 0 }))).toBeVisible();
    const row = (key: string) => panel(page).getByRole('table').locator(`[data-row="${key}"] td`);
    await expect(row('schools')).toHaveText(['0', '0', '1']);
    // The road of each plan is sampled without being asked for, and today's is the figure of the travel page.
    await expect(row('co2').nth(2)).toContainText('kg', { timeout: 60_000 });
    await expect(row('travel').first()).toHaveText(/^\s*13\sh\s01\s*$/);
    await expect(row('travel').nth(2)).toContainText(/\d+\sh/);
    expect(await axeFindings(page, '#comparer')).toEqual([]);
  });

  await test.step('shown as one step to undo; renamed, duplicated, removed and had back by keys', async () => {
    await act(page, m.sectors_scenario_show(), 'Aujourd’hui bis').click();
    await expect(sentence(page)).not.toContainText(CHANGED);
    await page.keyboard.press('Control+z');
    await expect(sentence(page)).toContainText(CHANGED);
    await act(page, m.sectors_scenario_rename(), 'Aujourd’hui bis').click();
    await page.keyboard.type('Plan du conseil');
    await page.keyboard.press('Enter');
    await act(page, m.sectors_scenario_duplicate(), 'Plan du conseil').click();
    await act(page, m.sectors_scenario_remove(), 'Plan du conseil').click();
    await expect(listed(page)).toHaveCount(2);
    await expect(back(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(listed(page)).toHaveCount(3);
    await expect(listed(page).first()).toContainText('Plan du conseil');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('handed over as a file without a count; a file of elsewhere, or cut, is explained', async () => {
    const { name, text } = await saved(page, () =>
      act(page, m.sectors_scenario_export(), 'Une école de plus').click()
    );
    expect(name).toBe('repartition-maillage-une-ecole-de-plus.json');
    expect(text).not.toMatch(/pupils|meetings/);
    await panel(page).getByRole('button', { name: m.sectors_scenario_erase(), exact: true }).click();
    await expect(listed(page)).toHaveCount(0);
    await page.getByRole('button', { name: m.sectors_today() }).first().click();
    await expect(sentence(page)).toContainText(TODAY);
    const input = panel(page).locator('input[type=file]');
    await input.setInputFiles(file(text.replace('245901160', '200000000')));
    await expect(alert(page)).toContainText('autre territoire');
    await input.setInputFiles(file(text.slice(0, 200)));
    await expect(alert(page)).toContainText('s’arrête avant sa fin');
    await expect(sentence(page)).toContainText(TODAY);
    await expect(listed(page)).toHaveCount(0);
    await input.setInputFiles(file(text));
    await expect(listed(page)).toHaveCount(1);
    await expect(alert(page)).toHaveCount(0);
    await act(page, m.sectors_scenario_show(), 'Une école de plus').click();
    await expect(sentence(page)).toContainText('Une école');
    await back(page).click();
    await expect(sentence(page)).toContainText(TODAY);
  });
});

test('plans are stored on this computer when one is saved, not before, shared by two tabs, and erased', async ({
  page,
  context
}) => {
  await open(page, 'secteurs');
  await openCompare(page);
  const plans = async () => (await stored(page)).filter((key) => /plans/.test(key));
  const all = ['maillage.plans.245901160.demonstration'];
  expect(await plans()).toEqual([]);
  await save(page, 'Premier');
  await expect(keep(page)).toBeChecked();
  await expect.poll(plans).toEqual(all);
  // What is no longer to be kept leaves this computer, and stays in the tab.
  await keep(page).uncheck();
  await expect.poll(plans).toEqual([]);
  await expect(listed(page)).toHaveCount(1);
  await keep(page).check();
  await expect.poll(plans).toEqual(all);

  const other = await context.newPage();
  await open(other, 'secteurs');
  await openCompare(other);
  await expect(listed(other)).toHaveCount(1);
  await expect(keep(other)).toBeChecked();
  await save(other, 'Second');
  await expect(listed(page)).toHaveCount(2);
  await act(page, m.sectors_scenario_remove(), 'Premier').click();
  await expect(listed(other)).toHaveCount(1);
  await save(other, 'Troisième');
  await expect(listed(page)).toHaveCount(2);
  await changeOne(page);
  await page.reload();
  await openCompare(page);
  await expect(listed(page)).toHaveCount(2);
  await expect(panel(page)).not.toContainText('Premier');
  await expect(sentence(page)).toContainText('Une école');
  await page.keyboard.press('Control+z');
  await expect(sentence(page)).toContainText(TODAY);

  await page.getByRole('link', { name: m.privacy_title() }).first().click();
  await page.locator('main').getByRole('button', { name: m.privacy_erase() }).first().click();
  await expect.poll(() => stored(page)).toEqual([]);
  await expect(keep(other)).not.toBeChecked();
  await expect(alert(other)).toContainText(m.sectors_scenario_trouble_erased());
  await expect(listed(other)).toHaveCount(2);
});

test('a browser that refuses to keep says so, and loses nothing', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await open(page, 'secteurs');
  await openCompare(page);
  await save(page, 'Premier');
  await keep(page).click();
  await expect(alert(page)).toContainText('Le navigateur refuse');
  await expect(keep(page)).not.toBeChecked();
  await expect(listed(page)).toHaveCount(1);
});
