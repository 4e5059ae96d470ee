// A coordinator plans, fixes, finds a date and repairs an absence with keys alone; a year under way and its link; the year on paper.
import { m } from './messages.ts';
import { BEFORE_THE_YEAR, dated, dates, planned, shownDate, stopSearch } from './meetings-page.ts';
import { ANY, choose, like, open } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.describe('with keys alone', () => {
  // A search that lasts until it is stopped.
  test.use({ today: BEFORE_THE_YEAR, searchSeconds: 10 });

  test('a coordinator stops, fixes, changes the priority and takes it back, keeps another date, repairs an absence in part; nothing leaves the origin', async ({
    page
  }) => {
    test.slow();
    const strangers: string[] = [];
    const { origin } = new URL(test.info().project.use.baseURL!);
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.origin !== origin) strangers.push(request.url());
    });
    const press = async (name: string) => {
      await page.getByRole('button', { name, exact: true }).first().focus();
      await page.keyboard.press('Enter');
    };
    const view = async (name: string, word: string) => {
      const radio = page.getByRole('radio', { name, exact: true });
      const group = page.getByRole('group', { name: m.meetings_view(), exact: true });
      await group.getByRole('radio', { checked: true }).focus();
      for (let i = 0; i < 8 && !(await radio.isChecked()); i++) await page.keyboard.press('ArrowRight');
      await expect(page).toHaveURL(new RegExp(word));
    };
    const fixed = page.locator('button.meeting.fixed');
    await open(page, 'reunions');
    // No date is shown before the search ends, or is stopped: the best calendar so far is then on screen.
    await expect(page.getByRole('progressbar').first()).toHaveAttribute('value', /^0\.\d*[1-9]/);
    await expect(page.locator('button.meeting')).toHaveCount(0);
    await press(m.meetings_stop());
    await expect(stopSearch(page)).toBeHidden();
    await dated(page);
    await expect(page.locator('.voice')).toContainText(/Les 110 réunions des 27 équipes ont une date/);

    await test.step('a meeting is chosen by arrows; it, its week, then its team are fixed', async () => {
      const first = page.locator('button.meeting[tabindex="0"]');
      await expect(first).toHaveCount(1);
      await first.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      await expect(page.locator('button.meeting:focus')).toHaveAttribute('tabindex', '0');
      await page.keyboard.press('Space');
      await press(m.meetings_fix());
      await expect(fixed).toHaveCount(1);
      await press(m.meetings_free());
      await expect(fixed).toHaveCount(0);
      await press(m.meetings_fix_week());
      await expect(page.getByRole('button', { name: m.meetings_free_week() })).toBeVisible();
      await press(m.meetings_free_week());
      await expect(fixed).toHaveCount(0);
      await press(m.meetings_fix_team());
      // Of the calendar that the search had reached: its first meeting may be one to which people are convened already, which says more.
      await expect(fixed.first()).toHaveAccessibleName(/^Réunion 1, .*, (?:fixée|convoquée)$/);
    });

    await test.step('under another priority the fixed dates stay; undone, all dates are as before', async () => {
      const kept = await fixed.evaluateAll((cells) => cells.map((cell) => `${cell.id} ${cell.ariaLabel}`));
      expect(kept.length).toBeGreaterThan(1);
      const before = await dates(page);
      const priority = page.getByRole('combobox', { name: m.meetings_preset() });
      await priority.focus();
      await page.keyboard.press('ArrowUp');
      await expect(page).toHaveURL(/priorite=trajets/);
      await press(m.meetings_stop());
      await expect(stopSearch(page)).toBeHidden();
      const after = await dates(page);
      expect(after.filter((date) => kept.includes(date))).toEqual(kept);
      await press(m.meetings_undo());
      await expect(priority).toHaveValue('balanced');
      expect(await dates(page)).toEqual(before);
      await press(m.meetings_free_team());
      await expect(fixed).toHaveCount(0);
    });

    await test.step('a date that was found is kept, taken back, and kept', async () => {
      await view(m.meetings_find(), 'vue=date');
      const before = (await shownDate(page))!;
      const radios = page.locator('table').first().getByRole('radio');
      const keep = page.getByRole('button', { name: m.meetings_date_keep() });
      await expect(radios.nth(1)).toBeVisible();
      for (let i = 0; i < 2 && !(await keep.isEnabled()); i++) {
        await radios.nth(i).focus();
        await page.keyboard.press('Space');
      }
      await press(m.meetings_date_keep());
      await expect.poll(() => shownDate(page)).not.toBe(before);
      await press(m.meetings_undo());
      await expect.poll(() => shownDate(page)).toBe(before);
    });

    await test.step('an absence is declared; the meetings that it moves are accepted in part, and taken back', async () => {
      await view(m.meetings_view_changes(), 'vue=changements');
      const from = page.getByLabel(m.meetings_from(), { exact: true });
      await from.focus();
      // Whichever of day and month the browser asks first.
      await page.keyboard.type('02022027');
      await expect(from).toHaveValue('2027-02-02');
      await page.getByLabel(m.meetings_to()).focus();
      await page.keyboard.type('03032027');
      await press(m.meetings_repair());
      const moves = page.getByRole('combobox', { name: new RegExp(`^${m.meetings_move_to()}`) });
      await expect(moves.first()).toBeVisible();
      await moves.first().focus();
      const options = await moves.first().locator('option').allTextContents();
      const other = options.findIndex((text) => text.startsWith('Autre date'));
      for (let i = 0; i < other; i++) await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('button', { name: m.meetings_accept_part() })).toBeEnabled();
      await press(m.meetings_accept_part());
      const declared = page.getByText(/^Coordination 1, indisponible/);
      await expect(declared.first()).toBeVisible();
      await press(m.meetings_undo());
      await expect(declared).toHaveCount(0);
      expect(strangers).toEqual([]);
    });
  });
});

