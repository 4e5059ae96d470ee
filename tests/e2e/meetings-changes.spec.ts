// An absence, then a diary, move meetings: what is accepted is sent to those who have the dates, and of a diary only busy half-days are kept.
import { axeFindings } from './axe.ts';
import { BEFORE_THE_YEAR, planned } from './meetings-page.ts';
import { m } from './messages.ts';
import { choose, open, saved } from './page.ts';
import { expect, test, type Locator } from './test.ts';

test.use({ today: BEFORE_THE_YEAR, searchSeconds: 1 });

const icsDay = (iso: string) => iso.replaceAll('-', '');
const calendar = (days: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//FR',
    ...days.flatMap((day, i) => [
      'BEGIN:VEVENT',
      `UID:canari-${i}@exemple.fr`,
      `DTSTART;TZID=Romance Standard Time:${icsDay(day)}T083000`,
      `DTEND;TZID=Romance Standard Time:${icsDay(day)}T173000`,
      'SUMMARY:Canari-titre',
      'LOCATION:Canari-lieu',
      'ATTENDEE;CN=Canari-nom:mailto:canari@exemple.fr',
      'END:VEVENT'
    ]),
    'END:VCALENDAR',
    ''
  ].join('\r\n');

async function drop(zone: Locator, name: string, text: string): Promise<void> {
  await zone.evaluate(
    (node, [file, content]) => {
      const event = new DragEvent('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', {
        value: { files: [new File([content!], file!, { type: 'text/calendar' })], items: [] }
      });
      node.dispatchEvent(event);
    },
    [name, text]
  );
}

test('an absence moves meetings, to no date at which the coordinator is away, and is sent; a diary that is dropped leaves its busy half-days and nothing else', async ({
  page
}) => {
  test.slow();
  const moved = page.getByRole('heading', { name: m.meetings_last_moves() });
  await open(page, 'reunions?equipe=EPS-01');
  await planned(page);

  const monday = await test.step('the first week in which Coordination 1 holds a meeting', async () => {
    const group = page.locator('.year-grid tbody').filter({ hasText: 'Coordination 1' });
    const column = await group.evaluate((body) =>
      Math.min(...[...body.querySelectorAll('button.meeting')].map((cell) => cell.closest('td')!.cellIndex))
    );
    await page.locator('.year-grid tr.weeks th').nth(column).getByRole('button').click();
    const week = () => new URL(page.url()).searchParams.get('semaine');
    await expect.poll(week).not.toBeNull();
    return week()!;
  });

  await test.step('its absence moves them; another date is accepted, and the calendar of changes is sent', async () => {
    await choose(page, m.meetings_view_changes());
    await page.getByLabel(m.meetings_from(), { exact: true }).fill(monday);
    const friday = new Date(Date.parse(monday) + 4 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(m.meetings_to()).fill(friday);
    await page.getByRole('button', { name: m.meetings_repair() }).click();
    const move = page.getByRole('combobox', { name: new RegExp(`^${m.meetings_move_to()}`) }).first();
    await expect(move).toBeVisible();
    const options = await move.locator('option').allTextContents();
    // Whoever leads the first meeting of the week is away: the former date is none.
    expect(options.filter((text) => text.startsWith('Garder'))).toEqual([]);
    await move.selectOption({ label: options.find((text) => text.startsWith('Autre date'))! });
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: m.meetings_accept_part() }).click();
    await expect(page.getByText(/^Coordination \d, indisponible/).first()).toBeVisible();
    await expect(moved).toBeVisible();
    const changed = page.getByRole('button', { name: m.meetings_changes_calendar() });
    const { text } = await saved(page, () => changed.click());
    expect(text).toMatch(/SEQUENCE:\d+/);
    expect(text.split('BEGIN:VEVENT').length - 1).toBeGreaterThan(0);
  });

  await test.step('a diary busy on the very days of November is read: half-days are counted, meetings to move proposed', async () => {
    await page.getByRole('button', { name: m.actions_export(), exact: true }).click();
    const own = await saved(page, () => page.getByRole('button', { name: m.meetings_file_save() }).click());
    await page.keyboard.press('Escape');
    const held = [...own.text.matchAll(/DTSTART[^:]*:(\d{4})(\d{2})(\d{2})T/g)].map(
      ([, y, month, d]) => `${y}-${month}-${d}`
    );
    const busy = [...new Set(held.filter((day) => day.startsWith('2026-11')))];
    expect(busy.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: m.meetings_diary() }).click();
    const zone = page.getByRole('group', { name: m.meetings_diary() });
    await drop(zone, 'notes.ics', 'Bonjour');
    await expect(page.getByRole('alert')).toBeVisible();
    await drop(zone, 'canari-fichier.ics', calendar(busy));
    const found = m.meetings_diary_found({ count: busy.length * 2, shown: String(busy.length * 2) });
    await expect(page.getByText(found)).toBeVisible();
    await page.getByRole('button', { name: m.meetings_diary_take() }).click();
    await expect(page).toHaveURL(/vue=changements/);
    await expect(page.getByRole('heading', { name: /réunions? à déplacer/ })).toBeVisible();
    await page.getByRole('button', { name: m.meetings_accept_all() }).click();
    await expect(page.getByText(/^Coordination 1, agenda lu le /)).toBeVisible();
    await expect(moved).toBeVisible();
  });

  await test.step('what is kept on this computer says when it was read, and nothing of what it held', async () => {
    await choose(page, m.meetings_view_year());
    await page.getByRole('button', { name: m.meetings_kept_do() }).click();
    await page.getByRole('checkbox', { name: m.sectors_scenario_keep() }).check();
    const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }) + document.body.innerText);
    await expect.poll(kept).toContain('readOn');
    expect(await kept()).not.toMatch(/canari/i);
  });
});
