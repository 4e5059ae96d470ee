// A meeting takes another date and gets it back; an absence moves the fewest meetings, taken with other dates; a week and a team are read.
import { readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './test.ts';
import { choose, nextFrame, open } from './page.ts';

// Before the school year: every date is to come.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-08-25' }))
);

/** The plan stands still. */
async function planned(page: Page): Promise<void> {
  await expect(page.locator('button.meeting')).toHaveCount(110);
  const stop = page.getByRole('button', { name: 'Arrêter' });
  if (await stop.isVisible()) await stop.click();
}
const shownDate = (page: Page) =>
  page.getByRole('combobox', { name: 'Réunion', exact: true }).locator('option:checked').textContent();

test('a date found for a meeting is kept, then taken back, with keys alone', async ({ page }) => {
  await open(page, 'reunions?equipe=EPS-01&reunion=2');
  await planned(page);
  await choose(page, 'Trouver une date');
  await expect(page).toHaveURL(/vue=date/);
  const rows = page.locator('table').first().locator('tbody tr');
  expect(await rows.count()).toBeGreaterThan(1);
  const before = await shownDate(page);

  const keep = page.getByRole('button', { name: 'Retenir cette date' });
  for (let i = 0; i < 2; i++) {
    const radios = page.locator('table').first().getByRole('radio');
    await radios.nth(i).focus();
    await page.keyboard.press('Space');
    if (await keep.isEnabled()) break;
  }
  await keep.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => shownDate(page)).not.toBe(before);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect.poll(() => shownDate(page)).toBe(before);
});

test('an absence moves meetings; a date at which the coordinator is away is not offered, another one is accepted and sent', async ({
  page
}) => {
  await open(page, 'reunions?equipe=EPS-01');
  await planned(page);
  await choose(page, 'Semaine');
  await expect(page.locator('[data-stop]').first()).toBeVisible();
  const day = page.locator('section[aria-label="Coordination 1"] h3').first();
  const next = page.getByRole('button', { name: 'Semaine suivante' });
  const week = () => new URL(page.url()).searchParams.get('semaine');
  // Each week is read once its address and its lines have followed.
  do {
    const left = week();
    await next.click();
    await expect.poll(week).not.toBe(left);
    await nextFrame(page);
  } while ((await day.count()) === 0);
  const monday = week()!;
  expect(await axeFindings(page)).toEqual([]);

  await choose(page, 'Changements');
  await page.getByLabel('Du', { exact: true }).fill(monday);
  const friday = new Date(Date.parse(monday) + 4 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Au (compris)').fill(friday);
  await page.getByRole('button', { name: 'Chercher les réunions à déplacer' }).click();
  const moves = page.getByRole('combobox', { name: /^Nouvelle date/ });
  await expect(moves.first()).toBeVisible();
  const options = await moves.first().locator('option').allTextContents();
  // Whoever leads the first meeting of the week is away: the former date is none.
  expect(options.filter((text) => text.startsWith('Garder'))).toEqual([]);
  await moves.first().selectOption({ label: options.find((text) => text.startsWith('Autre date'))! });
  await page.getByRole('button', { name: 'Accepter avec ces dates' }).click();
  await expect(page.getByText(/^Coordination \d, indisponible/).first()).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Réunions déplacées par le dernier changement' })
  ).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Agenda des changements (.ics)' }).click();
  const sent = readFileSync(await (await saved).path(), 'utf8');
  expect(sent).toMatch(/SEQUENCE:\d+/);
  expect(sent.split('BEGIN:VEVENT').length - 1).toBeGreaterThan(0);
  expect(await axeFindings(page)).toEqual([]);

  await choose(page, 'Équipes');
  await expect(page).toHaveURL(/vue=equipes/);
  await expect(page.getByRole('heading', { name: 'Ses réunions' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('a year under way opens on this week; the link of a changed calendar opens the same dates', async ({
  page,
  context
}) => {
  await page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-11-30' }));
  await open(page, 'reunions');
  await expect(page.locator('button.meeting')).toHaveCount(110);
  // A search that ends gives the dates that everybody has: nothing of them is in the address.
  await expect(page.getByRole('button', { name: 'Arrêter' })).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('heading', { name: /^Semaine 49/ })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('dates')).toBeNull();
  /** Dates, whether they are fixed or proposed: a link carries the dates alone. */
  const datesOn = (on: Page) =>
    on
      .locator('button.meeting')
      .evaluateAll((cells) => cells.map((cell) => `${cell.id} ${cell.ariaLabel?.replace(/, [^,]*$/, '')}`));
  await page.locator('button.meeting').last().click();
  await page.getByRole('button', { name: 'Trouver une date', exact: true }).click();
  const keep = page.getByRole('button', { name: 'Retenir cette date' });
  for (let i = 0; i < 2 && !(await keep.isEnabled()); i++)
    await page.locator('table').first().getByRole('radio').nth(i).check();
  await keep.click();
  await choose(page, 'Année');
  await expect(page.locator('button.meeting')).toHaveCount(110);
  // The address is written once the page has changed: the view of dates has left it.
  await expect(page).toHaveURL(/^(?!.*vue=).*dates=/);
  const before = await datesOn(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('button.meeting')).toHaveCount(110);
  expect(await datesOn(other)).toEqual(before);
});
