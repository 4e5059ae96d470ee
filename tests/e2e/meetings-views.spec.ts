// Every view of Réunions is accessible, light and dark, on a screen and on a phone; a coordinator goes through a year with the keyboard alone.
import { axeFindings } from './axe.ts';
import { choose, open } from './page.ts';
import { expect, test, type Page } from './test.ts';

// Before the school year: every date is to come.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-08-25' }))
);

const VIEWS = ['Année', 'Semaine', 'Équipes', 'Trouver une date', 'Changements', 'Calendriers'] as const;

async function planned(page: Page): Promise<void> {
  // On a phone the year is a list.
  await expect(page.locator('button.meeting, .months .told')).toHaveCount(110);
  const stop = page.getByRole('button', { name: 'Arrêter' });
  if (await stop.isVisible()) await stop.click();
  await expect(stop).toBeHidden();
}

/** By its button, on a phone in its list. */
async function showView(page: Page, view: string): Promise<void> {
  const list = page.getByRole('combobox', { name: 'Vue', exact: true });
  if (await list.isVisible()) return void (await list.selectOption({ label: view }));
  await choose(page, view);
  await expect(page.getByRole('radio', { name: view, exact: true })).toBeChecked();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every view is accessible, ${colorScheme} @telephone`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await open(page, 'reunions?equipe=EPS-01&reunion=2');
    await planned(page);
    for (const view of VIEWS) {
      await showView(page, view);
      expect(await axeFindings(page), view).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(overflow, view).toBeLessThanOrEqual(0);
    }
  });
}

test('a coordinator plans, fixes, finds a date, declares an absence and accepts a part of it, with keys alone', async ({
  page
}) => {
  test.slow();
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).first().focus();
    await page.keyboard.press('Enter');
  };
  const view = async (name: string, word: string) => {
    const radio = page.getByRole('radio', { name, exact: true });
    const checked = page
      .getByRole('group', { name: 'Vue', exact: true })
      .getByRole('radio', { checked: true });
    await checked.focus();
    for (let i = 0; i < 8 && !(await radio.isChecked()); i++) await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(new RegExp(word));
  };
  await open(page, 'reunions?equipe=EPS-01&reunion=1');
  await expect(page.locator('button.meeting')).toHaveCount(110);
  await press('Arrêter');
  await expect(page.getByRole('button', { name: 'Arrêter' })).toBeHidden();

  // A meeting, its team, then its week are fixed.
  await press('Fixer cette date');
  await expect(page.locator('button.meeting.fixed')).toHaveCount(1);
  await press('Fixer toute l’équipe');
  const ofTeam = await page.locator('button.meeting.fixed').count();
  expect(ofTeam).toBeGreaterThan(1);
  await press('Libérer toute l’équipe');
  await expect(page.locator('button.meeting.fixed')).toHaveCount(0);
  await press('Fixer la semaine');
  await expect(page.locator('button.meeting.fixed').first()).toBeVisible();
  await press('Libérer la semaine');
  await expect(page.locator('button.meeting.fixed')).toHaveCount(0);

  await view('Trouver une date', 'vue=date');
  const meeting = page.getByRole('combobox', { name: 'Réunion', exact: true });
  const before = await meeting.locator('option:checked').textContent();
  const keep = page.getByRole('button', { name: 'Retenir cette date' });
  for (let i = 0; i < 2; i++) {
    await page.locator('table').first().getByRole('radio').nth(i).focus();
    await page.keyboard.press('Space');
    if (await keep.isEnabled()) break;
  }
  await press('Retenir cette date');
  await expect.poll(() => meeting.locator('option:checked').textContent()).not.toBe(before);

  await view('Changements', 'vue=changements');
  const from = page.getByLabel('Du', { exact: true });
  await from.focus();
  // Whichever of day and month the browser asks first; far from the meeting that was kept, which is fixed.
  await page.keyboard.type('02022027');
  await expect(from).toHaveValue('2027-02-02');
  await page.getByLabel('Au (compris)').focus();
  await page.keyboard.type('03032027');
  await press('Chercher les réunions à déplacer');
  const moves = page.getByRole('combobox', { name: /^Nouvelle date/ });
  await expect(moves.first()).toBeVisible();
  await moves.first().focus();
  const options = await moves.first().locator('option').allTextContents();
  const other = options.findIndex((text) => text.startsWith('Autre date'));
  for (let i = 0; i < other; i++) await page.keyboard.press('ArrowDown');
  const accept = page.getByRole('button', { name: 'Accepter avec ces dates' });
  await expect(accept).toBeEnabled();
  await accept.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Coordination 1, indisponible/).first()).toBeVisible();
  await press('Annuler');
  await expect(page.getByText(/^Coordination 1, indisponible/)).toHaveCount(0);
});
