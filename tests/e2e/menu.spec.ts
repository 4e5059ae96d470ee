// From one page to another by the menu: each comes whole, and the way back leads to where one was.
import { expect, test } from './test.ts';
import { m } from './messages.ts';
import { choose, mapSettled, open, pageAction, withoutDatabase } from './page.ts';
import { countWork, quiet } from './quiet.ts';

test.beforeEach(withoutDatabase);

test('pages reached by the menu come whole, however quickly one leaves them @map', async ({ page }) => {
  test.slow();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await countWork(page);
  await open(page, 'methode');
  const doors = page.getByRole('navigation', { name: 'Pages', exact: true });
  const reach = async (door: string, name: RegExp, part?: string) => {
    await doors.getByRole('link', { name: door }).click();
    await page.getByRole('navigation', { name: door }).getByRole('link', { name }).click();
    if (part) await expect(page.locator(part).first()).toBeVisible();
  };
  await reach('Élus', /^Couverture/, '.evolution svg');
  await mapSettled(page);
  await reach('Direction', /^Attente et moyens/, 'main table');
  await reach('Élus', /^Couverture/);
  await choose(page, m.coverage_moment_change());
  await expect(page.locator('.schools li').first()).toBeVisible();
  await reach('Élus', /^Actions et financements/, '.flow svg');
  await reach('Coordination', /^Déplacements/, 'main table');
  await reach('Direction', /^Répartition/);
  await reach('Élus', /^Couverture/);
  await reach('Élus', /^Actions et financements/);
  await page.getByRole('link', { name: 'Données et méthode' }).click();
  await page
    .getByRole('navigation', { name: 'Données et méthode' })
    .getByRole('link', { name: /^Méthode/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /Méthode/ })).toBeVisible();
  await quiet(page);
  expect(faults).toEqual([]);
});

test('the way back leads to the place that one was reading', async ({ page }) => {
  await open(page, 'programme');
  await expect
    .poll(() =>
      page.evaluate(() => {
        scrollTo(0, 700);
        return scrollY;
      })
    )
    .toBeGreaterThan(600);
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('footer a[href$="/plan/"]')!.click());
  await expect(page).toHaveURL(/plan\/$/);
  await page.goBack();
  await expect(page.locator('.flow').first()).toBeVisible();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(600);
});

test('the menu says which door and which page are open, on a phone too, and without any script', async ({
  browser
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('secteurs');
  const doors = page.getByRole('navigation', { name: 'Pages', exact: true });
  await expect(doors.getByRole('link')).toHaveText(['Élus', 'Direction', 'Coordination']);
  await expect(doors.getByRole('link', { name: 'Direction' })).toHaveAttribute('aria-current', 'true');
  const pages = page.getByRole('navigation', { name: 'Direction' });
  await expect(pages.getByRole('link', { name: /^Répartition/ })).toHaveAttribute('aria-current', 'page');
  await expect(pages.getByRole('link', { name: /^Répartition/ })).toContainText(/\?$/);
  await doors.getByRole('link', { name: 'Élus' }).click();
  await expect(page).toHaveURL(/:\d+\/$/);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByText('Qui est suivi, qui attend').locator('visible=true').click();
  await page
    .getByRole('navigation', { name: 'Élus' })
    .getByRole('link', { name: /^En conseil/ })
    .click();
  await expect(page).toHaveURL(/seance\/$/);
  await page.getByText('Menu', { exact: true }).click();
  await page
    .getByRole('navigation', { name: 'Références' })
    .getByRole('link', { name: /^Données/ })
    .click();
  await expect(page).toHaveURL(/donnees\/$/);
  await context.close();
});

test('the door is the reader’s: a page of another door leaves it lit, the way back and a copied link as well', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const lit = page.getByRole('navigation', { name: 'Pages', exact: true }).locator('[aria-current]');
  await open(page, 'ecoles');
  await expect(lit).toHaveText('Direction');
  await page.evaluate(() => document.querySelector<HTMLAnchorElement>('footer a[href$="/plan/"]')!.click());
  await page
    .locator('main')
    .getByRole('link', { name: /^Actions et financements/ })
    .click();
  await expect(lit).toHaveText('Direction');
  const row = page.getByRole('navigation', { name: 'Direction' });
  await expect(row.getByRole('link', { name: /^Actions et financements/ })).toHaveAttribute(
    'aria-current',
    'page'
  );
  await pageAction(page, 'Partager');
  await page.getByRole('dialog').getByRole('button', { name: 'Copier le lien' }).click();
  await expect(page.getByRole('dialog').getByText('Lien copié.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('porte=direction');
  expect(await page.evaluate(() => Object.values(localStorage).join())).not.toContain('direction');
  await open(page, 'programme');
  await expect(lit).toHaveText('Élus');
  await page.goto(link);
  await expect(lit).toHaveText('Direction');
});

test('an official finds their commune by its name; a view is projected from its page, and left to it', async ({
  page
}) => {
  await open(page);
  await page.getByRole('combobox', { name: 'Votre commune' }).fill('saint saulve');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Saint-Saulve');
  await open(page, 'programme');
  await pageAction(page, 'Projeter');
  const deck = page.getByRole('dialog', { name: /./ });
  await expect(deck).toContainText('Actions et financements');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/programme\//);
});

test('on a phone the actions are one button at the foot, beside what is done most', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 740 });
  await open(page);
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await expect(page.getByRole('group', { name: 'Actions' }).getByRole('button')).toHaveCount(4);
  await page.getByRole('button', { name: 'Ma commune' }).click();
  await expect(page.getByRole('combobox', { name: 'Votre commune' })).toBeFocused();
});

test('what is fictitious in the demonstration is one link away', async ({ page }) => {
  await open(page);
  await page.getByRole('link', { name: m.shell_demo() }).click();
  await expect(page.getByRole('heading', { name: m.method_demo() })).toBeInViewport();
});
