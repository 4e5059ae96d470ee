// A commune by its own criteria: chosen by keyboard, searched and controlled, kept by its link, printed, brought back to the whole territory.
import { m } from './messages.ts';
import { open, overflow } from './page.ts';
import { expect, test, type Page } from './test.ts';

/** Milliseconds for a search and its second check, on a machine that does much else. */
const SEARCHED = { timeout: 240_000 };
const COMMUNE = 'Marly';
const BY_LEVEL = m.sectors_commune_by({ commune: COMMUNE, criteria: m.sectors_criterion_level() });

const fold = (page: Page) => page.locator('#communes');
const act = (page: Page, words: string) =>
  fold(page).getByRole('button', {
    name: m.sectors_commune_act({ commune: COMMUNE, act: words }),
    exact: true
  });
const line = (page: Page) => fold(page).getByRole('listitem').filter({ hasText: COMMUNE });
async function unfold(page: Page): Promise<void> {
  await page.locator('#reglages > summary').click({ timeout: 30_000 });
  await fold(page).locator('summary').click({ timeout: 30_000 });
}

test('a commune is given its own criteria; search, second check, link and print follow them; one press brings it back', async ({
  page
}) => {
  test.setTimeout(300_000);
  await open(page, 'secteurs?mesure=charge&tenant=oui&tolerance=20');
  await expect(page.locator('[data-card]').first()).toBeVisible(SEARCHED);
  await unfold(page);
  await expect(fold(page).locator('summary')).toContainText(m.sectors_communes_none());

  await test.step('by keyboard alone, and undone', async () => {
    await act(page, m.sectors_commune_change()).focus();
    await page.keyboard.press('Enter');
    const level = line(page).getByRole('checkbox', { name: m.sectors_criterion_level() });
    await level.focus();
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/communes=59383\*niveau/);
    await page.keyboard.press('Control+z');
    await expect(page).not.toHaveURL(/communes=/);
    await page.keyboard.press('Control+y');
    await expect(line(page)).toContainText(m.sectors_criterion_level());
    await page.keyboard.press('Escape');
    await expect(act(page, m.sectors_commune_change())).toBeFocused();
    await expect(fold(page).locator('summary')).toContainText(
      m.sectors_communes_own({ count: 1, names: COMMUNE })
    );
  });

  await test.step('the search and its second check are of these units, and say so', async () => {
    await page.locator('#convaincre > summary').click();
    await page.getByText(m.sectors_ready_details(), { exact: true }).click();
    await page.getByRole('button', { name: m.sectors_optimise() }).click();
    const better = page.getByRole('region', { name: m.sectors_better() });
    const sheet = better.getByRole('button', { name: m.sectors_certificate_open() });
    await expect(sheet).toBeVisible(SEARCHED);
    await sheet.click();
    await expect(page.getByRole('dialog')).toContainText(BY_LEVEL);
    await page.keyboard.press('Escape');
  });

  await test.step('a reload by the link keeps them, and print says them', async () => {
    await page.reload();
    await unfold(page);
    await expect(line(page)).toContainText(m.sectors_criterion_level());
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-sheet]').first()).toContainText(BY_LEVEL, { timeout: 60_000 });
    await page.emulateMedia({ media: null });
  });

  await test.step('on a phone nothing is wider than the screen', async () => {
    await act(page, m.sectors_commune_change()).click();
    await page.setViewportSize({ width: 360, height: 740 });
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0);
  });

  await test.step('one press, and it follows the whole territory again', async () => {
    await act(page, m.sectors_commune_back()).click();
    await expect(page).not.toHaveURL(/communes=/);
    await expect(fold(page).locator('summary')).toContainText(m.sectors_communes_none());
  });
});

test('a link with criteria that mean nothing here is opened without them, and says so', async ({ page }) => {
  await open(page, 'secteurs?mesure=heures&tenant=oui&communes=99999*niveau~59383*partie');
  await expect(page.getByText('99999*niveau, 59383*partie')).toBeVisible();
  await unfold(page);
  await expect(line(page)).toContainText(m.sectors_commune_follows());
});
