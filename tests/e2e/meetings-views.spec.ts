// Every view of Réunions is accessible, light and dark, on a screen and on a phone; a phone's year is a list first; without members, what to do is said.
import { axeFindings } from './axe.ts';
import { BEFORE_THE_YEAR, planned } from './meetings-page.ts';
import { m } from './messages.ts';
import { choose, follow, open, overflow } from './page.ts';
import { expect, test } from './test.ts';

test.use({ today: BEFORE_THE_YEAR, searchSeconds: 1 });

test('every view beside the year is accessible, light on a screen, dark on a phone, and as wide as they are @telephone', async ({
  page
}, { project }) => {
  await page.emulateMedia({ colorScheme: project.name === 'telephone' ? 'dark' : 'light' });
  await open(page, 'reunions?equipe=EPS-01&reunion=2');
  await planned(page);
  for (const [view, word] of [
    [m.meetings_find(), 'date'],
    [m.meetings_view_changes(), 'changements'],
    [m.meetings_view_agenda(), 'ordre-du-jour'],
    [m.meetings_view_teams(), 'equipes'],
    [m.meetings_kept_do(), 'plans']
  ] as const) {
    const opened = page.getByRole('button', { name: view, exact: true });
    // A team's sheet and the kept calendars open from the year.
    if (word === 'equipes' || word === 'plans') {
      await choose(page, m.meetings_view_year());
      await opened.click();
    } else await choose(page, view);
    await expect(page).toHaveURL(new RegExp(`vue=${word}`));
    expect(await axeFindings(page), view).toEqual([]);
    expect(await overflow(page), view).toBeLessThanOrEqual(0);
  }
});

test('on a phone the year is a list of months first, a meeting to come opens its dates, and the table opens on the week shown, more on each side @touch', async ({
  page
}) => {
  await open(page, 'reunions');
  await planned(page);
  const grid = page.locator('.year-grid');
  await expect(grid).toHaveCount(0);
  await page.locator('.months button').first().click();
  await expect(page).toHaveURL(/vue=date/);
  await follow(page, '/reunions?semaine=2027-01-11');
  await page.getByRole('radio', { name: m.meetings_shape_table() }).check();
  await expect(grid).toHaveAttribute('data-more-before');
  await expect(grid).toHaveAttribute('data-more-after');
  const { x, width } = (await grid.locator('th.on').boundingBox())!;
  expect(x).toBeGreaterThan(144);
  expect(x + width).toBeLessThan(360);
});

test('a territory without members of teams is told what to drop and where @telephone', async ({ page }) => {
  await page.route('**/graph/meetings.json', (route) => route.fulfill({ status: 404, body: '' }));
  await open(page, 'reunions');
  await expect(page.getByText(m.meetings_empty_members())).toBeVisible();
  await expect(page.locator('#contenu').getByRole('link', { name: m.meetings_empty_way() })).toBeVisible();
});
