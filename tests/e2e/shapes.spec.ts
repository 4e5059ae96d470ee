// In a service of one commune, what a reader does where the demonstration has communes. What each page of it says is in `judged/shapes.spec.ts`.
import { m } from './messages.ts';
import { SHAPES } from '../fixtures/territory/shapes.ts';
import { follow, open, sheets, withoutDatabase } from './page.ts';
import { openShape, shapeTerritory, visit } from './shape-territory.ts';
import { expect, test, type Page } from './test.ts';
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

test.describe('on 1 December', () => {
  test.use({ today: '2026-12-01' });
  test('one commune without a list of sessions, rooms or correspondents: a session is typed, saved, opened in another browser, moved, closed and printed', async ({
    page,
    browser
  }) => {
    const { path } = await shapeTerritory('commune');
    await open(page, TERRITORY);
    await openShape(page, path, SHAPES.commune.name);
    await page.getByRole('link', { name: m.shell_door_elected(), exact: true }).click();
    await expect(page.locator('h1')).toContainText(m.shell_nav_coverage());
    await page
      .getByRole('link', { name: new RegExp(`^${m.shell_nav_programme()}`) })
      .first()
      .click();
    await page.locator('#sheets > summary').click();
    await page.getByRole('link', { name: m.programme_plan_sessions() }).click();
    const marks = (of: Page) => of.getByRole('region', { name: m.actions_grid() }).locator('[id^="seance-"]');
    const type = async (date: string) => {
      await page.getByRole('button', { name: m.actions_add() }).first().click();
      const form = page.getByRole('form', { name: m.actions_add() });
      await form.getByLabel(m.actions_form_date()).fill(date);
      await form.getByLabel(m.actions_form_place()).fill('centre social');
      await form.getByRole('button', { name: m.actions_form_save() }).click();
      await expect(form).toHaveCount(0);
    };
    await type('2026-12-08');
    await type('2026-11-24');
    await visit(page, TERRITORY);
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: m.folder_save(), exact: true }).click()
    ]);

    const other = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await withoutDatabase({ page: other });
    await other.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-12-01' }));
    await open(other, page.url());
    await openShape(other, await saved.path(), SHAPES.commune.name);
    await follow(other, pathOf('actions'));
    await expect(marks(other)).toHaveCount(1);
    const past = other.getByRole('spinbutton').first();
    await past.fill('7');
    await other.getByRole('button', { name: /^Tenue/ }).first().click(); // prettier-ignore
    await expect(past).toHaveCount(0);
    await marks(other).first().click();
    const before = await marks(other).first().getAttribute('aria-label');
    await other.getByRole('button', { name: m.actions_other_date() }).click();
    await other.getByRole('button', { name: /^Choisir / }).first().click(); // prettier-ignore
    await expect(marks(other).first()).not.toHaveAttribute('aria-label', before!);
    expect(await sheets(other)).toBe(1);

    // A list given again says what it changes, and one press comes back to the former.
    await visit(other, TERRITORY);
    const drop = (...rows: string[]) =>
      other
        .locator('#fichiers input[type=file]')
        .first()
        .setInputFiles({
          ...{ name: 'seances.csv', mimeType: 'text/csv' },
          buffer: Buffer.from(['seance;fiche;date;debut;fin;lieu;places', ...rows, ''].join('\n'))
        });
    await drop('1;FA-2;2026-12-10;14h;16h;gymnase;12', '2;FA-2;2026-12-17;14h;16h;gymnase;12');
    const change = other.locator('#fichiers .notice', { hasText: m.folder_sessions_again() });
    await expect(change).toContainText(/Ajoutées.: 2.; changées.: 0/, { timeout: 60_000 });
    await drop('1;FA-2;2026-12-10;14h;16h;gymnase;10', '3;FA-2;2027-01-07;14h;16h;gymnase;12');
    await expect(change).toContainText(/Ajoutées.: 1.; changées.: 1.; retirées.: 1/, { timeout: 60_000 });
    await change.locator('summary').click();
    await expect(change.getByRole('listitem')).toHaveCount(3);
    await change.getByRole('button', { name: m.folder_sessions_back() }).click();
    await expect(change).not.toContainText(/retirées.: 1/);
    await other.context().close();
  });
});
