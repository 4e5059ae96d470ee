// Actions: a coordinator sees what is missing, gets a room, moves a session, prints what a commune prepares, takes the calendar; with keys alone too.
import { m } from './messages.ts';
import { countPrints, open, overflow, pageAction, saved, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.use({ today: '2026-12-01' });
test.beforeEach(withoutDatabase);

const grid = (page: Page) => page.getByRole('region', { name: m.actions_grid() });
const marks = (page: Page) => grid(page).locator('[id^="seance-"]');
const failing = (page: Page) => grid(page).getByRole('button', { name: /, compromise/ });
const todo = (page: Page) => page.getByRole('region', { name: m.actions_todo() });
const card = (page: Page) => grid(page).locator('tr.card');
const room = (page: Page) =>
  card(page).getByRole('checkbox', { name: m.actions_tick({ need: m.actions_need_room() }) });

test('a coordinator sees what is missing, gets a room, moves a session, prints a commune’s sheet, takes the calendar', async ({
  page
}) => {
  await open(page, 'actions');
  const voice = page.locator('main .voice');
  await expect(voice).toContainText(/^D’ici le 18 décembre, /);
  await expect(voice).toContainText('compromise');
  const before = (await voice.textContent())!;

  await test.step('a session without a room says so; the tick mends it, and Ctrl + Z takes it back', async () => {
    const mark = failing(page).first();
    await mark.click();
    await expect(mark).toHaveAttribute('aria-expanded', 'true');
    await expect(page).toHaveURL(/fiche=/);
    await expect(card(page)).toContainText('depuis le');
    await expect(room(page)).not.toBeChecked();
    await room(page).check();
    await expect(voice).not.toHaveText(before);
    await page.keyboard.press('Control+z');
    await expect(voice).toHaveText(before);
  });

  await test.step('another date is one press, and one step back', async () => {
    const on = grid(page).locator('[id^="seance-"][aria-expanded=true]');
    const name = (await on.getAttribute('aria-label'))!;
    await card(page).getByRole('button', { name: m.actions_other_date() }).click();
    const choice = card(page)
      .getByRole('button', { name: /^Choisir / })
      .first();
    await choice.click();
    await expect(on).not.toHaveAttribute('aria-label', name);
    await page.keyboard.press('Control+z');
    await expect(on).toHaveAttribute('aria-label', name);
  });

  await test.step('a need may be asked for later: what is compromised follows, one step back', async () => {
    const told = (await voice.textContent())!;
    const delays = todo(page).locator('details', { hasText: m.actions_delays() });
    await delays.locator('summary').click();
    await delays.getByLabel(m.actions_delays_latest()).fill('0');
    await delays.getByLabel(m.actions_delays_latest()).blur();
    await expect(voice).not.toHaveText(told);
    await delays.getByRole('button', { name: m.actions_delays_usual({ ask: 30, latest: 7 }) }).click();
    await expect(voice).toHaveText(told);
    await page.keyboard.press('Control+z');
    await expect(voice).not.toHaveText(told);
    await page.keyboard.press('Control+z');
    await expect(voice).toHaveText(told);
    await delays.locator('summary').click();
  });

  await test.step('what is to be done goes by due day, by person or by commune', async () => {
    await expect(todo(page).getByRole('heading', { name: m.actions_todo_late() })).toBeVisible();
    await todo(page).getByRole('combobox').selectOption('person');
    await expect(page).toHaveURL(/afaire=personne/);
    await expect(todo(page).getByRole('heading', { name: m.actions_todo_late() })).toHaveCount(0);
  });

  await test.step('the calendar holds the sessions ahead, and no number of children', async () => {
    await pageAction(page, 'Exporter');
    const { name, text } = await saved(page, () =>
      page.getByRole('button', { name: m.actions_file_ics() }).click()
    );
    expect(name).toMatch(/\.ics$/);
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).not.toMatch(/inscrit|présent/);
    await page.keyboard.press('Escape');
  });

  await test.step('a commune’s sheet asks in words, without a code of a sheet, and prints', async () => {
    await todo(page).getByRole('button', { name: m.actions_commune_sheets() }).click();
    const paper = page.locator('article[data-sheet]');
    await expect(paper).toContainText(m.actions_paper_commune());
    await expect(paper).not.toContainText('FA-');
    const prints = await countPrints(page);
    await page.getByRole('main').getByRole('button', { name: m.actions_paper_print(), exact: true }).click();
    expect(await prints()).toBe(1);
    await page.getByRole('button', { name: m.actions_paper_back() }).click();
    await expect(marks(page).first()).toBeVisible();
    await pageAction(page, 'Imprimer');
    await page.getByRole('button', { name: m.actions_print_person() }).click();
    await expect(paper.getByRole('heading', { level: 2 })).toHaveText(/^(Référent|Coordination) 1$/);
    await page.getByRole('button', { name: m.actions_paper_back() }).click();
  });
});

test('the grid is one stop of Tab: arrows go from session to session, Entrée opens a card, Échap closes it and returns to its mark', async ({
  page
}) => {
  await open(page, 'actions');
  await expect(grid(page).locator('[id^="seance-"][tabindex="0"]')).toHaveCount(1);
  await grid(page).locator('[id^="seance-"][tabindex="0"]').focus();
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const first = await focused();
  await page.keyboard.press('ArrowDown');
  await expect.poll(focused).not.toBe(first);
  const second = await focused();
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(card(page).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  expect(await focused()).toBe(second);
});

test('a session is typed on the page, without a name, and is undone', async ({ page }) => {
  await open(page, 'actions');
  const before = await marks(page).count();
  await page.getByRole('button', { name: m.actions_add() }).click();
  const form = page.getByRole('form', { name: m.actions_add() });
  await form.getByLabel(m.actions_form_date()).fill('2026-12-08');
  await form.getByLabel(m.actions_form_providers()).fill('Sophie Martin');
  await form.getByRole('button', { name: m.actions_form_save() }).click();
  await expect(form.getByRole('alert')).toHaveText(m.actions_form_person());
  await form.getByLabel(m.actions_form_providers()).fill('psychologue libéral 1');
  await form.getByRole('button', { name: m.actions_form_save() }).click();
  await expect(marks(page)).toHaveCount(before + 1);
  await expect(card(page)).toContainText('psychologue libéral 1');
  await page.keyboard.press('Control+z');
  await expect(marks(page)).toHaveCount(before);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('a row opens its sessions, each its card, within the width of the screen', async ({ page }) => {
    await open(page, 'actions');
    const row = grid(page).locator('button[aria-expanded]').first();
    await row.click();
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    const line = grid(page).locator('tr.card [id^="seance-"]').first();
    await line.click();
    await expect(card(page).getByRole('button', { name: m.actions_edit() })).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });
});
