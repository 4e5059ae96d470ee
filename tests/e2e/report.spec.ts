// The year's report, from the files of a service to what leaves for the State, the service and the public: in how few clicks, and what of it is kept.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { shortDay } from '../../src/lib/i18n/dates.ts';
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { open, routesOf, withoutDatabase } from './page.ts';
import { openSecond, secondTerritory } from './second-territory.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);

const YEAR = '2025-2026';
const lead = (page: Page) => page.locator('.voice');
const EXAMPLE = m.report_cases_example_on({ count: 380, shown: '380' });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** The dossiers of the demonstration are drawn in the tab. */
async function openReport(page: Page): Promise<void> {
  await open(page, 'bilan');
  await expect(page.getByText(EXAMPLE)).toBeVisible();
}

/** Sheets of A4, as the page prints. */
async function sheets(page: Page): Promise<number> {
  await expect(page.locator('[data-drawn="true"]')).toBeVisible();
  await expect(page.locator('[data-figure]').first()).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  return [...pdf.matchAll(/\/Type \/Page\b/g)].length;
}

test('from Aujourd’hui to the three outputs in four clicks: the register says what left, the report prints on six to eight sheets, the public page on one with what the exit gate lets through', async ({
  page
}) => {
  test.setTimeout(300_000);
  await openReport(page);
  await page
    .getByRole('link', { name: /^Aujourd’hui/ })
    .first()
    .click();
  await page.getByText(/^Et aussi/).click();
  const verdict = page.getByRole('heading', { name: /réponses sur \d+ du bilan sont prêtes/ });
  await expect(verdict).toBeVisible();
  const told = /(\d+) réponses sur (\d+)/.exec((await verdict.textContent())!)!;
  await page.getByRole('link', { name: 'Ouvrir Bilan' }).click();
  // One figure: the page says what the point said.
  await expect(lead(page)).toContainText(`${told[1]} réponses sur ${told[2]}`);
  await expect(page.getByText(m.report_out_state()).first()).toBeVisible();
  const file = page.waitForEvent('download');
  await press(page, m.report_prepare_xlsx());
  expect((await file).suggestedFilename()).toMatch(/ne-pas-diffuser-2025-2026\.xlsx$/);
  const register = page.getByRole('table', { name: m.report_register() });
  await expect(register.getByRole('row').nth(1)).toContainText(m.report_gate_state());
  const word = page.waitForEvent('download');
  await press(page, m.report_prepare_docx());
  const written = await word;
  expect(written.suggestedFilename()).toBe(`rapport-interne-${YEAR}.docx`);
  const xml = strFromU8(unzipSync(readFileSync(await written.path()))['word/document.xml']!);
  expect(xml.match(/<pic:pic /g)).toHaveLength(6);
  expect(xml).toContain(m.report_block_free());
  await expect(register.getByRole('row').nth(1)).toContainText('Interne');
  await expect(register.getByRole('cell', { name: m.report_out_written_title() })).toBeVisible();

  await page.getByRole('link', { name: m.report_out_written_see() }).click();
  const count = await sheets(page);
  expect(count).toBeGreaterThanOrEqual(6);
  expect(count).toBeLessThanOrEqual(8);
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('link', { name: m.report_out_back() }).click();
  await page.getByRole('link', { name: m.report_prepare_page() }).click();
  const sheet = page.locator('article');
  // Sex, age and homes stand on the page once the exit gate has heard them.
  await expect(sheet.getByText(/Filles.*Garçons/)).toBeVisible({ timeout: 180_000 });
  expect(await sheets(page)).toBe(1);
  await expect(sheet).toContainText('réservés à l’État');
  for (const exact of [/parcours terminés?/, /profil/i, /durent plus de/, /orientés par/])
    await expect(sheet).not.toContainText(exact);
});

