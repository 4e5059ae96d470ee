// With keys alone: the head of service paints, optimises and accepts, then answers the State; the coordinator reads a referent's travel, then a portrait, and
// convenes a meeting.
import { expect, test, type Page } from './test.ts';
import { m } from './messages.ts';
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
/** What begins with these words, or is said by them alone. */
const starts = (words: string) => new RegExp(`^${words.replace(/[.()]/g, '\\$&').replace(/\s/g, '\\s')}`);
const exactly = (words: string) => new RegExp(`${starts(words).source}$`);
const ANY_DATE = /^(lundi|mardi|mercredi|jeudi|vendredi) \d+/;

test('a head of service gives a school, and takes one of the splits found, without a mouse', async ({
  page
}) => {
  await open(page, 'secteurs');
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: m.sectors_tool_brush() })).toBeChecked();
  await page.keyboard.press('Escape');
  await tabTo(page, starts(m.sectors_card_take()));
  await page.keyboard.press('Enter');
  const changes = page.getByText(/L’écart de charge le plus fort (passe|reste) de/);
  const sentence = await changes.innerText();
  await tabTo(page, starts(m.sectors_draw_open()));
  await page.keyboard.press('Enter');
  await tabTo(page, starts(m.sectors_unfold_all()));
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
  const most = page.getByRole('table', { name: /semaine/ }).first().locator('tbody tr').first(); // prettier-ignore
  await expect(most).toContainText(/Référent 6.*\d\s?h/);
  await tabTo(page, exactly(m.shell_door_elected()), 40);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: m.shell_door_elected(), exact: true })).toHaveAttribute(
    'aria-current',
    'true'
  );
  await tabTo(page, starts(m.shell_nav_places()));
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText(m.shell_nav_places());
  await tabTo(page, starts(m.shell_place_search()), 30);
  await page.keyboard.type('fresnes sur');
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toHaveText('Fresnes-sur-Escaut');
  await expect(page.getByText(/Référent \d, base .* de sa base/).first()).toBeVisible();
});

test('a head of service fills an answer of the report and prepares it, without a mouse; the view shown is in the address', async ({
  page
}) => {
  await open(page, routesOf(({ feature }) => feature === 'report')[0]);
  await expect(page.getByText(m.report_cases_example_on({ count: 380, shown: '380' }))).toBeVisible();
  await tabTo(page, starts(m.report_block_free()));
  await page.keyboard.press('Enter');
  await tabTo(page, starts(m.report_q_free_1()));
  await page.keyboard.type('Une équipe de plus');
  await tabTo(page, starts(m.report_prepare_xlsx()));
  await expect(page.locator('.voice')).toContainText('une est saisie');
  const file = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await file;
  await expect(page.getByRole('table', { name: m.report_register() })).toContainText(m.report_gate_state());
  await expect(page.getByRole('button', { name: m.report_prepare_xlsx() })).toBeFocused();
  await tabTo(page, exactly(m.report_view_answers()), 160, 'Shift+Tab');
  await page.keyboard.press('ArrowRight');
  const paths = page.getByRole('heading', { name: m.paths_title(), exact: true });
  await expect(paths).toBeVisible();
  await expect(page).toHaveURL(/\?vue=parcours$/);
  await page.reload();
  await expect(paths).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/vue=/);
  await expect(page.getByRole('heading', { name: m.report_outputs() })).toBeVisible();
});

test('a coordinator passes the year of the meetings in a few stops, reads the agenda of one and takes its convocation, without a mouse', async ({
  page
}) => {
  await page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-11-16' }));
  await open(page, routesOf(({ feature }) => feature === 'meetings')[0]);
  const grid = page.locator('.year-grid');
  await expect(grid.locator('button.meeting')).toHaveCount(110);
  // A week, a team, a meeting; arrows go to the others.
  await expect(grid.locator('button[tabindex="0"]')).toHaveCount(3);
  await expect(grid.locator('button:not([tabindex])')).toHaveCount(0);
  await tabTo(page, starts(m.week_number({ number: 47 })));
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => focusedName(page)).toMatch(starts(m.week_number({ number: 48 })));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/semaine=/);
  await page.keyboard.press('Tab');
  const team = page.locator('.year-grid button.team:focus');
  const chosen = await team.textContent();
  await page.keyboard.press('ArrowDown');
  await expect(team).not.toHaveText(chosen!);

  const agenda = page.getByRole('radio', { name: m.meetings_view_agenda() });
  await tabTo(page, exactly(m.meetings_view_year()), 60, 'Shift+Tab');
  for (let view = 0; view < 8 && !(await agenda.isChecked()); view++) await page.keyboard.press('ArrowRight');
  await expect(page.locator('.voice')).toContainText('aucun ordre du jour ne fait mieux', {
    timeout: 60_000
  });
  // Of 110 meetings Tab reaches one.
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
  await tabTo(page, starts(m.meetings_team()), 5, 'Shift+Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/equipe=/);
  await tabTo(page, ANY_DATE, 5);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/reunion=\d/);
  const word = page.waitForEvent('download');
  await tabTo(page, starts(m.meetings_agenda_docx()));
  await page.keyboard.press('Enter');
  expect((await word).suggestedFilename()).toMatch(/\.docx$/);
});
