// From one page to another by the menu: each comes whole, and the way back leads to where one was.
import { expect, test } from './test.ts';
import { mapSettled, open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

test('pages reached by the menu come whole, however quickly one leaves them', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await open(page, 'methode');
  const menu = page.getByRole('navigation', { name: 'Pages' }).first();
  const reach = async (name: RegExp, part: string) => {
    await menu.getByRole('link', { name }).click();
    await expect(page.locator(part).first()).toBeVisible();
  };
  await reach(/^Couverture/, '.evolution svg');
  await mapSettled(page);
  await reach(/^En attente/, '.queue svg');
  await reach(/^Évolution/, '.schools li');
  await reach(/^Programme/, '.flow svg');
  await reach(/^Déplacements/, '.towns table');
  await reach(/^Secteurs/, '.schools table');
  for (const name of ['Couverture', 'Évolution', 'Secteurs', 'Programme', 'Méthode'])
    await menu.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Méthode/ })).toBeVisible();
  await page.waitForTimeout(500);
  expect(faults).toEqual([]);
});

test('the way back leads to the place that one was reading', async ({ page }) => {
  await open(page, 'programme');
  await page.evaluate(() => scrollTo(0, 1400));
  await page.waitForTimeout(300);
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('footer a[href$="/plan"]')!.click());
  await expect(page).toHaveURL(/plan$/);
  await page.goBack();
  await expect(page.locator('.flow').first()).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(1300);
});
