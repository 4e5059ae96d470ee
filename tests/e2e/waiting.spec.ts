// Attente et moyens, the queue: who waits in which order and why, who could follow, filters, weights, file, print; a phone's list.
import { m } from './messages.ts';
import { follow, open, overflow, pageAction, saved, sheets, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);

const table = (page: Page) => page.getByRole('table', { name: m.waiting_list() });
const rowsOf = (page: Page) => table(page).locator('tbody tr');
const voice = (page: Page) => page.locator('main .voice');

test('the eleven schools that wait stand in an explained order, each with its rentrée; weights change it, stay in the link and come back; one leads to who could follow it', async ({
  page
}) => {
  await open(page, 'ecoles');
  await expect(voice(page)).toContainText(
    /^Onze écoles attendent\. \S+ peuvent ouvrir à la rentrée 20\d\d \(\S+ sans nouveau poste\), \S+ à la rentrée 20\d\d, avec [\d,]+\spostes? de plus, [\d\s]+€ par an \(hypothèse\)\./
  );
  await expect(rowsOf(page)).toHaveCount(11);
  await expect(table(page).getByRole('columnheader', { name: /^20\d\d-20\d\d$/ })).toHaveCount(3);
  // A criterion that no school has is no column.
  await expect(page.getByRole('columnheader', { name: m.waiting_col_rep() })).toHaveCount(0);
  const detail = page.locator('.detail');
  const name = rowsOf(page).first().locator('th');
  const first = (await name.textContent())!;

  await test.step('a score is the sum of its parts', async () => {
    const scores = (await rowsOf(page).locator('.score b').allTextContents()).map(Number);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    await expect(rowsOf(page).first()).toContainText(/il y a \d+ (mois|ans?)/);
    await rowsOf(page).first().click();
    await expect(detail).toContainText('à vol d’oiseau');
    const points = (await detail.locator('tbody td:last-child').allTextContents()).map(Number);
    expect(Math.abs(points.reduce((sum, value) => sum + value, 0) - scores[0]!)).toBeLessThanOrEqual(3);
  });

  await test.step('by pupils alone, then as proposed', async () => {
    await page.getByText(m.waiting_set_priority(), { exact: true }).click();
    for (const criterion of [
      m.waiting_weight_rep(),
      m.waiting_weight_ips(),
      m.waiting_weight_qpv(),
      m.waiting_weight_travel(),
      m.waiting_weight_months()
    ])
      await page.getByRole('slider', { name: new RegExp(criterion) }).fill('0');
    const pupils = (await rowsOf(page).locator('td:nth-child(4)').allTextContents()).map((text) =>
      Number(text.replace(/[^\d]/g, ''))
    );
    expect(pupils).toEqual([...pupils].sort((a, b) => b - a));
    await expect(page).toHaveURL(/poids-ips=0/);
    await page.reload();
    await page.getByText(m.waiting_set_priority(), { exact: true }).click();
    await expect(page.getByRole('slider', { name: new RegExp(m.waiting_weight_ips()) })).toHaveValue('0');
    await page.getByRole('button', { name: m.waiting_weights_reset() }).click();
    await expect(name).toHaveText(first);
  });

  await test.step('by the drive from the nearest base alone, the nearest is first', async () => {
    await follow(
      page,
      '/ecoles?poids-eleves=0&poids-rep=0&poids-ips=0&poids-qpv=0&poids-trajet=10&poids-mois=0'
    );
    await expect(name).not.toHaveText(first);
    const minutes: number[] = [];
    for (const index of [0, 5, 10]) {
      const row = rowsOf(page).nth(index);
      await row.click();
      const named = async () => (await detail.getByRole('heading', { level: 2 }).innerText()).split(', ')[0]!;
      await expect.poll(async () => (await row.innerText()).includes(await named())).toBe(true);
      const line = detail.getByRole('row', { name: new RegExp(`^${m.waiting_weight_travel()}`) });
      await expect(line).toContainText(/\d+\smin en voiture depuis \p{L}/u);
      minutes.push(Number(/(\d+)\smin/.exec(await line.innerText())![1]));
    }
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b));
  });

  await test.step('who could follow it, and at what load', async () => {
    await detail.getByRole('link', { name: m.waiting_who() }).click();
    await expect(page.getByRole('heading', { name: m.sectors_offers() })).toBeVisible();
    await expect(page.getByText(/de la part d’un plein temps, dont .* de route estimée/)).toHaveCount(6);
  });
});

