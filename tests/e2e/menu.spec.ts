// From one page to another by the menu: each comes whole, and the way back leads to where one was.
import { expect, test } from './test.ts';
import { mapSettled, open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

test('pages reached by the menu come whole, however quickly one leaves them @map', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await open(page, 'methode');
  const reach = async (group: string, name: RegExp, part?: string) => {
    if (group !== 'Références')
      await page
        .getByRole('navigation', { name: 'Pages', exact: true })
        .getByRole('link', { name: group })
        .click();
    await page.getByRole('navigation', { name: group }).getByRole('link', { name }).click();
    if (part) await expect(page.locator(part).first()).toBeVisible();
  };
  await reach('Comprendre', /^Couverture/, '.evolution svg');
  await mapSettled(page);
  await reach('Comprendre', /^En attente/, '.queue svg');
  await reach('Comprendre', /^Évolution/, '.schools li');
  await reach('Comprendre', /^Programme/, '.flow svg');
  await reach('Organiser', /^Déplacements/, '.towns table');
  await reach('Organiser', /^Secteurs/, '.sectors .panel table');
  await reach('Comprendre', /^Couverture/);
  await reach('Organiser', /^Secteurs/);
  await reach('Comprendre', /^Programme/);
  await reach('Références', /^Méthode/);
  await expect(page.getByRole('heading', { level: 1, name: /Méthode/ })).toBeVisible();
  await page.waitForTimeout(500);
  expect(faults).toEqual([]);
});

test('the way back leads to the place that one was reading', async ({ page }) => {
  await open(page, 'programme');
  await page.evaluate(() => scrollTo(0, 1400));
  await page.waitForTimeout(300);
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('footer a[href$="/plan/"]')!.click());
  await expect(page).toHaveURL(/plan\/$/);
  await page.goBack();
  await expect(page.locator('.flow').first()).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1300);
});

test('the menu says which group and which page are open, on a phone too, and without any script', async ({
  browser
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('secteurs');
  const groups = page.getByRole('navigation', { name: 'Pages', exact: true });
  await expect(groups.getByRole('link')).toHaveText(['Comprendre', 'Organiser', 'Présenter']);
  await expect(groups.getByRole('link', { name: 'Organiser' })).toHaveAttribute('aria-current', 'true');
  const pages = page.getByRole('navigation', { name: 'Organiser' });
  await expect(pages.getByRole('link', { name: 'Secteurs' })).toHaveAttribute('aria-current', 'page');
  await groups.getByRole('link', { name: 'Présenter' }).click();
  await expect(page).toHaveURL(/seance\/$/);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByText('Menu', { exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Comprendre' })
    .getByRole('link', { name: /^En attente/ })
    .click();
  await expect(page).toHaveURL(/ecoles\/$/);
  await context.close();
});

test('who opens a page of the demonstration reads that its data are before any figure, and what is fictitious, on paper as well', async ({
  page
}) => {
  for (const [path, year] of [
    ['', 'Année scolaire 2025-2026, situation au 30 juin 2026'],
    ['ecoles', 'Année scolaire 2025-2026, situation au 30 juin 2026'],
    ['evolution', 'Années scolaires 2024-2025 et 2025-2026, situations au 30 juin 2025 et au 30 juin 2026'],
    ['programme', 'Année scolaire 2025-2026, situation au 30 juin 2026'],
    ['territoires/59014', 'Année scolaire 2025-2026, situation au 30 juin 2026']
  ] as const) {
    await open(page, path);
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const words = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
      const first = words.indexOf('Données fictives');
      expect(first, `${path} ${media}`).toBeGreaterThan(-1);
      // No figure of the territory stands before.
      expect(words.slice(0, first), `${path} ${media}`).not.toMatch(/\d/);
      expect(words, `${path} ${media}`).toContain(year);
      expect(words.slice(0, words.indexOf(year)), `${path} ${media}`).not.toMatch(
        /\d+ (?:enfants|écoles|élèves|référents)/
      );
    }
    await page.emulateMedia({ media: 'screen' });
  }
  await page.getByRole('link', { name: 'Données fictives' }).click();
  await expect(page.getByRole('heading', { name: 'Ce qui est fictif dans ce territoire' })).toBeInViewport();
});
