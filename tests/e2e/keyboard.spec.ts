// With keys alone: the head of service paints, optimises and accepts, then answers the State; the coordinator reads a referent's travel, then a portrait, and
// convenes a meeting.
import { expect, test, type Page } from './test.ts';
import { open, routesOf } from './page.ts';

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

/** The name of what has the focus. */
const focusedName = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const ANY_DATE = /^(lundi|mardi|mercredi|jeudi|vendredi) \d+/;

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

test('a head of service fills an answer of the report and prepares it, without a mouse; the view shown is in the address', async ({
  page
}) => {
  await open(page, routesOf(({ feature }) => feature === 'report')[0]);
  await expect(page.getByText(/^380 dossiers fictifs/)).toBeVisible();
  await tabTo(page, /^Ce qui a changé cette année/);
  await page.keyboard.type('Une équipe de plus');
  await tabTo(page, /^Préparer \(\.xlsx\)/);
  await expect(page.locator('.voice')).toContainText('une est saisie');
  const file = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await file;
  await expect(page.getByRole('table', { name: 'Registre des sorties' })).toContainText('Ne pas diffuser');
  await expect(page.getByRole('button', { name: 'Préparer (.xlsx)' })).toBeFocused();
  await tabTo(page, /^Réponses$/, 160, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  const paths = page.getByRole('heading', { name: 'Parcours', exact: true });
  await expect(paths).toBeVisible();
  await expect(page).toHaveURL(/\?vue=parcours$/);
  await page.reload();
  await expect(paths).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/vue=/);
  await expect(page.getByRole('heading', { name: 'Avancement' })).toBeVisible();
});

test('a coordinator reads the agenda of a meeting and takes its convocation, without a mouse', async ({
  page
}) => {
  await page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-11-16' }));
  await open(page, `${routesOf(({ feature }) => feature === 'meetings')[0]}?vue=ordre-du-jour`);
  await expect(page.locator('.voice')).toContainText('aucun ordre du jour ne fait mieux', {
    timeout: 60_000
  });
  // Of 110 meetings Tab reaches one; arrows go to the others.
  await tabTo(page, ANY_DATE);
  const first = await focusedName(page);
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedName(page)).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/reunion=\d/);
  await page.keyboard.press('Tab');
  expect(await focusedName(page)).not.toMatch(ANY_DATE);
  await tabTo(page, ANY_DATE, 1, 'Shift+Tab');
  await page.keyboard.press('End');
  await expect(page.locator('[data-line="agenda"]').last()).toBeFocused();
  await tabTo(page, /^Équipe/, 5, 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/equipe=/);
  await tabTo(page, ANY_DATE, 5);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/reunion=\d/);
  const word = page.waitForEvent('download');
  await tabTo(page, /^Convocation \(Word\)/);
  await page.keyboard.press('Enter');
  expect((await word).suggestedFilename()).toMatch(/\.docx$/);
});

test('the year of the meetings is passed in a few stops, its weeks and teams by arrows', async ({ page }) => {
  await page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-11-16' }));
  await open(page, routesOf(({ feature }) => feature === 'meetings')[0]);
  const grid = page.locator('.year-grid');
  await expect(grid.locator('button.meeting')).toHaveCount(110);
  // A week, a team, a meeting.
  await expect(grid.locator('button[tabindex="0"]')).toHaveCount(3);
  await expect(grid.locator('button:not([tabindex])')).toHaveCount(0);
  await tabTo(page, /^Semaine 47/);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focusedName(page)).toMatch(/^Semaine 48/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/semaine=/);
  await page.keyboard.press('Tab');
  const team = page.locator('.year-grid button.team:focus');
  const first = await team.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(team).not.toHaveText(first!);
});