test('an answer says its list, its rule and the country’s figure; what no file tells is typed and back after a reload; a closed year keeps it; files of cases and visits are given together', async ({
  page
}) => {
  await openReport(page);
  const sexes = page.getByRole('row', { name: new RegExp(`^${m.report_line_sexes()}`) });
  await expect(sexes).toContainText('dossiers');
  await expect(sexes).toContainText(/58,2/);
  await press(page, m.report_rules());
  await expect(sexes).toContainText('D’après la colonne du sexe');

  await expect(lead(page)).toContainText('restent à renseigner');
  const before = await lead(page).textContent();
  const field = page.getByLabel(new RegExp(`${m.report_q_children_collective()}$`));
  await field.fill('quarante');
  await field.blur();
  await expect(page.getByText(m.report_not_a_number())).toBeVisible();
  await field.fill('40');
  await field.blur();
  await expect(lead(page)).toContainText('une est saisie');
  expect(await lead(page).textContent()).not.toBe(before);
  const changed = page.getByLabel(m.report_q_free_1());
  await page.locator('details#free > summary').click();
  await changed.fill('Une équipe de plus');
  await page.getByLabel(m.report_q_free_2()).click();
  await expect(lead(page)).toContainText('deux sont saisies');
  await page.reload();
  await expect(changed).toHaveValue('Une équipe de plus');
  await expect(field).toHaveValue('40');

  await expect(page.getByText(EXAMPLE)).toBeVisible();
  await press(page, m.report_close({ year: YEAR }));
  await press(page, m.report_cases_forget());
  await expect(sexes).toContainText(/\d+ filles, \d+ garçons/);
  await press(page, m.report_reopen());
  await expect(page.getByText(m.report_cases_none())).toBeVisible();
  await expect(page.locator('details#children')).toContainText(m.report_to_type());

  // A case file and its list of visits, given on Mon territoire; then another list of visits of the same cases.
  const given = page.locator('[data-dossiers]');
  const give = async (files: Record<string, readonly string[]>) => {
    await given.getByRole('link', { name: m.report_cases_choose() }).click();
    await page
      .locator('#fichiers input[type=file]')
      .first()
      .setInputFiles(
        Object.entries(files).map(([name, lines]) => ({
          name,
          mimeType: 'text/csv',
          buffer: Buffer.from(lines.join('\n'))
        }))
      );
    for (const name of Object.keys(files))
      await expect(page.getByRole('row', { name: new RegExp(`^${name}`) })).toContainText(
        m.folder_state_waiting_cases()
      );
    await page.goBack();
  };
  const children = Array.from(
    { length: 12 },
    (_, at) => `P-${at};2025-2026;0594561M;;59606;elementaire;sante;F${at};2`
  );
  const visits = children.map((_, at) => `P-${at};2025-11-${at + 10}`);
  await give({
    'visites.csv': ['case_id;date', ...visits],
    'parcours.csv': ['case_id;school_year;uai;qpv;commune;level;theme;family_id;visits', ...children]
  });
  await expect(given).toContainText('12 dossiers');
  await expect(given).toContainText('visites.csv, parcours.csv');
  await give({ 'visites.csv': ['case_id;date', 'P-99;2025-12-01'] });
  await expect(given).toContainText(m.data_outcome_doubtful());
  await expect(given).toContainText('12 dossiers');
  await press(page, m.report_cases_forget());
  await press(page, m.report_cases_example());
  await expect(page.getByText(EXAMPLE)).toBeVisible();

  // A block opens by keyboard; every block is on paper.
  await page.locator('details#money > summary').focus();
  await page.keyboard.press('Enter');
  const block = (name: string) => page.getByRole('table', { name, exact: true });
  await expect(block(m.report_block_money())).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const name of [
    m.report_block_structure(),
    m.report_block_schools(),
    m.report_block_children(),
    m.report_block_staff(),
    m.report_block_money()
  ])
    await expect(block(name)).toBeVisible();
});

test('in the retention period of a service, Bilan says on the screen alone which paths are past it, and counts the agreements of parents', async ({
  page
}) => {
  const { path } = await secondTerritory();
  await open(page, routesOf(({ feature }) => feature === 'territory')[0]);
  await openSecond(page, path);
  await page.getByRole('heading', { name: m.folder_settings() }).click();
  await page.getByLabel(m.folder_settings_retention()).fill('6');
  await page.getByLabel(m.folder_settings_retention()).press('Enter');
  await expect(page.getByText(m.folder_settings_applied())).toBeAttached();
  const header = 'case_id;school_year;uai;commune;level;theme;sortie;accord';
  const child = (id: string, exit: string, agreed: string) =>
    `${id};2025-2026;0599001${'ABCDEFGHJKLMNPRSTUVWXYZ'[(590000 + 9001) % 23]};59350;elementaire;sante;${exit};${agreed}`;
  const rows = [
    ...Array.from({ length: 14 }, (_, at) => child(`P-${at}`, '', at % 2 === 0 ? 'oui' : 'non')),
    child('P-old', '2026-03-05', 'oui')
  ];
  await page
    .locator('#fichiers input[type=file]')
    .first()
    .setInputFiles({
      name: 'parcours.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([header, ...rows].join('\n'))
    });
  // At once: Bilan may be there before the list is recognised.
  await page.getByRole('link', { name: 'Bilan', exact: true }).first().click();
  const past = page.locator('[data-past-retention]');
  await expect(past).toContainText(`P-old (${shortDay('2026-03-05')})`);
  await expect(past).not.toContainText('P-3 ');
  await expect(page.locator('details#children')).toContainText('8 avec accord, 7 sans accord');
  await page.emulateMedia({ media: 'print' });
  await expect(past).toBeHidden();
});
