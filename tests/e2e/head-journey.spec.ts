// A head of service, from the point that waits to what a council votes on: in how many clicks.
import { m } from './messages.ts';
import { ANY, countPrints, follow, like, open, pageAction, saved, sheets } from './page.ts';
import { expect, test, type Locator } from './test.ts';
import { pathOf } from './visits/addresses.ts';

/** Clicks, counted. */
function counter() {
  let clicks = 0;
  return {
    click: async (target: Locator) => {
      await target.click();
      clicks += 1;
    },
    count: () => clicks
  };
}

test('a fair split, one school by hand, checked, printed, kept, and an absence prepared: at most nine clicks and a choice in a list from Aujourd’hui', async ({
  page
}) => {
  test.slow();
  const { click, count } = counter();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const map = page.getByRole('img', { name: m.sectors_map_title() });
  const ringed = map.locator('[data-changed]');
  const unsaved = page.getByText(m.sectors_band_unsaved());
  const absence = page.getByRole('region', { name: m.sectors_absence() });
  const row = (post: number) => page.locator(`tr[data-post="Référent ${post}"]`);
  await open(page, 'aujourdhui');
  const prints = await countPrints(page);

  await test.step('three répartitions are there without a search; the first choice says what it changes', async () => {
    await click(page.getByRole('link', { name: m.today_open({ page: m.sectors_title() }) }));
    const cards = page.locator('[data-card]');
    const first = cards.filter({ hasText: m.sectors_card_first() });
    await expect(cards.locator('.value')).toHaveCount(12);
    await expect(first).toHaveCount(1);
    await expect(page.getByText(m.sectors_cards_first_least())).toBeVisible();
    await expect(button(m.sectors_cards_again())).toBeVisible();
    // The summary lies over the button of the card.
    await first.locator('summary').click();
    await expect(first).toContainText(/Référent \d vers Référent \d/);
    await expect(unsaved).toHaveCount(0);
    await first.locator('summary').click();
    await click(first.getByRole('button', { name: m.sectors_card_take() }));
  });

  await test.step('the one taken drives the page, is verified without a click, and is left school by school', async () => {
    await expect(unsaved).toBeVisible();
    await expect(page.getByRole('img', { name: m.sectors_map_today_title() })).toBeVisible();
    await expect(map.locator('[data-letter]').first()).toBeVisible();
    // One figure a quantity: the road of the card on screen is that of the table.
    const road = await page.locator('[data-card].shown .value').nth(1).innerText();
    await expect(page.locator('tfoot')).toContainText(road);
    await expect(page.getByText(new RegExp(`^${m.sectors_better_verified()}`))).toBeVisible({
      timeout: 60_000
    });
    const all = await ringed.count();
    expect(all).toBeGreaterThan(2);
    await click(
      page
        .getByRole('button', { name: like(m.sectors_reason_leave_name({ school: ANY, post: ANY })) })
        .first()
    );
    await expect(ringed).toHaveCount(all - 1);
  });

  await test.step('the print waits for the reasons', async () => {
    await click(button(m.actions_print()));
    await expect.poll(prints, { timeout: 60_000 }).toBe(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-sheet]')).toContainText(/Sans ce changement|Ce changement évite/);
    await page.emulateMedia({ media: null });
  });

  await test.step('kept under its name, then an absence is handed over', async () => {
    const band = page.getByRole('region', { name: m.sectors_band() });
    await click(band.getByRole('button', { name: m.sectors_band_save() }).first());
    await click(band.locator('form').getByRole('button'));
    await expect(unsaved).toHaveCount(0);
    await absence.getByLabel(m.sectors_absence_who()).selectOption('Référent 6');
    await click(button(m.sectors_absence_ask()));
    await expect(page.getByRole('table', { name: m.sectors_handover_schools() })).toBeVisible({
      timeout: 60_000
    });
    await click(button(m.sectors_handover_print()));
    await expect.poll(prints).toBe(2);
    expect(count()).toBeLessThanOrEqual(9);
  });

  await test.step('the sheet of hand-over is of the dates given, on one page and as a note', async () => {
    await absence.getByLabel(m.meetings_from(), { exact: true }).fill('2026-11-02');
    await absence.getByLabel(m.meetings_to()).fill('2026-12-18');
    await button(m.sectors_absence_ask()).click();
    await expect(absence).toContainText(/du 2 novembre 2026 au 18 décembre 2026 \(7 semaines\)/, {
      timeout: 60_000
    });
    await expect(absence).toContainText(/\d+ enfants de plus à suivre et \+\d.* de route/, {
      timeout: 60_000
    });
    // No page of meetings was opened: the sheet has asked for the calendar.
    await expect(absence).not.toContainText(m.sectors_handover_no_calendar());
    const handed = await absence
      .getByRole('table', { name: m.sectors_handover_schools() })
      .locator('tbody tr')
      .count();
    expect(handed).toBeGreaterThan(5);
    // « Imprimer » then offers both sheets.
    await pageAction(page, 'Imprimer');
    await page.getByRole('dialog').getByRole('button', { name: m.sectors_handover_print() }).click();
    await expect.poll(prints).toBe(3);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { level: 1, name: m.sectors_handover() })).toBeVisible();
    await expect(page.locator('.hand-over table').last().locator('tbody tr')).toHaveCount(handed);
    await page.emulateMedia({ media: null });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await absence.getByRole('button', { name: m.sectors_handover_print() }).click();
    await expect.poll(prints).toBe(4);
    expect(await sheets(page)).toBe(1);
    await pageAction(page, 'Exporter');
    const note = page.getByRole('dialog').getByRole('button', { name: m.sectors_handover_note() });
    expect((await saved(page, () => note.click())).name).toBe('passation-referent-6-2026-11-02.docx');
    await page.keyboard.press('Escape');
  });

  await test.step('a plan that changed makes it stale; taken back, the absence is put on screen', async () => {
    const apply = button(m.sectors_absence_apply());
    await button(m.sectors_unfold_all()).click();
    await page
      .getByRole('combobox', { name: like(m.sectors_assign({ school: ANY })) })
      .last()
      .selectOption('Référent 5');
    await expect(page.getByText(m.sectors_question_stale())).toBeVisible();
    await expect(apply).toBeDisabled();
    await page.keyboard.press('Control+z');
    await apply.click();
    await expect(row(6).locator('td').nth(3)).toContainText(/\d+ →\s+0/);
  });

  await test.step('once declared, the absence is told on Semaine and Réunions, after a reload too, until it is withdrawn', async () => {
    const told = page.getByText(/Référent 6 est absent du 30 novembre 2026 au 18 décembre 2026/);
    await follow(page, pathOf('week'));
    await expect(page.getByRole('region', { name: m.week_absences() })).toBeVisible();
    await expect(told).toBeHidden();
    await page.goBack();
    await absence.getByLabel(m.sectors_absence_who()).selectOption('Référent 6');
    await button(m.sectors_absence_ask()).click();
    await absence.getByLabel(m.meetings_from(), { exact: true }).fill('2026-11-30');
    await absence.getByLabel(m.meetings_to()).fill('2026-12-18');
    await button(m.sectors_absence_declare()).click({ timeout: 60_000 });
    await follow(page, pathOf('week'));
    await expect(told).toBeVisible();
    await page.reload();
    await expect(told).toBeVisible();
    await follow(page, pathOf('meetings'));
    await expect(told).toBeVisible({ timeout: 60_000 });
    await follow(page, pathOf('week'));
    await page.getByRole('link', { name: m.week_absences_handover() }).click();
    await button(m.sectors_absence_withdraw()).click();
    await follow(page, pathOf('week'));
    await expect(page.getByRole('region', { name: m.week_absences() })).toBeVisible();
    await expect(told).toBeHidden();
  });
});

test('what to ask for is two clicks from Aujourd’hui: the page, then the note', async ({ page }) => {
  const { click, count } = counter();
  await open(page, 'aujourdhui');
  await expect(page.getByText(/les suivre toutes demande [\d,]+\spostes?/)).toBeVisible();
  await click(page.getByRole('link', { name: new RegExp(`^${m.shell_nav_waiting()}`) }).first());
  await expect(page.locator('.voice')).toContainText(/peuvent ouvrir à la rentrée 20\d\d/);
  const note = await saved(page, () => click(page.getByRole('button', { name: m.demand_note() })));
  expect(note.name).toMatch(/\.docx$/);
  expect(count()).toBe(2);
});
