// A meeting takes another date and gets it back; an absence moves the fewest meetings, taken with other dates; a week and a team are read.
import { axeFindings } from './axe.ts';
import { expect, test, type Page } from './test.ts';
import { choose, nextFrame, open } from './page.ts';

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

test('an absence moves meetings; a former date that breaks a rule is refused, another one accepted', async ({
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
  await moves.first().selectOption({ label: options.find((text) => text.startsWith('Garder'))! });
  await expect(page.getByText('Ces dates ne peuvent pas être acceptées ensemble')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accepter avec ces dates' })).toBeDisabled();
  await moves.first().selectOption({ label: options.find((text) => text.startsWith('Autre date'))! });
  await page.getByRole('button', { name: 'Accepter avec ces dates' }).click();
  await expect(page.getByText(/^Coordination 1, indisponible/).first()).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Réunions déplacées par le dernier changement' })
  ).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await choose(page, 'Équipes');
  await expect(page).toHaveURL(/vue=equipes/);
  await expect(page.getByRole('heading', { name: 'Ses réunions' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});
