// Scenarios of the page of sectors: saved, changed, compared, handed over, and stored when saved.
import { expect, test, type Page } from './test.ts';
import { readFile } from 'node:fs/promises';
import { axeFindings } from './axe.ts';
import { open } from './page.ts';

const panel = (page: Page) =>
  page.getByRole('region', { name: 'Répartitions enregistrées et comparées', exact: true });
const openCompare = (page: Page) => page.locator('#comparer > summary').click();
const act = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });
const listed = (page: Page) => panel(page).locator('[data-kept]');
const figures = (page: Page) => panel(page).getByRole('table');
const keep = (page: Page) => panel(page).getByLabel('Garder sur cet ordinateur');
const stored = (page: Page) =>
  page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage).filter((key) => /^maillage/.test(key))
  ]);
const sentence = (page: Page) => page.locator('.voice-area');

async function save(page: Page, name: string) {
  await panel(page).getByLabel('Nom de la répartition').fill(name);
  await page.keyboard.press('Enter');
}
/** Gives the first school of the table to another post, by the keyboard alone. */
async function changeOne(page: Page) {
  await page.getByRole('button', { name: 'Tout déplier' }).click();
  await page.getByRole('combobox', { name: /^Référent de/ }).first().focus(); // prettier-ignore
  await page.keyboard.press('End');
}
const file = (text: string) => ({
  name: 'plan.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text)
});

test('a plan is saved, changed by keyboard, compared, and brought back', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, 'secteurs');
  await openCompare(page);
  await save(page, 'Aujourd’hui bis');
  await changeOne(page);
  await expect(sentence(page)).toContainText('change de référent');
  await save(page, 'Une école de plus');
  await expect(listed(page)).toHaveCount(2);
  await expect(listed(page).nth(1)).toContainText('1 école change');
  await expect(listed(page).nth(1)).toContainText('à l’écran');

  for (const box of await panel(page).getByRole('checkbox', { name: /^Comparer/ }).all()) await box.check(); // prettier-ignore
  await expect(panel(page).getByRole('img')).toHaveCount(4);
  await expect(panel(page).getByRole('img', { name: 'Une école de plus : 1 école change' })).toBeVisible();
  await expect(panel(page).getByRole('img', { name: /^De « Aujourd’hui » à « Une école/ })).toBeVisible();
  await panel(page).getByRole('combobox', { name: 'De', exact: true }).selectOption('Une école de plus');
  await expect(panel(page).getByText('0 école change de référent')).toBeVisible();
  const row = (key: string) => figures(page).locator(`[data-row="${key}"] td`);
  await expect(row('schools')).toHaveText(['0', '0', '1']);
  // The road of each plan is sampled without being asked for, and today's is the figure of the travel page.
  await expect(row('co2').nth(2)).toContainText('kg', { timeout: 60_000 });
  await expect(row('travel').first()).toHaveText(/^\s*16\sh\s55\s*$/);
  await expect(row('travel').nth(2)).toContainText(/\d+\sh/);
  expect(await axeFindings(page, '#comparer')).toEqual([]);

  await act(page, 'Afficher « Aujourd’hui bis »').click();
  await expect(sentence(page)).not.toContainText('change de référent');
  await page.keyboard.press('Control+z');
  await expect(sentence(page)).toContainText('change de référent');
});

test('a scenario is renamed, duplicated, deleted and had back @telephone', async ({ page }) => {
  await open(page, 'secteurs');
  await openCompare(page);
  await save(page, '');
  await act(page, 'Renommer « Répartition 1 »').click();
  await page.keyboard.type('Plan du conseil');
  await page.keyboard.press('Enter');
  await act(page, 'Dupliquer « Plan du conseil »').click();
  await act(page, 'Supprimer « Plan du conseil »').click();
  await expect(listed(page)).toHaveCount(1);
  await expect(act(page, 'Défaire')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(listed(page)).toHaveCount(2);
  await expect(listed(page).first()).toContainText('Plan du conseil');
  const { x, width } = (await panel(page).boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(page.viewportSize()!.width);
  expect(await panel(page).evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0);
});

test('a plan is handed over as a file; a foreign file is explained and changes nothing', async ({ page }) => {
  await open(page, 'secteurs');
  await openCompare(page);
  await changeOne(page);
  await save(page, 'À transmettre');
  const waiting = page.waitForEvent('download');
  await act(page, 'Exporter « À transmettre »').click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('repartition-maillage-a-transmettre.json');
  const text = await readFile(await download.path(), 'utf8');
  expect(text).not.toMatch(/pupils|meetings/);

  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await open(page, 'secteurs');
  await openCompare(page);
  await expect(listed(page)).toHaveCount(0);
  const input = panel(page).locator('input[type=file]');
  await input.setInputFiles(file(text.replace('245901160', '200000000')));
  await expect(panel(page).getByRole('alert')).toContainText('autre territoire');
  await input.setInputFiles(file(text.slice(0, 200)));
  await expect(panel(page).getByRole('alert')).toContainText('s’arrête avant sa fin');
  await expect(sentence(page)).toContainText(/Aujourd’hui, les \S+ référents suivent/);
  await expect(listed(page)).toHaveCount(0);

  await input.setInputFiles(file(text));
  await expect(listed(page)).toHaveCount(1);
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
  await act(page, 'Afficher « À transmettre »').click();
  await expect(sentence(page)).toContainText('Une école');
  await act(page, 'Défaire').click();
  await expect(sentence(page)).toContainText(/Aujourd’hui, les \S+ référents suivent/);
});

test('scenarios are stored on this computer when one is saved, not before, shared by two tabs, and erased', async ({
  page,
  context
}) => {
  await open(page, 'secteurs');
  await openCompare(page);
  const plans = async () => (await stored(page)).filter((key) => /plans|undo/.test(key)).sort();
  const all = ['maillage.plans.245901160.demonstration', 'maillage.undo.245901160.demonstration'];
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
  await act(page, 'Supprimer « Premier »').click();
  await expect(listed(other)).toHaveCount(1);
  await save(other, 'Troisième');
  await changeOne(page);
  await page.reload();
  await openCompare(page);
  await expect(listed(page)).toHaveCount(2);
  await expect(panel(page)).not.toContainText('Premier');
  await expect(sentence(page)).toContainText('Une école');
  await page.keyboard.press('Control+z');
  await expect(sentence(page)).toContainText(/Aujourd’hui, les \S+ référents suivent/);

  await open(page, 'confidentialite');
  await expect(page.locator('main')).toContainText('2 ');
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect.poll(() => stored(page)).toEqual([]);
  await expect(keep(other)).not.toBeChecked();
  await expect(panel(other).getByRole('alert')).toContainText('effacées depuis un autre onglet');
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
  await expect(panel(page).getByRole('alert')).toContainText('Le navigateur refuse');
  await expect(keep(page)).not.toBeChecked();
  await expect(listed(page)).toHaveCount(1);
});
