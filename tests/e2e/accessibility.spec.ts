import { expect, test } from './test.ts';
import { axeFindings } from './axe.ts';
import { ROUTES, mapSettled, nextFrame, open, withoutDatabase } from './page.ts';

/** Each width and each theme is read whole once; `npm run soak` reads them in every pair. */
const LOOKS = [
  [1440, 'light'],
  [360, 'dark'],
  ...(process.env.SOAK
    ? ([
        [1440, 'dark'],
        [360, 'light']
      ] as const)
    : [])
] as const;

test.beforeEach(withoutDatabase);

for (const route of ROUTES) {
  test(`axe finds nothing on /${route}, light and dark, at 1440 and 360 pixels`, async ({ page }) => {
    await open(page, route);
    if (route === '' || route === 'ecoles') await mapSettled(page);
    for (const [width, colorScheme] of LOOKS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await nextFrame(page);
      expect(await axeFindings(page), `${width} ${colorScheme}`).toEqual([]);
      const needed = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(needed, `no sideways scroll at ${width}`).toBeLessThanOrEqual(width);
    }
  });
}

test('axe finds nothing in opened panels, nor on the site map that the footer leads to', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Voir le calcul : Écoles suivies' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Voir le tableau' }).click();
  expect(await axeFindings(page, '.evolution')).toEqual([]);
  await open(page, 'ecoles');
  await page.getByRole('table', { name: 'Ordre de priorité' }).locator('tbody tr').nth(1).click();
  await page.getByText('Comment l’ordre est fait').click();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: 'Plan du site' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Plan du site' })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('the main tasks are done with the keyboard alone', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused();
  await page.getByRole('row', { name: /^Beuvrages/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/lieu=\d{5}/);
  await page.getByRole('radio', { name: 'Tous' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/niveau=maternelle/);
});

test('the page reflows with text at twice its size', async ({ page }) => {
  // A zoom of 200 % on a screen of 1280 px leaves 640 px to the page.
  await page.setViewportSize({ width: 640, height: 400 });
  await open(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
});
