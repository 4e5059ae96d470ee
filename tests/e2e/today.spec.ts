// Aujourd'hui: the head of service reads what waits, opens the page of a point with the decision in use, takes the note.
import { strFromU8, unzipSync } from 'fflate';
import { m } from './messages.ts';
import { follow, open, pageAction, saved, sheets, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.use({ today: '2026-12-01', searchSeconds: 1 });
test.beforeEach(withoutDatabase);

const points = (page: Page) => page.getByRole('region', { name: m.today_points() }).getByRole('listitem');
const point = (page: Page, title: RegExp) =>
  points(page).filter({ has: page.getByRole('heading', { name: title }) });
const decided = (page: Page) => page.getByRole('region', { name: m.today_decision() });
const opening = (pageName: string) => m.today_open({ page: pageName });
/** The road of the répartition in use is known. */
const loaded = (page: Page) =>
  expect(point(page, /^Charge/)).toContainText(
    /Charge des référents à revoir\s: de −\d+\s% à \+\d+\s% de leur part/
  );
const plain = (words: string) => words.replace(/\s+/g, ' ').trim();

test('the points that wait stand in order, each with its reason and the page that it opens, and print on one sheet', async ({
  page
}) => {
  await open(page, 'aujourdhui');
  await loaded(page);
  await expect(page.locator('.voice')).toContainText(/points? attend(ent)? une décision/);
  await expect(page.locator('.voice')).toContainText(m.today_subject_sessions());
  await expect(points(page).first()).toContainText(/séances? (est|sont) compromises?/);
  await expect(points(page).first().getByRole('link')).toHaveText(opening(m.actions_title()));
  await expect(point(page, /écoles attendent/)).toContainText(/demande .*poste/);
  await expect(point(page, /écoles attendent/)).toContainText(
    m.today_split_before({ rank: 2 }).replace(/^.*?sans/, 'sans')
  );
  await expect(point(page, /écoles attendent/).getByRole('link')).toHaveText(opening(m.shell_nav_waiting()));
  await expect(point(page, /communes? sans action/).getByRole('link')).toHaveAttribute('href', /theme=/);
  await expect(page.getByText('mardi 1er décembre 2026', { exact: false })).toBeVisible();
  expect(await sheets(page)).toBe(1);
});

test('from the meetings to the points: who never comes is one; the note says them all; a commune is kept to the page of a point and back', async ({
  page
}) => {
  await open(page, 'reunions');
  await expect(page.locator('button.meeting')).toHaveCount(110);
  await expect(page.getByRole('button', { name: m.meetings_stop() })).toBeHidden();
  await page.getByRole('link', { name: m.shell_door_head() }).first().click();
  await loaded(page);
  await expect(decided(page)).toContainText('110');
  await expect(page.getByText(/absents? à toutes/)).toBeVisible();

  const titles = await points(page).getByRole('heading').allTextContents();
  await pageAction(page, 'Exporter');
  const note = await saved(page, () => page.getByRole('button', { name: m.today_export_note() }).click());
  expect(note.name).toBe('aujourdhui-2026-12-01.docx');
  const words = plain(strFromU8(unzipSync(note.bytes)['word/document.xml']!).replace(/<[^>]+>/g, ''));
  for (const title of [...titles, m.today_decision()]) expect(words).toContain(plain(title));
  await page.keyboard.press('Escape');

  await follow(page, '/ecoles?lieu=59606');
  await expect(page).toHaveURL(/ecoles\/\?lieu=59606/);
  await page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${m.today_title()}`) }).first().click(); // prettier-ignore
  // The points are of the whole territory: the page says so of the commune, which goes on to the pages that have one.
  const unfollowed = page.locator('main').getByText(m.situation_unfollowed_place({ place: 'Valenciennes' }));
  await expect(unfollowed).toBeVisible();
  await expect(point(page, /écoles attendent/)).toBeVisible();
  await point(page, /^Charge/).getByRole('link', { name: opening(m.sectors_title()) }).click(); // prettier-ignore
  await expect(page).toHaveURL(/\/secteurs\//);
  await page.goBack();
  await expect(unfollowed).toBeVisible();
  await point(page, /attend/).getByRole('link').click(); // prettier-ignore
  await expect(page).toHaveURL(/lieu=59606/);
});

test('a past session is closed in one press and one number, taken back, and closed on another page for all', async ({
  page
}) => {
  await open(page, 'aujourdhui');
  const past = page.getByRole('region', { name: /^A-t-elle eu lieu/ });
  const count = past.getByRole('heading').locator('span');
  const before = Number(await count.textContent());
  await past.getByRole('spinbutton').first().fill('7');
  await past
    .getByRole('button', { name: /^Tenue/ })
    .first()
    .click();
  await expect(count).toHaveText(String(before - 1));
  await past.getByRole('button', { name: m.actions_take_back() }).click();
  await expect(count).toHaveText(String(before));
  const door = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
  await door(m.shell_door_coordination()).click();
  await expect(page.locator('h1')).toContainText(m.week_title());
  await past.getByRole('button', { name: /^Annulée/ }).first().click(); // prettier-ignore
  await expect(count).toHaveText(String(before - 1));
  await door(m.shell_door_head()).click();
  await expect(page.locator('h1')).toContainText(m.today_title());
  await expect(count).toHaveText(String(before - 1));
});
