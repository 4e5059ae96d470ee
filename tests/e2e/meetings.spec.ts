// A coordinator plans the year's meetings with keys alone; the year on paper; nothing leaves the origin.
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './test.ts';
import { open } from './page.ts';

// Before the school year: every date is to come.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-08-25' }))
);

const dates = (page: Page) =>
  page.locator('button.meeting').evaluateAll((cells) => cells.map((cell) => `${cell.id} ${cell.ariaLabel}`));
const planned = (page: Page) => expect(page.locator('button.meeting')).toHaveCount(110);

test('a coordinator stops, fixes a team, changes the priority and takes it back, with keys alone', async ({
  page
}) => {
  const strangers: string[] = [];
  const origin = new URL(test.info().project.use.baseURL!).origin;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) strangers.push(request.url());
  });
  await open(page, 'reunions');
  await planned(page);
  const stop = page.getByRole('button', { name: 'Arrêter' });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(stop).toBeHidden();
  await planned(page);
  await expect(page.locator('.voice')).toContainText(/Les 110 réunions des 27 équipes ont une date/);

  const first = page.locator('button.meeting[tabindex="0"]');
  await expect(first).toHaveCount(1);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('button.meeting:focus')).toHaveAttribute('tabindex', '0');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Fixer toute l’équipe' }).focus();
  await page.keyboard.press('Enter');
  const fixed = page.locator('button.meeting.fixed');
  await expect(fixed.first()).toHaveAccessibleName(/^Réunion 1, .*, fixée$/);
  const kept = await fixed.evaluateAll((cells) => cells.map((cell) => `${cell.id} ${cell.ariaLabel}`));
  const before = await dates(page);

  await page.getByRole('radio', { name: 'Équilibre' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/priorite=trajets/);
  await expect(page.getByRole('button', { name: 'Arrêter' })).toBeVisible();
  await page.getByRole('button', { name: 'Arrêter' }).click();
  const after = await dates(page);
  expect(after.filter((date) => kept.includes(date))).toEqual(kept);
  await page.getByRole('button', { name: 'Annuler' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Équilibre' })).toBeChecked();
  expect(await dates(page)).toEqual(before);
  expect(await axeFindings(page)).toEqual([]);
  expect(strangers).toEqual([]);
});

test('the year is on paper, whole and without its controls, and one month alone on its own sheet', async ({
  page
}) => {
  await open(page, 'reunions?semaine=2026-11-02');
  await planned(page);
  // The search ends by itself.
  await expect(page.getByRole('button', { name: 'Arrêter' })).toBeHidden({ timeout: 60_000 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.year-grid table')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chercher mieux' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Réunions de novembre 2026' })).toBeHidden();
  await page.evaluate(() => (document.documentElement.dataset['paper'] = 'month'));
  await expect(page.getByRole('heading', { name: 'Réunions de novembre 2026' })).toBeVisible();
  await expect(page.locator('.year-grid table')).toBeHidden();
});

test('on a phone the year opens on the week shown, and an edge says that there is more on each side', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'reunions?semaine=2027-01-11');
  await page.getByRole('radio', { name: 'Tableau' }).check();
  const grid = page.locator('.year-grid');
  await expect(grid).toHaveAttribute('data-more-before');
  await expect(grid).toHaveAttribute('data-more-after');
  const { x, width } = (await grid.locator('th.on').boundingBox())!;
  expect(x).toBeGreaterThan(144);
  expect(x + width).toBeLessThan(390);
});

test('on a phone the year is a list of months first, and a meeting to come opens its dates', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, 'reunions');
  await expect(page.locator('.year-grid')).toHaveCount(0);
  const first = page.locator('.months button').first();
  await expect(first).toBeVisible({ timeout: 60_000 });
  await first.click();
  await expect(page).toHaveURL(/vue=date/);
});

test('members who miss every meeting are brought by dates that the page offers, in one step to undo', async ({
  page
}) => {
  await open(page, 'reunions');
  await planned(page);
  const panel = page.getByRole('region', { name: /absents à toutes leurs réunions$/ });
  const count = async () => Number.parseInt((await panel.getByRole('heading').textContent()) ?? '', 10);
  const all = page.getByRole('button', { name: /^Retenir des dates pour les \d+$/ });
  await expect(all).toBeVisible({ timeout: 60_000 });
  const before = await count();
  await all.click();
  await expect(all).toBeHidden();
  await expect(panel.getByRole('status')).toContainText(/sont disponibles à une réunion au moins/);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(all).toBeVisible();
  expect(await count()).toBe(before);
});

test('a territory without members of teams is told what to drop and where @telephone', async ({ page }) => {
  await page.route('**/graph/meetings.json', (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, 'reunions');
  await expect(page.getByText('Les membres des équipes ne sont pas connus.')).toBeVisible();
  await expect(page.locator('#contenu').getByRole('link', { name: 'Ouvrir Mon territoire' })).toBeVisible();
});
