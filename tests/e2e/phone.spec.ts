// On a phone, by one thumb: the main task of the pages most used. What every page owes a thumb is in `judged/phone.spec.ts`.
import { FORMER_ADDRESSES, pageOf, type PageFeature } from '../../src/lib/pages/register.ts';
import { m } from './messages.ts';
import { open, withoutDatabase } from './page.ts';
import { smallTargets } from './phone-checks.ts';
import { expect, test } from './test.ts';

const soft = expect.configure({ soft: true });

test.beforeEach(withoutDatabase);

const pathOf = (feature: PageFeature) => pageOf(feature).path.slice(1);
test.describe('before its scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a former address has a way on that a thumb can press @touch', async ({ page }) => {
    await page.goto(Object.keys(FORMER_ADDRESSES)[0]!);
    await expect(page.getByRole('link', { name: /^Cette page est maintenant/ })).toBeVisible();
    soft(await smallTargets(page, 'main'), 'targets').toEqual([]);
  });
});

test('by thumb from Aujourd’hui, the first répartition proposed is taken and saved @touch', async ({
  page
}) => {
  test.slow();
  await open(page, pathOf('today'));
  await page.getByRole('link', { name: 'Ouvrir Répartition' }).tap();
  const card = page.locator('[data-card]').filter({ hasText: 'Premier choix raisonnable' });
  await card.getByRole('button', { name: /^Prendre celle-ci/ }).tap();
  const band = page.locator('#band');
  await expect(band.getByText('Répartition non enregistrée.')).toBeVisible();
  // Under the thumb, at the foot of the screen.
  await page.locator('[data-page-bar]').getByRole('button', { name: 'Enregistrer' }).tap();
  await band.locator('form').getByRole('button').tap();
  await expect(band.getByText('Répartition non enregistrée.')).toHaveCount(0);
});

test('by thumb on Couverture, a commune is found, its schools are filtered, a row is pressed on the table @touch', async ({
  page
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Filtres' }).tap();
  await page.getByRole('combobox', { name: m.coverage_level() }).selectOption('maternelle');
  await expect(page).toHaveURL(/niveau=maternelle/);
  await page.getByRole('row', { name: /^Marly/ }).tap();
  await expect(page).toHaveURL(/lieu=59383/);
  await page.getByRole('button', { name: 'Ma commune' }).tap();
  await page.getByRole('combobox', { name: 'Votre commune' }).fill('anz');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Anzin');
});

test('by thumb on Réunions, another date is found for a meeting and kept @touch', async ({ page }) => {
  test.slow();
  await page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-08-25' }));
  await open(page, pathOf('meetings'));
  await expect(page.locator('.months .told')).toHaveCount(110);
  const stop = page.getByRole('button', { name: 'Arrêter' });
  if (await stop.isVisible()) await stop.tap();
  await page.locator('.months button').first().tap();
  await expect(page).toHaveURL(/vue=date/);
  const date = page.getByRole('combobox', { name: 'Réunion', exact: true }).locator('option:checked');
  const before = await date.textContent();
  const keep = page.getByRole('button', { name: 'Retenir cette date' });
  for (const radio of await page.locator('table').first().getByRole('radio').all()) {
    await radio.tap();
    if (await keep.isEnabled()) break;
  }
  await keep.tap();
  await expect.poll(() => date.textContent()).not.toBe(before);
});

test('by thumb on Bilan, what is missing is typed and the answer to the State is made @touch', async ({
  page
}) => {
  await open(page, pathOf('report'));
  await expect(page.getByText(/^380 dossiers fictifs/)).toBeVisible();
  const field = page.getByLabel(/Enfants en actions collectives seulement$/);
  await field.tap();
  await page.keyboard.type('40');
  await field.blur();
  await expect(page.locator('.voice').first()).toContainText('une est saisie');
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Préparer (.xlsx)' }).tap();
  expect((await file).suggestedFilename()).toMatch(/ne-pas-diffuser-2025-2026\.xlsx$/);
});
