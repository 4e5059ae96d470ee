// A head of service, from the point that waits to what a council votes on: in how many clicks.
import { expect, test, type Locator, type Page } from './test.ts';
import { open } from './page.ts';

/** Clicks, counted. */
function counter() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      await target.click();
      clicks += 1;
    },
    count: () => clicks
  };
}
const quietPrint = (page: Page) =>
  page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-asked', '');
  });

test('a fair split, one school by hand, checked, printed, kept, and an absence prepared: at most nine clicks from Aujourd’hui', async ({
  page
}) => {
  test.slow();
  await open(page, 'aujourdhui');
  const { click, count } = counter();
  await click(page.getByRole('link', { name: 'Ouvrir Répartition' }));
  const first = page.locator('[data-card]').filter({ hasText: 'Premier choix raisonnable' });
  await expect(
    page.getByText(/Premier choix\s: sans plus de route qu’aujourd’hui, celle qui change le moins d’élèves/)
  ).toBeVisible();
  // What it changes is said before it is taken; the summary lies over the button of the card.
  await first.locator('summary').click();
  await expect(first).toContainText(/Référent \d vers Référent \d/);
  await expect(page.getByText('Répartition non enregistrée.')).toHaveCount(0);
  await first.locator('summary').click();
  await click(first.getByRole('button', { name: /^Prendre celle-ci/ }));
  // Checked without a click: beside the loads, and by code apart from the search.
  await expect(page.getByText(/^Vérifié/)).toBeVisible({ timeout: 60_000 });
  await click(page.getByRole('button', { name: /^Laisser «/ }).first());
  await quietPrint(page);
  await click(page.getByRole('button', { name: 'Imprimer', exact: true }));
  await expect(page.locator('body[data-asked]')).toBeAttached({ timeout: 60_000 });
  const band = page.locator('#band');
  await click(band.getByRole('button', { name: 'Enregistrer' }).first());
  await click(band.locator('form').getByRole('button'));
  await expect(band.getByText('Répartition non enregistrée.')).toHaveCount(0);
  await click(page.getByRole('button', { name: 'Simuler l’absence de Référent 6' }));
  await expect(page.getByRole('table', { name: 'École par école' })).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => document.body.removeAttribute('data-asked'));
  await click(page.getByRole('button', { name: 'Imprimer la fiche de passation' }));
  await expect(page.locator('body[data-asked]')).toBeAttached({ timeout: 60_000 });
  expect(count()).toBeLessThanOrEqual(9);
});

test('what to ask for is two clicks from Aujourd’hui: the page, then the note', async ({ page }) => {
  await open(page, 'aujourdhui');
  await expect(page.getByText(/les suivre toutes demande [\d,]+\spostes?/)).toBeVisible();
  const { click, count } = counter();
  await click(page.getByRole('link', { name: /^Moyens/ }).first());
  await expect(page.locator('.voice')).toContainText(/À créer\s: un demi-poste à la rentrée 20\d\d/);
  const note = page.waitForEvent('download');
  await click(page.getByRole('button', { name: 'Note pour le conseil' }));
  expect((await note).suggestedFilename()).toMatch(/\.docx$/);
  expect(count()).toBe(2);
});
