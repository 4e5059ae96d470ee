// Diaries that come in and files that go out: only busy half-days are kept of a diary, and every file says the figures of the page.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { axeFindings } from './axe.ts';
import { open } from './page.ts';
import { expect, test, type Locator, type Page } from './test.ts';

// Before the school year: every date is to come.
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-08-25' }))
);

async function planned(page: Page): Promise<void> {
  await expect(page.locator('button.meeting')).toHaveCount(110);
  const stop = page.getByRole('button', { name: 'Arrêter' });
  if (await stop.isVisible()) await stop.click();
  await expect(stop).toBeHidden();
}
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

test('a diary is dropped: its busy half-days are counted, the meetings to move are proposed, and nothing else of it stays', async ({
  page
}) => {
  await open(page, 'reunions');
  await planned(page);
  // The first coordination is busy on the very days of its meetings of November.
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer le calendrier' }).click();
  const own = readFileSync(await (await saved).path(), 'utf8');
  await page.keyboard.press('Escape');
  const held = [...own.matchAll(/DTSTART[^:]*:(\d{4})(\d{2})(\d{2})T/g)].map(
    ([, y, m, d]) => `${y}-${m}-${d}`
  );
  const busy = [...new Set(held.filter((day) => day.startsWith('2026-11')))];
  expect(busy.length).toBeGreaterThan(0);

  await page.getByRole('button', { name: 'Lire un agenda (.ics)' }).click();
  const zone = page.getByRole('group', { name: 'Lire un agenda (.ics)' });
  await drop(zone, 'notes.ics', 'Bonjour');
  await expect(page.getByRole('alert')).toBeVisible();
  await drop(zone, 'canari-fichier.ics', calendar(busy));
  await expect(page.getByText(`${busy.length * 2} demi-journées occupées dans l’année.`)).toBeVisible();
  await page.getByRole('button', { name: 'Tenir compte de ces absences' }).click();

  await expect(page).toHaveURL(/vue=changements/);
  await expect(page.getByRole('heading', { name: /réunions? à déplacer/ })).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Accepter ce calendrier' }).click();
  await expect(page.getByText(/^Coordination 1, agenda lu le /)).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'Réunions déplacées par le dernier changement' })
  ).toBeVisible();

  await page.getByRole('radio', { name: 'Calendriers', exact: true }).check();
  await page.getByRole('checkbox', { name: 'Garder sur cet ordinateur' }).check();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.body.innerText);
  expect(kept).toContain('readOn');
  expect(kept).not.toMatch(/canari/i);
});

test('each file says the figures of the page: calendars of a coordination, a team and a partner, CSV, XLSX', async ({
  page
}) => {
  await open(page, 'reunions');
  await planned(page);
  const absences = (await page
    .getByRole('row', { name: /^Absences prévues/ })
    .getByRole('cell')
    .first()
    .textContent())!;
  await page.getByRole('button', { name: 'Exporter', exact: true }).click();
  const save = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name, exact: true }).click();
    return readFileSync(await (await download).path());
  };

  const csv = (await save('CSV'))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/);
  expect(csv).toHaveLength(111);
  const cells = csv.map((line) => line.split(';'));
  const absent = cells[0]!.indexOf('Absents attendus');
  const total = cells.slice(1).reduce((sum, line) => sum + Number(line[absent]), 0);
  expect(total).toBe(Number(absences.replace(/\D/g, '')));

  const sheet = unzipSync(new Uint8Array(await save('XLSX')));
  const rows = Object.entries(sheet).find(([path]) => /worksheets\/sheet1\.xml$/.test(path))![1];
  expect([...strFromU8(rows).matchAll(/<row /g)].length).toBe(111);

  const owners = page.getByLabel('Calendrier (.ics)');
  const led = cells[0]!.indexOf('Coordination');
  const team = cells[0]!.indexOf('Équipe');
  const byOwner = async (group: string) => {
    const option = owners.locator(`optgroup[label="${group}"] option`).first();
    await owners.selectOption((await option.getAttribute('value'))!);
    const text = (await save('Enregistrer le calendrier')).toString('utf8');
    // A partner's file tells no function away, and no file tells who comes.
    expect(text).not.toMatch(/ATTENDEE|DESCRIPTION/);
    return { name: (await option.textContent())!, events: text.split('BEGIN:VEVENT').length - 1 };
  };
  const count = (column: number, name: string) =>
    cells.slice(1).filter((line) => line[column] === name).length;
  const coordination = await byOwner('Coordination');
  expect(coordination.events).toBe(count(led, coordination.name));
  const one = await byOwner('Équipes');
  expect(one.events).toBe(count(team, one.name));
  expect((await byOwner('Partenaires')).events).toBeGreaterThan(0);
});

