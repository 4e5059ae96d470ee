// A head of service reads, for the posts asked, which school opens when and where each post is based, and takes it to a council.
import { m } from './messages.ts';
import { axeFindings } from './axe.ts';
import { nextFrame, open, overflow, saved } from './page.ts';
import { expect, test, type Page } from './test.ts';

// A year without a plan in the time given keeps its estimate: the search ends by itself, on a slow machine as well.
test.use({ searchSeconds: 240 });

const section = (page: Page) => page.locator('section.route');
const cells = async (page: Page, name: RegExp) =>
  (
    await section(page)
      .locator('tbody tr')
      .filter({ has: page.locator('th', { hasText: name }) })
      .locator('td')
      .allInnerTexts()
  ).map((text) => Number(text.replace(/\s+/gu, '')));

test('the places of the posts asked: the calendar of every page on four maps, each year checked; it fits a phone and leaves as CSV, note and step of the story once no figure is an estimate', async ({
  page
}) => {
  test.setTimeout(600_000);
  const note = section(page).getByRole('button', { name: m.route_note() });
  await open(page, 'ecoles?postes=1.5');
  await page.getByText(m.means_places(), { exact: true }).click();
  await expect(note).toBeDisabled();
  await expect(section(page)).toHaveAttribute('data-route', 'done', { timeout: 240_000 });

  const maps = section(page).locator('svg[role="img"]');
  await expect(maps).toHaveCount(4);
  const [waiting, followed] = [await cells(page, /^Écoles en attente/), await cells(page, /^Écoles suivies/)];
  expect([waiting[0], waiting.at(-1)]).toEqual([11, 0]);
  expect(followed.map((count, at) => count + waiting[at]!)).toEqual([78, 78, 78, 78]);
  await expect(maps.first().locator('[data-waiting]')).toHaveCount(11);
  await expect(maps.nth(3).locator('[data-post]')).toHaveCount(2);
  await expect(section(page)).toContainText(m.route_proof_choice());
  await expect(section(page)).toContainText(/Bases proposées/);

  await expect(note).toBeEnabled({ timeout: 240_000 });
  await page.setViewportSize({ width: 360, height: 800 });
  await nextFrame(page);
  expect(await axeFindings(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await section(page)
    .getByRole('button', { name: new RegExp(`^${m.actions_export()}`) })
    .click();
  const csv = page.getByRole('button', { name: 'CSV', exact: true }).first();
  const { text } = await saved(page, () => csv.click());
  expect(text.split('\n').filter((line) => line.trim() !== '')).toHaveLength(5);
  await page.keyboard.press('Escape');
  expect((await saved(page, () => note.click())).name).toMatch(/\.docx$/);
  await section(page).getByRole('button', { name: m.share_story() }).click();
  await expect(section(page).getByRole('status').first()).not.toBeEmpty();
  await page.getByRole('link', { name: m.shell_door_elected(), exact: true }).click();
  await page
    .getByRole('link', { name: new RegExp(`^${m.council_title()}`) })
    .first()
    .click();
  await expect(page).toHaveURL(/seance/);
  const title = 'L’ouverture des onze écoles en attente, année par année';
  await expect(page.getByRole('img', { name: title }).first()).toBeVisible();
});
