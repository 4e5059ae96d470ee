// Semaine: a coordinator reads the week, says who is convened, takes the calendar file and the list, prints one sheet, repairs an absence.
import { m } from './messages.ts';
import { ANY, anotherChoice, like, open, pageAction, saved, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.use({ today: '2026-12-01', searchSeconds: 1 });
test.beforeEach(withoutDatabase);

const days = (page: Page) => page.getByRole('group', { name: m.week_days() });
/** Meetings and sessions; sessions alone. */
const meetings = (page: Page) => days(page).locator('.meeting');
const sessions = (page: Page) => days(page).locator('.session');
const toConvene = (page: Page) => page.getByRole('region', { name: new RegExp(`^${m.week_convene()}`) });
const left = (page: Page) => toConvene(page).locator('li:not(.done)');
const done = (page: Page) => toConvene(page).locator('li.done');

/** The year is planned, and the road of the referents is known. */
async function planned(page: Page): Promise<void> {
  await expect(toConvene(page)).toBeVisible({ timeout: 60_000 });
  await expect(meetings(page).first()).toBeVisible();
  await expect(page.getByRole('region', { name: /^Charge des référents/ })).not.toContainText('calcul');
}

/** A calendar file, by the button of the panel of exports. */
async function calendar(page: Page): Promise<string> {
  await pageAction(page, 'Exporter');
  const { text } = await saved(page, () => page.getByRole('button', { name: m.week_calendar() }).click());
  await page.keyboard.press('Escape');
  return text;
}
const events = (text: string) => text.match(/BEGIN:VEVENT/g)?.length ?? 0;

test('a coordinator reads the week and its neighbours, convenes, takes calendars and list, prints, and repairs an absence in four clicks', async ({
  page
}) => {
  test.slow();
  const voice = page.locator('main .voice');
  const name = page.getByText(/^Semaine \d+, du /).first();
  await open(page, 'semaine');
  await planned(page);

  await test.step('the page opens on this week, today marked; arrows and Back go from week to week', async () => {
    await expect(voice).toContainText(/^Cette semaine, /);
    await expect(days(page).locator('[aria-current=date]')).toContainText('mardi 1er');
    const now = (await name.textContent())!;
    expect(now).toContain('Semaine 49');
    await page.keyboard.press('ArrowRight');
    await expect(name).toContainText('Semaine 50');
    await expect(page).toHaveURL(/semaine=2026-12-07/);
    await expect(days(page).locator('[aria-current=date]')).toHaveCount(0);
    await anotherChoice(page);
    await page.getByRole('button', { name: m.week_after() }).click();
    await expect(name).toContainText('Semaine 51');
    await expect(page).toHaveURL(/semaine=2026-12-14/);
    await page.goBack();
    await expect(name).toContainText('Semaine 50');
    await page.keyboard.press('ArrowLeft');
    await expect(name).toHaveText(now);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toContainText(m.week_after());
    await page.keyboard.press('Escape');
  });

  await test.step('meetings without a situation are told beside those that wait, each to cancel or to give to a team of its coordination', async () => {
    const idle = page.getByRole('region', { name: m.meetings_idle_title() });
    await expect(idle).toContainText(
      /n’ont aucune situation à examiner, alors que \d+ situations attendront/
    );
    await expect(idle.getByRole('row').filter({ hasText: 'mardi 1er' })).toContainText('même coordination');
    await expect(idle.getByRole('link')).toHaveAttribute('href', /reunions\/#sans-situation$/);
  });

  await test.step('the calendar file holds the meetings shown, of all or of one coordinator, and nobody’s absence', async () => {
    const all = await meetings(page).count();
    const text = await calendar(page);
    expect(events(text)).toBe(all);
    expect(text).not.toMatch(/absen|ATTENDEE/i);
    const who = page.getByRole('combobox', { name: m.week_who() });
    const allSessions = await sessions(page).count();
    let sum = 0;
    for (const label of (await who.locator('option').allTextContents()).slice(1)) {
      await who.selectOption({ label });
      await expect(page).toHaveURL(/coordination=/);
      const own = await meetings(page).count();
      if (own > 0) expect(events(await calendar(page))).toBe(own);
      sum += own - (await sessions(page).count());
    }
    expect(sum).toBe(all - allSessions);
    await who.selectOption({ index: 0 });
    await expect(meetings(page)).toHaveCount(all);
  });

  await test.step('the list of convocations is saved, and the week prints on one landscape sheet', async () => {
    const list = page.getByRole('button', { name: like(m.week_convene_list({ shown: ANY })) });
    expect((await saved(page, () => list.first().click())).name).toBe('convocations-2026-12-01.docx');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[456]/);
  });

  await test.step('a meeting marked as convened stays so after a reload, and the sentence counts what is left', async () => {
    const all = await left(page).count();
    expect(all).toBeGreaterThan(1);
    // Some of the demonstration are convened already, and folded; the first that is not is done now.
    const already = await done(page).count();
    expect(already).toBeGreaterThan(0);
    const pending = left(page).first().getByRole('checkbox');
    const label = (await pending.getAttribute('aria-label'))!;
    await pending.check();
    await expect(done(page)).toHaveCount(already + 1);
    await page.reload();
    await planned(page);
    await toConvene(page).locator('summary').click();
    await expect(page.getByRole('checkbox', { name: label })).toBeChecked();
    await expect(left(page)).toHaveCount(all - 1);
    await page.getByRole('button', { name: like(m.week_convene_all({ count: 9, words: ANY })) }).click();
    await expect(left(page)).toHaveCount(0);
    await expect(voice).toContainText('Aucune réunion ne reste à convoquer');
  });

  await test.step('the absence form is filled with the week that was shown, its first coordination away', async () => {
    await page.getByRole('button', { name: m.week_after() }).click();
    await expect(page).toHaveURL(/semaine=2026-12-07/);
    await page.getByRole('link', { name: m.week_absences_declare() }).click();
    await expect(page.getByLabel(m.meetings_from(), { exact: true })).toHaveValue('2026-12-07');
    await expect(page.getByLabel(m.meetings_to())).toHaveValue('2026-12-11');
    await page.getByRole('button', { name: m.meetings_repair() }).click();
    await page.getByRole('button', { name: m.meetings_accept_all() }).click();
    const changed = page.getByRole('button', { name: m.meetings_changes_calendar() });
    expect(events((await saved(page, () => changed.click())).text)).toBeGreaterThan(0);
  });
});

test('sessions of actions stand among the meetings, with one numbering; what they lack is told beside; a past one is closed in one press', async ({
  page
}) => {
  await open(page, 'semaine');
  await planned(page);
  await expect(page.locator('main .voice')).toContainText(/réunions? et .* séances?, pour .* de route/);
  const numbers = await days(page).locator('.number').allTextContents();
  expect(numbers.map(Number).sort((a, b) => a - b)).toEqual(numbers.map((_, at) => at + 1));
  const stops = await page.locator('[data-stop]').allTextContents();
  expect(
    stops
      .flatMap((label) => label.split('·'))
      .map((label) => Number(label.trim()))
      .sort((a, b) => a - b)
  ).toEqual(numbers.map((_, at) => at + 1));
  await expect(
    page.getByRole('region', { name: m.week_sessions_asked() }).getByRole('link').first()
  ).toHaveAttribute('href', /actions\/\?fiche=/);
  const past = page.getByRole('region', { name: /^A-t-elle eu lieu/ });
  const asked = past.getByRole('listitem');
  const before = Number(await past.getByRole('heading').locator('span').textContent());
  await asked.first().getByRole('spinbutton').fill('6');
  await asked
    .first()
    .getByRole('button', { name: /^Tenue/ })
    .click();
  if (before > 1) await expect(past.getByRole('heading')).toContainText(String(before - 1));
  else await expect(past).toBeHidden();
});
