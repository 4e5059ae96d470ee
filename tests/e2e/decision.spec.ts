// The decision in use, in the reader's hands: Back undoes a choice, leaving asks when something is unsaved, the selector lists what is decided.
import { expect, test, type Page } from './test';
import { open, routesOf, withoutDatabase } from './page';
import { plainText } from './one-figure';

test.beforeEach(withoutDatabase);

/** Milliseconds below which two choices are one (`session/address-sync`). */
const ONE_CHOICE = 1000;

/** The next choice is another one. */
async function settled(page: Page): Promise<void> {
  const since = await page.evaluate(() => Date.now());
  await page.waitForFunction((after) => Date.now() >= after, since + ONE_CHOICE);
}

test('Back undoes the last choice of the page, one by one, before it leaves it', async ({ page }) => {
  await open(page, 'programme');
  await page
    .getByRole('navigation', { name: 'Élus' })
    .getByRole('link', { name: /^Couverture/ })
    .click();
  const place = page.getByRole('combobox', { name: 'Lieu' });
  const year = page.getByRole('combobox', { name: 'Année scolaire' });
  await expect(place).toBeVisible();
  const latest = await year.inputValue();
  await place.selectOption({ label: 'Anzin' });
  await expect(page).toHaveURL(/[?&]lieu=/);
  await settled(page);
  await year.selectOption('2023-2024');
  await expect(page).toHaveURL(/[?&]annee=2023-2024/);

  await page.goBack();
  await expect(page).not.toHaveURL(/annee=/);
  await expect(year).toHaveValue(latest);
  await expect(place.locator('option:checked')).toHaveText('Anzin');
  await page.goBack();
  await expect(page).not.toHaveURL(/lieu=/);
  await expect(place.locator('option:checked')).not.toHaveText('Anzin');
  await page.goBack();
  await expect(page).toHaveURL(/programme\/$/);
});

test('leaving asks when something is unsaved, and only then', async ({ page, context }) => {
  const idle = await context.newPage();
  await withoutDatabase({ page: idle });
  await open(idle, 'avenir');
  // The browser asks of those only who have touched the page.
  await idle.keyboard.press('Tab');
  const closed = idle.waitForEvent('close');
  await idle.close({ runBeforeUnload: true });
  await closed;

  await open(page, 'avenir');
  const slider = page.getByRole('slider').first();
  await slider.press('Home');
  await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('posts');
  const asking = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const asked = await asking;
  expect(asked.type()).toBe('beforeunload');
  await asked.dismiss();
  await expect(slider).toBeVisible();
});

test('a year of meetings that was planned is in the decision that the selector lists, on other pages too', async ({
  page
}) => {
  test.slow();
  const listed = async () => {
    await page
      .getByRole('button', { name: /^Répartition\s*aujourd’hui/ })
      .first()
      .click();
    const decision = page.getByRole('dialog').getByRole('region', { name: 'Décision en cours' });
    await expect(decision).toContainText(/\d{4}-\d{4}, proposé\s: \d+ réunions datées, \d+ fixées/, {
      timeout: 60_000
    });
    return (await decision.innerText()).replace(/\s+/g, ' ');
  };
  await open(page, 'reunions');
  const there = await listed();
  await open(page, 'ecoles');
  expect(await listed()).toBe(there);
});

/** The five lines of the decision in use, as a page shows or prints them. */
function decided(text: string): string[] {
  const labels = ['Lieu', 'Année des chiffres', 'Répartition', 'Calendrier des réunions', 'Postes demandés'];
  const [, after = ''] = /Décision en cours(.*)$/.exec(plainText(text)) ?? [];
  const pattern = labels.map((label) => `${label}(?: :)? (.+?)(?: ·)?`).join(' ');
  return (new RegExp(`${pattern}(?:\\.| Rien à décider| Repères du mois|$)`).exec(after) ?? []).slice(1);
}

test('the prints of the door say the same five lines of the decision in use', async ({ page }) => {
  test.slow();
  await open(page, 'avenir?lieu=59014');
  await page.emulateMedia({ media: 'print' });
  const first = decided(await page.locator('main').innerText());
  expect(first).toHaveLength(5);
  expect(first[2]).toBe('Aujourd’hui');
  expect(first[4]).toMatch(/ proposés?$/);
  await page.emulateMedia({ media: 'screen' });
  for (const path of routesOf(({ door }) => door === 'head')) {
    await open(page, path);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(async () => decided(await page.locator('main').innerText()), path).toEqual(first);
    await page.emulateMedia({ media: 'screen' });
  }
});

test('the selector says what is not saved, and what would be lost is listed before all is erased', async ({
  page
}) => {
  await open(page, 'avenir');
  await page.getByRole('slider').first().press('ArrowLeft');
  const selector = page.getByRole('button', { name: /^Répartition/ }).first();
  await expect(selector).toHaveAccessibleName(/Non enregistré : Postes demandés$/);
  await selector.click();
  await expect(page.getByRole('dialog').getByRole('region', { name: 'Décision en cours' })).toContainText(
    'Un demi-poste, non enregistré'
  );
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Confidentialité' }).first().click();
  const asking = page.getByRole('dialog', { name: 'Ceci n’est enregistré nulle part et serait perdu' });
  const erase = page.locator('main').getByRole('button', { name: 'Tout effacer' }).first();
  await erase.click();
  await expect(asking.getByRole('listitem')).toHaveText([/^Postes demandés\s: Un demi-poste$/]);
  await asking.getByRole('button', { name: 'Rester' }).click();
  await expect(asking).toBeHidden();
  await erase.click();
  await asking.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(asking).toBeHidden();
  // Nothing is left to lose: it is not asked any more.
  await erase.click();
  await expect(asking).toBeHidden();
});
