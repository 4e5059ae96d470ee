// Files that go out of Réunions say the figures of the page; situations are placed in the meetings, and a meeting held is recorded.
import { strFromU8, unzipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { BEFORE_THE_YEAR, planned } from './meetings-page.ts';
import { m } from './messages.ts';
import { open, saved } from './page.ts';
import { expect, test } from './test.ts';

test.describe('before the year', () => {
  test.use({ today: BEFORE_THE_YEAR, searchSeconds: 1 });

  test('each file says the figures of the page: calendars of a coordination, a team and a partner, CSV, XLSX; the data say that a function is one person', async ({
    page
  }) => {
    await open(page, 'reunions');
    await planned(page);
    await page.locator('#ce-que-vaut > summary').click();
    const absences = page
      .getByRole('row', { name: new RegExp(`^${m.meetings_figure_absences()}`) })
      .getByRole('cell')
      .first();
    await page.getByRole('button', { name: m.actions_export(), exact: true }).click();
    const save = (name: string) => saved(page, () => page.getByRole('button', { name, exact: true }).click());

    const csv = (await save('CSV')).text.replace(/^\ufeff/, '').trim().split(/\r?\n/); // prettier-ignore
    expect(csv).toHaveLength(111);
    const cells = csv.map((line) => line.split(';'));
    const absent = cells[0]!.indexOf(m.meetings_file_absent());
    const total = cells.slice(1).reduce((sum, line) => sum + Number(line[absent]), 0);
    expect(total).toBe(Number((await absences.textContent())!.replace(/\D/g, '')));

    const sheet = unzipSync(new Uint8Array((await save('XLSX')).bytes));
    const rows = Object.entries(sheet).find(([path]) => /worksheets\/sheet1\.xml$/.test(path))![1];
    expect([...strFromU8(rows).matchAll(/<row /g)].length).toBe(111);

    const owners = page.getByLabel(m.meetings_file_whose());
    const led = cells[0]!.indexOf(m.meetings_file_coordinator());
    const team = cells[0]!.indexOf(m.meetings_file_team());
    const byOwner = async (group: string) => {
      const option = owners.locator(`optgroup[label="${group}"] option`).first();
      await owners.selectOption((await option.getAttribute('value'))!);
      const { text } = await save(m.meetings_file_save());
      // Functions are convened; no file tells who comes.
      expect(text).not.toContain('ATTENDEE');
      expect(text).toMatch(/DESCRIPTION:Convoqués/);
      return { name: (await option.textContent())!, events: text.split('BEGIN:VEVENT').length - 1 };
    };
    const count = (column: number, name: string) =>
      cells.slice(1).filter((line) => line[column] === name).length;
    const coordination = await byOwner(m.meetings_file_coordinators());
    expect(coordination.events).toBe(count(led, coordination.name));
    const one = await byOwner(m.meetings_file_teams());
    expect(one.events).toBe(count(team, one.name));
    expect((await byOwner(m.meetings_file_partners())).events).toBeGreaterThan(0);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: m.meetings_data_title() }).click();
    const data = page.getByRole('dialog', { name: m.meetings_data_title() });
    await expect(data).toContainText(m.meetings_one_person());
    await expect(data).toContainText('« Psychologue scolaire 1 », « Psychologue scolaire 2 »');
    await expect(data).toContainText(/fonctions siègent dans plusieurs équipes/);
    expect(await axeFindings(page, '[role=dialog]')).toEqual([]);
  });
});

test.describe('under way', () => {
  test.use({ today: '2026-11-16', searchSeconds: 1 });

  test('situations are placed in the meetings, a sheet leaves as Word and .ics, and a meeting held is recorded', async ({
    page
  }) => {
    const voice = page.locator('main .voice');
    await open(page, 'reunions?vue=ordre-du-jour');
    await expect(voice).toContainText('aucun ordre du jour ne fait mieux', { timeout: 60_000 });
    await expect(voice).toContainText('plus de six mois');
    await expect(page.getByText(m.meetings_agenda_fictitious())).toBeVisible();

    // The sheet says what the list says.
    const list = page.getByRole('table', { name: m.meetings_agenda_list().slice(0, 33) });
    await expect(list.locator('tbody tr')).toHaveCount(110);
    // It opens at the first meeting to come, whose sheet stands beside it and is what leaves on paper.
    await expect(list.locator('[aria-pressed="true"]')).toHaveText('lundi 23 novembre');
    await expect(list.locator('[aria-pressed="true"]')).toBeInViewport();
    await expect(list.locator('tbody tr').first()).not.toBeInViewport();
    await page.emulateMedia({ media: 'print' });
    await expect(list).toBeHidden();
    await page.emulateMedia({ media: 'screen' });
    await list.locator('tbody tr').filter({ hasText: /8$/ }).last().getByRole('button').click();
    const sheet = page.getByRole('table', { name: m.meetings_agenda_count({ count: 8, shown: '8' }) });
    await expect(sheet.locator('tbody tr')).toHaveCount(8);
    const pseudonym = (await sheet.locator('tbody th').first().textContent())!.trim();
    expect(pseudonym).toMatch(/^FICTIF-/);
    const button = (name: string) => page.getByRole('button', { name });
    const word = unzipSync((await saved(page, () => button(m.meetings_agenda_docx()).click())).bytes);
    expect(strFromU8(word['word/document.xml']!)).toContain(pseudonym);
    // What is sent to calendars names no situation.
    const event = (await saved(page, () => button(m.meetings_agenda_ics()).click())).text;
    expect(event).toContain('8 situations');
    expect(event).not.toContain('FICTIF');

    // A longer wait is accepted: less is over, or nothing.
    const before = (await voice.textContent())!;
    const months = page.getByLabel(m.meetings_agenda_months());
    await months.fill('12');
    await months.blur();
    await expect(page).toHaveURL(/mois=12/);
    await expect(voice).not.toHaveText(before);

    const panel = page.getByRole('region', { name: m.meetings_record_title() });
    const keep = panel.getByRole('button', { name: m.meetings_record_keep() });
    await expect(keep).toBeDisabled();
    const enter = async (label: string, count: string) => {
      await panel.getByLabel(label).fill(count);
      await panel.getByLabel(label).blur();
    };
    await enter(m.meetings_record_seen(), '5');
    await enter(m.meetings_record_continue(), '6');
    await expect(panel.getByRole('alert')).toContainText(
      m.meetings_record_too_many({ decided: 6, seen: 5 }).slice(0, 30)
    );
    await enter(m.meetings_record_continue(), '4');
    await enter(m.meetings_record_end(), '1');
    await keep.click();
    await expect(panel).toContainText(/notées\s: 1 sur/);
    await expect(panel).toContainText(/examinées\s: 5/);
    await page.reload();
    await expect(panel).toContainText(/examinées\s: 5/, { timeout: 60_000 });
    expect(await axeFindings(page)).toEqual([]);
  });
});