test('a commune, a level, nobody: sentence, table and maps follow the filters; the list leaves as a file, the queue is read month by month, and all prints on two sheets', async ({
  page
}) => {
  await open(page, 'ecoles?lieu=59606');
  await expect(voice(page)).toContainText(/écoles? à Valenciennes/);
  const count = await rowsOf(page).count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(11);
  for (const text of await rowsOf(page).allInnerTexts()) expect(text).toContain('Valenciennes');
  await expect(page.locator('.maps figure').first().locator('[data-waiting]')).toHaveCount(count);

  await test.step('what the same posts follow besides is said; where nobody waits, nothing is asked', async () => {
    await follow(page, '/ecoles?lieu=59014');
    await expect(voice(page)).toHaveText(/Aucune école à Anzin n’est en attente\./);
    await expect(page.getByRole('slider')).toHaveCount(0);
    await page.locator('main').getByRole('button', { name: m.shell_clear_filters() }).last().click();
    await expect(rowsOf(page)).toHaveCount(11);
    await follow(page, '/ecoles?niveau=maternelle');
    await expect(voice(page)).toContainText(/^\S+ écoles de niveau maternelle attendent\./);
    await expect(page.locator('main')).toContainText(
      /Les mêmes postes suivent aussi \S+ autres écoles du territoire, dans l’ordre de priorité/
    );
    await follow(page, '/ecoles?niveau=college');
    await expect(page.locator('main')).toContainText('Aucune école de niveau collège n’est en attente');
    await page.locator('main').getByRole('button', { name: m.shell_clear_filters() }).last().click();
    await expect(rowsOf(page)).toHaveCount(11);
  });

  await test.step('a file with its calendar; the log as a table', async () => {
    await pageAction(page, 'Exporter');
    const list = page.getByRole('dialog').getByRole('listitem').filter({ hasText: m.waiting_list() });
    const csv = list.getByRole('button', { name: 'CSV', exact: true });
    const file = await saved(page, () => csv.click());
    expect(file.name).toBe('ecoles-en-attente-2025-2026.csv');
    const lines = file.text.trim().split('\r\n');
    expect(lines[0]).toContain('UAI;École');
    expect(lines[0]).toContain(m.waiting_col_opens());
    expect(lines).toHaveLength(12);
    await page.keyboard.press('Escape');
    await page.locator('summary', { hasText: m.waiting_log() }).click();
    const log = page.getByRole('region', { name: m.waiting_log() });
    await log.getByRole('button', { name: m.coverage_table_show() }).click();
    await expect(page.getByRole('rowheader', { name: 'juin 2026' })).toBeVisible();
  });

  await test.step('on paper, with the weights of the order and without the detail on screen', async () => {
    await rowsOf(page).first().click();
    const detail = page.locator('.detail');
    await expect(detail).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('main')).toContainText(/Éducation prioritaire 25/);
    await expect(detail).toBeHidden();
    expect(await sheets(page)).toBe(2);
  });
});

test('on a phone the list is not cut: what has no column stands under the name @touch', async ({ page }) => {
  await open(page, 'ecoles');
  await expect(rowsOf(page)).toHaveCount(11);
  await expect(table(page).getByRole('columnheader')).toHaveCount(3);
  await expect(rowsOf(page).first()).toContainText(/\d+,\d/);
  const box = page.locator('section', { has: table(page) }).locator('.table-box');
  expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});
