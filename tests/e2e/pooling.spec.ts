// What sharing the service brings: told with its range, under the reader's hypotheses, kept in the link, taken to a council.
import { m } from './messages.ts';
import { axeFindings } from './axe.ts';
import { choose, open, saved } from './page.ts';
import { expect, test, type Page } from './test.ts';

const unfold = (page: Page) => page.locator('#mutualisation > summary').click();
const section = (page: Page) => page.getByRole('region', { name: m.pooling_title() });

test('the comparison is told with its ranges, opens its calculation, follows the hypotheses, which the link keeps, and leaves as a note and a step of the story', async ({
  page
}) => {
  await open(page, 'ecoles');
  await unfold(page);
  const sentence = section(page).locator('.said');
  const gain = section(page).locator('.gain').first();
  // Led by the tenth of a post, then what rounding makes of it; the road has its own line.
  await expect(sentence).toContainText(
    /entre \d,\d et \d,\d poste de moins.*entre \d(,5)? et \d(,5)? postes de moins.*entre \d et \d/s
  );
  await expect(sentence).not.toContainText(/trajets|route/);
  await expect(sentence).toContainText(/jusqu’à \d+ écoles de plus/);

  await test.step('a figure opens its calculation and what it takes for granted', async () => {
    const name = m.demand_how_of({ figure: m.pooling_posts() });
    await section(page).getByRole('button', { name }).click();
    const sheet = page.getByRole('dialog', { name });
    await expect(sheet).toContainText(/\d+\sh\s\d\d de charge par semaine ÷ 6 postes = \d+\sh\s\d\d/);
    await expect(sheet).toContainText('La direction et les coordinations ne sont pas comptées');
    expect(await axeFindings(page, '[role=dialog]')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('by whole posts, without any spread, after a reload too', async () => {
    await choose(page, m.pooling_steps_whole());
    await expect(gain).toContainText(/entre 5 et 6 postes de moins/);
    await expect(page).toHaveURL(/postes-par=entiers/);
    await section(page).getByLabel(m.pooling_spread()).fill('0');
    await section(page).getByLabel(m.pooling_spread()).press('Enter');
    await expect(page).toHaveURL(/ecart=0/);
    await expect(gain).toContainText(/6 postes de moins/);
    await page.reload();
    await unfold(page);
    await expect(gain).toContainText(/6 postes de moins/);
    await expect(page.getByRole('radio', { name: m.pooling_steps_whole() })).toBeChecked();
  });

  await test.step('a note for Word, and a step with its map and its sentence', async () => {
    const note = section(page).getByRole('button', { name: m.pooling_note() });
    expect((await saved(page, () => note.click())).bytes.subarray(0, 2).toString()).toBe('PK');
    await section(page).getByRole('button', { name: m.share_story() }).click();
    await page.getByRole('link', { name: m.shell_door_elected(), exact: true }).click();
    await page
      .getByRole('link', { name: new RegExp(`^${m.council_title()}`) })
      .first()
      .click();
    const step = page.locator('ol > li').last();
    await step.getByRole('heading').first().click();
    await expect(step.getByLabel(m.council_step_title(), { exact: true })).toHaveValue(m.pooling_title());
    await expect(step.locator('textarea')).toHaveValue(/6 postes de moins/);
    await expect(step.locator('svg').first()).toBeVisible();
  });
});
