// In a service of one commune, what a reader does where the demonstration has communes. What each page of it says is in `judged/shapes.spec.ts`.
import { m } from './messages.ts';
import { SHAPES } from '../fixtures/territory/shapes.ts';
import { open, withoutDatabase } from './page.ts';
import { openShape, shapeTerritory, visit } from './shape-territory.ts';
import { expect, test } from './test.ts';
import { pathOf, TERRITORY } from './visits/addresses.ts';

test.beforeEach(withoutDatabase);

test('in one commune a neighbourhood or a REP network is found by its name, and schools are shared out by network and level at once', async ({
  page
}) => {
  const { path } = await shapeTerritory('commune');
  await open(page, TERRITORY);
  await openShape(page, path, SHAPES.commune.name);
  await visit(page, '/');
  await expect(page.locator('header').first()).toContainText(m.shell_nav_places_one());
  await page.getByRole('combobox', { name: m.shell_place_search_one() }).fill('vauban');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Réseau REP+ Vauban');
  await expect(page.getByText('Parmi les 3 réseaux')).toBeVisible();

  await visit(page, pathOf('sectors'));
  const cards = page.locator('section.cards');
  const searched = async () => {
    await expect(cards.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
    await expect(cards.getByText(/^Écart permis/)).toBeVisible();
  };
  await searched();
  const settings = page.locator('#reglages');
  await settings.locator('> summary').click();
  await settings.getByRole('checkbox', { name: m.sectors_criterion_network() }).check();
  await searched();
  await settings.getByRole('checkbox', { name: m.sectors_criterion_level() }).check();
  await searched();
  const units = settings.getByRole('group', { name: m.sectors_units() });
  await expect(units.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(page).toHaveURL(/unites=reseau\.niveau/);
});
