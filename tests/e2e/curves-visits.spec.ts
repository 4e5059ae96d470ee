// The dated notes of the service on its curves, and what has changed since the reader's last visit.
import { axeFindings } from './axe.ts';
import { open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

const notes = (page: Page) => page.getByRole('list', { name: 'Repères sur la courbe' }).first();
const storedVisits = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('maillage.visite.')));

/** Couverture counts by school year: notes of one year share one line. Attente et ouvertures counts by month. */
for (const [path, name, lines] of [
  ['', 'Couverture', 1],
  ['ecoles', 'Attente et ouvertures', 3]
] as const) {
  test(`the curves of ${name} bear the dated notes of the service, each explained beside them`, async ({
    page
  }) => {
    await open(page, path);
    if (path === 'ecoles') await page.getByText('La file d’attente, mois par mois').first().click();
    await expect(notes(page).getByRole('listitem')).toHaveCount(3);
    await expect(notes(page)).toContainText('sept. 2023 Fictif : un poste de référent de plus');
    await expect(page.locator('svg g[stroke-dasharray="1 3"] line')).toHaveCount(lines);
  });
}

test.describe('since the last visit', () => {
  test.beforeEach(withoutDatabase);

  test('nothing is kept before it is asked; then the page says what changed, and forgets when asked', async ({
    page
  }) => {
    await open(page, 'evolution');
    const kept = page.getByRole('checkbox', { name: /^Garder ces chiffres jusqu’à ma prochaine visite/ });
    await expect(kept).not.toBeChecked();
    expect(await storedVisits(page)).toEqual([]);
    await kept.focus();
    await page.keyboard.press('Space');
    const section = page.locator('#depuis');
    await expect(section).toContainText('Les chiffres de ce jour sont gardés.');
    const [key] = await storedVisits(page);

    await open(page, 'evolution');
    await expect(section).toContainText('Rien n’a changé depuis votre visite du');

    // The same visit, of data that have been published anew since: two schools fewer followed, another one waiting.
    const name = await page.evaluate((key) => {
      const visit = JSON.parse(localStorage.getItem(key)!) as {
        figures: { followed: number };
        followed: string[];
      } & Record<string, unknown>;
      const gained = visit.followed.slice(0, 2);
      visit.figures.followed -= 2;
      const before = {
        ...visit,
        followed: visit.followed.slice(2),
        fingerprint: 'before',
        day: '2026-09-01'
      };
      localStorage.setItem(key, JSON.stringify(before));
      return gained.length;
    }, key!);
    expect(name).toBe(2);
    await open(page, 'evolution');
    await expect(section).toContainText(
      'Les données ont été mises à jour depuis votre visite du 01/09/2026.'
    );
    await expect(section.getByRole('row', { name: /^Écoles suivies/ })).toContainText('65');
    await expect(section.getByRole('row', { name: /^Écoles suivies/ })).toContainText('67');
    await expect(section).toContainText('Nouvelles écoles suivies');
    expect(await axeFindings(page)).toEqual([]);

    await section.getByRole('button', { name: 'Repartir des chiffres d’aujourd’hui' }).click();
    await expect(section.getByRole('table')).toHaveCount(0);
    await kept.uncheck();
    expect(await storedVisits(page)).toEqual([]);
  });

  test('a kept visit is counted and erased on the page of privacy', async ({ page }) => {
    await open(page, 'evolution');
    await page.getByRole('checkbox', { name: /^Garder ces chiffres/ }).check();
    expect(await storedVisits(page)).toHaveLength(1);
    await open(page, 'confidentialite');
    await expect(page.locator('main')).toContainText('1 choix');
    await page.getByRole('button', { name: 'Tout effacer' }).click();
    await expect.poll(() => storedVisits(page)).toEqual([]);
  });
});