test('the data say that a function is one person, and how to tell two', async ({ page }) => {
  await open(page, 'reunions');
  await page.getByRole('button', { name: 'Données des réunions' }).click();
  const sheet = page.getByRole('dialog', { name: 'Données des réunions' });
  await expect(sheet).toContainText('Chaque intitulé désigne une personne');
  await expect(sheet).toContainText('« Psychologue scolaire 1 », « Psychologue scolaire 2 »');
  await expect(sheet).toContainText(/fonctions siègent dans plusieurs équipes/);
  expect(await axeFindings(page)).toEqual([]);
});

test('situations are placed in the meetings, a sheet leaves as Word and .ics, and a meeting held is recorded', async ({
  page
}) => {
  await page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-11-16' }));
  await open(page, 'reunions?vue=ordre-du-jour');
  await expect(page.locator('.voice')).toContainText('aucun ordre du jour ne fait mieux', {
    timeout: 60_000
  });
  await expect(page.locator('.voice')).toContainText('plus de six mois');
  await expect(page.getByText(/^Dossiers fictifs/)).toBeVisible();

  // The sheet says what the list says.
  const list = page.getByRole('table', { name: 'Réunions et leurs situations' });
  await expect(list.locator('tbody tr')).toHaveCount(110);
  const row = list.locator('tbody tr').filter({ hasText: /8$/ }).last();
  await row.getByRole('button').click();
  const sheet = page.getByRole('table', { name: '8 situations à examiner' });
  await expect(sheet.locator('tbody tr')).toHaveCount(8);
  const pseudonym = (await sheet.locator('tbody th').first().textContent())!.trim();
  expect(pseudonym).toMatch(/^FICTIF-/);

  const word = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Convocation (Word)' }).click();
  const note = unzipSync(readFileSync(await (await word).path()));
  expect(strFromU8(note['word/document.xml']!)).toContain(pseudonym);
  // What is sent to calendars names no situation.
  const calendar = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Rendez-vous (.ics)' }).click();
  const event = readFileSync(await (await calendar).path(), 'utf8');
  expect(event).toContain('8 situations');
  expect(event).not.toContain('FICTIF');

  // A longer wait is accepted: less is over, or nothing.
  const before = await page.locator('.voice').textContent();
  const months = page.getByLabel('Attente la plus longue entre deux examens (mois)');
  await months.fill('12');
  await months.blur();
  await expect(page).toHaveURL(/mois=12/);
  await expect(page.locator('.voice')).not.toHaveText(before!);

  const panel = page.getByRole('region', { name: 'Comptes rendus des réunions passées' });
  const keep = panel.getByRole('button', { name: 'Noter le compte rendu' });
  await expect(keep).toBeDisabled();
  const enter = async (label: string, count: string) => {
    await panel.getByLabel(label).fill(count);
    await panel.getByLabel(label).blur();
  };
  await enter('Situations examinées', '5');
  await enter('Parcours poursuivis', '6');
  await expect(panel.getByRole('alert')).toContainText('6 décisions pour 5 situations');
  await enter('Parcours poursuivis', '4');
  await enter('Parcours terminés', '1');
  await keep.click();
  await expect(panel).toContainText(/notées\s: 1 sur/);
  await expect(panel).toContainText(/examinées\s: 5/);
  await page.reload();
  await expect(panel).toContainText(/examinées\s: 5/, { timeout: 30_000 });
  expect(await axeFindings(page)).toEqual([]);
});
