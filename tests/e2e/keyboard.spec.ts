// With keys alone: the head of service paints, optimises and accepts; the coordinator reads a referent's travel, then a portrait.
import { expect, test, type Page } from './test.ts';
import { open } from './page.ts';

/** Presses Tab until what is wanted has the focus, and says what it is. */
async function tabTo(page: Page, name: RegExp, most = 160, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press(key);
    const words = await page.evaluate(() => {
      const at = document.activeElement;
      const label = at?.getAttribute('aria-label') ?? (at as HTMLInputElement | null)?.labels?.[0]?.innerText;
      return (label ?? (at as HTMLElement | null)?.innerText ?? '').replace(/\s+/g, ' ').trim();
    });
    if (name.test(words)) return;
  }
  throw new Error(`${String(name)} is not reached by Tab`);
}

test('a head of service gives a school, and takes one of the splits found, without a mouse', async ({
  page
}) => {
  await open(page, 'secteurs');
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'Une école' })).toBeChecked();
  await page.keyboard.press('Escape');
  await tabTo(page, /^Prendre celle-ci/);
  await page.keyboard.press('Enter');
  const changes = page.getByText(/L’écart de charge le plus fort (passe|reste) de/);
  const sentence = await changes.innerText();
  await tabTo(page, /^Choisir école par école/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Tout déplier/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Référent de « /, 250);
  await page.keyboard.press('End');
  await expect(changes).not.toHaveText(sentence);
  await page.keyboard.press('Control+z');
  await expect(changes).toHaveText(sentence);
});

test('a coordinator reads what the road costs a referent, then opens a portrait, without a mouse', async ({
  page
}) => {
  await open(page, 'deplacements');
  await tabTo(page, /^(Route|Trajets)$/);
  await page.keyboard.press('Enter');
  const most = page.getByRole('table', { name: /semaine/ }).first().locator('tbody tr').first(); // prettier-ignore
  await expect(most).toContainText(/Référent \d.*\d\s?h/);
  await tabTo(page, /^Élus$/, 40, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Élus', exact: true })).toHaveAttribute('aria-current', 'true');
  await tabTo(page, /^Communes et quartiers/);
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Communes et quartiers');
  await tabTo(page, /^Votre commune/, 30);
  await page.keyboard.type('fresnes sur');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Fresnes-sur-Escaut');
  await expect(page.getByText(/Référent \d, base .* de sa base/).first()).toBeVisible();
});