test.describe('under way', () => {
  test.use({ today: '2026-11-30', searchSeconds: 1 });

  test('a year opens on this week; the link of a changed calendar opens the same dates', async ({
    page,
    context
  }) => {
    await open(page, 'reunions');
    await planned(page);
    // A search that ends gives the dates that everybody has: nothing of them is in the address.
    await expect(page.getByRole('heading', { name: /^Semaine 49/ })).toBeVisible();
    expect(new URL(page.url()).searchParams.get('dates')).toBeNull();
    /** Dates, whether they are fixed or proposed: a link carries the dates alone. */
    const datesOn = async (on: Page) => (await dates(on)).map((cell) => cell.replace(/, [^,]*$/, ''));
    await page.locator('button.meeting').last().click();
    await page.getByRole('button', { name: m.meetings_find(), exact: true }).click();
    const keep = page.getByRole('button', { name: m.meetings_date_keep() });
    const radios = page.locator('table').first().getByRole('radio');
    await expect(radios.nth(1)).toBeVisible();
    for (let i = 0; i < 2 && !(await keep.isEnabled()); i++) await radios.nth(i).check();
    await keep.click();
    await choose(page, m.meetings_view_year());
    await dated(page);
    // The address is written once the page has changed: the view of dates has left it.
    await expect(page).toHaveURL(/^(?!.*vue=).*dates=/);
    const before = await datesOn(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await dated(other);
    expect(await datesOn(other)).toEqual(before);
  });
});

test.describe('before the year', () => {
  test.use({ today: BEFORE_THE_YEAR, searchSeconds: 1 });

  test('members who miss every meeting are brought by dates that the page offers, in one step to undo; the year is on paper, whole, or one month alone', async ({
    page
  }) => {
    await open(page, 'reunions?semaine=2026-11-02');
    await planned(page);
    const panel = page.getByRole('region', { name: /absents à toutes leurs réunions$/ });
    const count = async () => Number.parseInt((await panel.getByRole('heading').textContent()) ?? '', 10);
    const all = page.getByRole('button', { name: like(m.meetings_never_bring({ count: 9, shown: ANY })) });
    await expect(all).toBeVisible({ timeout: 60_000 });
    const before = await count();
    await all.click();
    await expect(all).toBeHidden();
    await expect(page.getByText(/sont disponibles à une réunion au moins/)).toBeVisible();
    await page.getByRole('button', { name: m.meetings_undo(), exact: true }).click();
    await expect(all).toBeVisible();
    expect(await count()).toBe(before);

    const year = page.locator('.year-grid table');
    const month = page.getByRole('heading', { name: m.meetings_month_title({ month: 'novembre 2026' }) });
    await page.emulateMedia({ media: 'print' });
    await expect(year).toBeVisible();
    await expect(page.getByRole('button', { name: m.meetings_better() })).toBeHidden();
    await expect(month).toBeHidden();
    await page.evaluate(() => (document.documentElement.dataset['paper'] = 'month'));
    await expect(month).toBeVisible();
    await expect(year).toBeHidden();
  });
});
