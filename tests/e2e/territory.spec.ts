// Mon territoire: another agglomeration opened by its name, files dropped, doubts mended, saved, opened again, closed.
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { workbookFile } from '../fixtures/import/containers.ts';
import { gristFile, xlsFile } from '../fixtures/import/databases.ts';
import { townExtract } from '../fixtures/ground/town.ts';
import { decrypt, encrypt } from '../../src/lib/storage/cipher.ts';
import { readMaillage, writeMaillage } from '../../src/lib/storage/maillage/index.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { follow, open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);

const NAME = 'Maubeuge';
const CIPHER = { encrypt, decrypt };
const OPENED = { timeout: 30_000 };
const SOLVED = { timeout: 90_000 };
const header = (page: Page) => page.locator('header').first();
const line = (page: Page, name: string) =>
  page.locator('#fichiers').getByRole('row', { name: new RegExp(`^${name}`) });
const field = (page: Page) => page.getByRole('combobox', { name: m.folder_choose_label() });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const undo = (page: Page) => page.getByRole('button', { name: m.folder_undo({ step: '' }) }).click();

async function choose(page: Page): Promise<void> {
  await open(page, 'territoire');
  await field(page).fill(NAME);
  await page.getByRole('option').first().click();
  await expect(header(page)).toContainText(NAME, OPENED);
}

const drop = (page: Page, ...files: { name: string; text: string | Uint8Array }[]) =>
  page
    .locator('#fichiers input[type=file]')
    .first()
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }))
    );

async function saved(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await press(page, m.folder_save());
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

const sheets = (cost: number) => `fiche;titre;niveau;cout\nFA-1;Lire ensemble;intercommunal;${cost}\n`;

test('an agglomeration is opened by its name, a list with foreign headers is matched and its rows in doubt corrected; nothing of the demonstration is seen, and nothing is closed before it is named', async ({
  page
}) => {
  const steps = page.locator('main h2 .number');
  await open(page, 'territoire');
  await expect(steps).toHaveText(['1', '2', '3', '4']);
  expect(await axeFindings(page)).toEqual([]);
  // Enter takes the line that is marked, and a reload opens the same.
  await field(page).fill('Val');
  await expect(page.getByRole('option').first()).toBeVisible();
  await field(page).fill(NAME);
  const marked = page.locator('.search-found [data-highlighted], .search-found [data-combobox-item]').first();
  await expect(marked).toContainText(NAME);
  await field(page).press('Enter');
  await expect(header(page)).toContainText(NAME, OPENED);
  await page.reload();
  await expect(header(page)).toContainText(NAME, OPENED);
  await expect(steps).toHaveText(['1', '2', '3', '4', '5']);
  await expect(page.getByRole('img', { name: m.folder_base_map({ name: '' }) })).toBeVisible();
  // No line of the facts begins with « ; ».
  const vintages = (await page.locator('main dd').allTextContents()).filter((text) => text.includes(';'));
  expect(vintages).not.toEqual([]);
  expect(vintages.filter((text) => text.includes(' ;'))).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);

  const list = 'Code établissement;Situation\n0594205A;suivie\n0594561A;suivie\n';
  const { name, bytes } = workbookFile([
    { name: 'Lisez-moi', rows: [['Deux listes du service']] },
    {
      name: 'Actions',
      hidden: true,
      rows: [
        ['fiche', 'titre', 'niveau', 'cout', 'communes', 'Fondation X'],
        ['F1', 'Lire ensemble', 'intercommunal', '100 000', 'toutes', '40 000']
      ]
    }
  ]);
  await drop(
    page,
    { name: 'ecoles.csv', text: list },
    { name: 'notes.docx', text: 'PK' },
    { name, text: bytes }
  );
  await expect(line(page, 'notes.docx')).toContainText(m.folder_state_refused(), OPENED);
  await expect(line(page, 'ecoles.csv')).toContainText(m.folder_state_matching(), OPENED);
  const column = 'Code établissement';
  await expect(page.getByLabel(m.folder_match_column_label({ header: column }))).toHaveValue('uai');
  // A line a sheet: read with what it leaves unread, or left out with its reason.
  const sheet = line(page, 'listes.xlsx, feuille «.Actions');
  await expect(sheet).toContainText(m.folder_unread({ count: 1, columns: 'Fondation X' }), OPENED);
  await expect(sheet).toContainText('est masquée');
  await expect(line(page, 'listes.xlsx, feuille «.Lisez-moi')).toContainText('n’a pas de tableau');
  await expect(page.locator('#verifier')).toContainText(m.folder_match_euros());
  await page.getByRole('button', { name: /^Relier/ }).click();
  // Rows kept, of the two read.
  const kept = line(page, 'ecoles.csv').getByRole('cell').nth(2);
  await expect(kept).toHaveText('1', OPENED);
  await page.getByLabel(m.folder_doubts_label({ column, row: 3 })).fill('0594561M');
  await press(page, m.folder_doubts_apply({ count: 1, shown: '1' }));
  await expect(kept).toHaveText('2', OPENED);
  await expect(page.locator('#pages')).toContainText(/écoles suivies\s: 2/);
  await undo(page);
  await expect(kept).toHaveText('1', OPENED);
  for (let step = 0; step < 2; step++) await undo(page);
  await expect(line(page, 'ecoles.csv')).toHaveCount(0);

  await page.getByRole('link', { name: m.folder_pages_open() }).click();
  await expect(page).toHaveTitle(new RegExp(NAME));
  for (const path of [m.coverage_title(), m.shell_nav_places_one(), m.council_title()]) {
    await page.getByRole('link', { name: path }).first().click();
    await expect(page).toHaveTitle(new RegExp(`${path}.*${NAME}`));
    expect(await page.locator('body').innerText()).not.toMatch(/Valenciennes|fictifs/);
  }
  await page.getByRole('link', { name: m.folder_title() }).first().click();

  await drop(page, { name: 'actions.csv', text: sheets(1000) });
  await expect(line(page, 'actions.csv')).toContainText(m.folder_state_used(), OPENED);
  const asked = page.getByRole('dialog', { name: m.decision_losing() });
  await press(page, m.folder_back());
  await expect(asked).toContainText(m.decision_lost_folder({ name: '' }));
  await expect(asked).toContainText(NAME);
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(line(page, 'actions.csv')).toBeVisible();
  await press(page, m.folder_back());
  await asked.getByRole('button', { name: m.decision_lose_close() }).click();
  await expect(header(page)).toContainText('Valenciennes');
});

/** Sixty children of one school a year. */
const cases = (...years: string[]) =>
  [
    'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits',
    ...years.flatMap((year) =>
      Array.from({ length: 60 }, (_, i) => {
        const theme = i % 3 === 0 ? 'sante' : 'parentalite';
        return `${year}-${i};${year};0594561M;;59392;elementaire;${theme};F${i};2`;
      })
    )
  ].join('\n');

const PASSPHRASE = 'le pont du Cambrésis';

test('the folder is saved as one encrypted file, opened again by another visit, and a hostile one changes nothing', async ({
  page
}) => {
  await choose(page);
  await drop(page, { name: 'actions.csv', text: sheets(1000) });
  await expect(line(page, 'actions.csv')).toContainText(m.folder_state_used(), OPENED);
  await drop(page, { name: 'actions-2025 v2.csv', text: sheets(1200) });
  const replaced = m.folder_same_question({ file: 'actions-2025 v2.csv', former: 'actions.csv' });
  await expect(page.getByText(replaced)).toBeVisible(OPENED);
  await press(page, m.folder_same_replace());
  await expect(line(page, 'actions.csv')).toHaveCount(0, OPENED);
  // A public folder is saved without its files: a copy of what is read of this list goes along.
  await drop(page, { name: 'parcours.csv', text: cases('2023-2024', '2024-2025') });
  await expect(line(page, 'parcours.csv')).toContainText(
    m.folder_years_made({ years: '2023-2024' }).replace('.', ''),
    SOLVED
  );
  await expect(page.locator('#pages')).toContainText('2 années', OPENED);
  const save = page.getByRole('button', { name: m.folder_save() });
  const encrypted = page.getByLabel(m.folder_save_encrypt());
  const fields = page.locator('#enregistrer').getByLabel(new RegExp(`^${m.folder_passphrase()}`));
  await encrypted.check();
  await fields.nth(0).fill(PASSPHRASE);
  await fields.nth(1).fill(`${PASSPHRASE}e`);
  await expect(page.getByText(m.folder_passphrase_differs())).toBeVisible();
  await expect(save).toBeDisabled();
  await fields.nth(1).fill(PASSPHRASE);
  const { name, bytes } = await saved(page);
  expect(name).toMatch(/-public\.maillage$/);
  await open(page, 'territoire');
  const chooser = page.locator('input[accept=".maillage"]');
  const hostile = Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes.subarray(0, 900)]);
  await chooser.setInputFiles({ name: 'mauvais.maillage', mimeType: '', buffer: hostile });
  await expect(page.getByRole('alert')).toContainText('Rien n’est changé');
  await chooser.setInputFiles({ name: 'bon.maillage', mimeType: '', buffer: bytes });
  // The passphrase is what one types next.
  await expect(page.getByLabel(/bon\.maillage/)).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(header(page)).toContainText(NAME, OPENED);
  // Saved again, it stays encrypted.
  await expect(encrypted).toBeChecked();
  await expect(fields.nth(1)).toHaveValue(PASSPHRASE);
  await expect(save).toBeEnabled();
  // The case file is not in the folder; that of the next year joins the years that were published.
  const lost = 'Z;juin;0594561M;;59392;elementaire;sante;F1;2';
  await drop(page, { name: 'parcours-2025.csv', text: `${cases('2024-2025', '2025-2026')}\n${lost}` });
  const added = line(page, 'parcours-2025.csv');
  await expect(added).toContainText(m.folder_years_kept({ years: '2024-2025' }), SOLVED);
  await expect(page.locator('#pages')).toContainText('3 années', OPENED);
  await follow(page, '/?moment=evolution');
  for (const year of ['2023-2024', '2025-2026'])
    await expect(page.getByRole('option', { name: year }).first()).toBeAttached();
  // Each page of counts says what they leave out, and leads to the reasons.
  await expect(page.getByText(m.shell_uncounted_of({ count: 1, shown: '1', of: '121' }))).toBeVisible();
  await page.getByRole('link', { name: m.shell_uncounted_reasons() }).click();
  await expect(added).toContainText(m.folder_rows_out({ count: 1, shown: '1' }).slice(0, -2));
});

test('corrections of a list are offered to the same list under a new name, seen before they are taken in one press', async ({
  page
}) => {
  await choose(page);
  const list = (row: string) => `uai;statut\n${row}0594205A;suivie\n0594561A;suivie\n`;
  await drop(page, { name: 'ecoles-2025.csv', text: list('') });
  const kept = (name: string) => line(page, name).getByRole('cell').nth(2);
  await expect(kept('ecoles-2025.csv')).toHaveText('1', OPENED);
  await page.getByLabel(m.folder_doubts_label({ column: 'uai', row: 3 })).fill('0594561M');
  await press(page, m.folder_doubts_apply({ count: 1, shown: '1' }));
  await expect(kept('ecoles-2025.csv')).toHaveText('2', OPENED);
  await drop(page, { name: 'ecoles-2026.csv', text: list('0594562N;en attente\n') });
  const offer = page.locator('#fichiers').getByText(/Corrections faites sur ecoles-2025\.csv\s: 1/);
  await expect(offer).toBeVisible(OPENED);
  await page.getByText(m.folder_carried_rows()).click();
  await expect(page.locator('#fichiers')).toContainText(/0594561A.{3}devient.{3}0594561M/);
  await page
    .locator('#fichiers')
    .getByRole('button', { name: m.folder_doubts_apply({ count: 1, shown: '1' }) })
    .click();
  await expect(offer).toBeHidden(OPENED);
  await expect(page.getByRole('button', { name: m.folder_undo({ step: '' }) })).toContainText('1 correction');
});

test('a list dropped on a folder that lacks another is told not to be in the territory, with the reason, and saving names it', async ({
  page
}) => {
  await choose(page);
  await drop(page, { name: 'ecoles.csv', text: 'uai;statut\n0594205A;suivie\n' });
  await expect(line(page, 'ecoles.csv')).toContainText(m.folder_state_used(), OPENED);
  const content = await readMaillage((await saved(page)).bytes, { cipher: CIPHER });
  // As former versions saved it: without its lists.
  const without = { ...content, sources: content.sources.map(({ content: _, ...one }) => one) };
  const bytes = Buffer.from(await writeMaillage(without, { passphrase: '', cipher: CIPHER }));
  await open(page, 'territoire');
  const chooser = page.locator('input[accept=".maillage"]');
  await chooser.setInputFiles({ name: 'sans.maillage', mimeType: '', buffer: bytes });
  await expect(line(page, 'ecoles.csv')).toContainText(m.folder_state_absent(), OPENED);
  // The page is made anew with the folder that it opens.
  await expect(page.getByText(m.folder_opened({ name: 'Maubeuge' }))).toBeAttached(OPENED);
  await drop(page, { name: 'actions.csv', text: sheets(1000) });
  await expect(line(page, 'actions.csv')).toContainText(m.folder_state_left(), OPENED);
  await expect(line(page, 'actions.csv')).not.toContainText(m.folder_state_waiting());
  await expect(page.getByRole('alert')).toContainText(/sans les fichiers d’origine suivants\s: ecoles\.csv/);
  const left = page.locator('#enregistrer').getByText(m.folder_save_left({ count: 1, files: 'actions.csv' }));
  await expect(left).toBeVisible();
  await drop(page, { name: 'ecoles.csv', text: 'uai;statut\n0594205A;suivie\n' });
  await expect(line(page, 'actions.csv')).toContainText(m.folder_state_used(), OPENED);
  await expect(left).toHaveCount(0);
});

/** The files of a folder, as text. */
const partsOf = (zip: Uint8Array): string[] =>
  Object.entries(unzipSync(zip)).map(([path, bytes]) => `${path}\n${Buffer.from(bytes).toString('utf8')}`);

/** What the browser keeps of the site in its own file system. */
const keptHere = async (page: Page): Promise<Uint8Array[]> =>
  (
    await page.evaluate(async () => {
      const found: number[][] = [];
      const look = async (folder: FileSystemDirectoryHandle): Promise<void> => {
        for await (const one of folder.values()) {
          if (one.kind === 'directory') await look(one as FileSystemDirectoryHandle);
          else
            found.push([
              ...new Uint8Array(await (await (one as FileSystemFileHandle).getFile()).arrayBuffer())
            ]);
        }
      };
      await look(await navigator.storage.getDirectory());
      return found;
    })
  ).map((bytes) => Uint8Array.from(bytes));
const storedKeys = (page: Page) => page.evaluate(() => Object.keys(localStorage));

/** Around its commune, and far from it. */
const HERE = [3.85, 50.2, 4.1, 50.36] as const;
const ELSEWHERE = [-8.8, 41, -8.6, 41.2] as const;
const CHILDREN = ['ZORBLAXE;Kévinou;12/03/2015', 'QUINTARD;Mathéo;01/09/2014', 'VANHOUTTEN;Léa;30/11/2016'];
const NAMES = /ZORBLAXE|Kévinou|QUINTARD|VANHOUTTEN|12\/03\/2015/;

test('a PRE is opened by its name on its commune alone, with old workbooks and an extract of OpenStreetMap; names of children are nowhere, and it is kept when asked, opened by the next visit, then erased', async ({
  page
}) => {
  test.slow();
  const base = page.locator('#agglomeration-choix');
  await open(page, 'territoire');
  await field(page).fill(NAME.toLowerCase());
  await page.getByRole('option', { name: m.folder_choose_pre({ name: NAME }) }).click();
  await expect(base).toContainText(m.folder_base_pre({ name: NAME, carrier: 'caisse des écoles' }), OPENED);
  await expect(base).toContainText('quartiers prioritaires, par leur nom');
  await expect(page).toHaveURL(/\?pre=59392-/);
  // Its address, on another page and in another visit, opens it again.
  await follow(page, pageAddress('/ecoles'));
  await expect(page).toHaveURL(/ecoles\/\?.*pre=59392-/);
  const visit = await page.context().newPage();
  await visit.goto(page.url());
  await expect(visit).toHaveURL(/ecoles\/\?.*pre=59392-/, OPENED);
  await expect(visit.getByRole('banner')).toContainText(NAME);
  await visit.close();
  await follow(page, pageAddress('/territoire'));
  const old = xlsFile({
    Partenaires: [
      ['categorie', 'commune', 'nombre'],
      ['CCAS', '59392', 3]
    ]
  });
  const grist = await gristFile({
    Correspondants: { columns: [{ label: 'Commune' }, { label: 'Pourvu' }], rows: [[NAME, 'oui']] }
  });
  // A list of children among them: its names are said to be left out, and are nowhere.
  const rows = [...CHILDREN, ...CHILDREN].map((child, at) => `0594561M;${child};suivie;${at}`);
  await drop(
    page,
    { name: 'partenaires.xls', text: old.bytes },
    { name: 'listes.grist', text: grist.bytes },
    { name: 'hainaut.osm.pbf', text: townExtract(HERE) },
    { name: 'porto.osm.pbf', text: townExtract(ELSEWHERE) },
    { name: 'ville.osm', text: '<osm version="0.6">' },
    {
      name: 'suivis.csv',
      text: ['UAI;Nom;Prénom;Date de naissance;Statut;Observations', ...rows].join('\n')
    }
  );
  const extract = line(page, 'hainaut.osm.pbf');
  await expect(extract).toContainText(m.folder_kind_openstreetmap_of({ date: '01/11/2026' }), OPENED);
  await expect(extract).toContainText(m.folder_state_streets(), SOLVED);
  for (const read of [
    'partenaires.xls',
    'listes.grist',
    ...['voiture.bin', 'velo.bin', 'pied.bin', 'fond.pmtiles'].map((made) => `hainaut-${made}`)
  ])
    await expect(line(page, read)).toContainText(m.folder_state_used(), OPENED);
  await expect(line(page, 'porto.osm.pbf')).toContainText('cet extrait ne couvre pas le territoire', OPENED);
  await expect(line(page, 'ville.osm')).toContainText('au format XML');
  const children = line(page, 'suivis.csv');
  await expect(children).toContainText(
    'olonnes personnelles écartées : Nom, Prénom, Date de naissance',
    OPENED
  );
  const kind = children.getByRole('combobox', { name: m.folder_kind_label({ file: 'suivis.csv' }) });
  await expect(kind).toHaveValue('cases');
  expect(await page.content()).not.toMatch(NAMES);

  expect(await storedKeys(page)).toEqual([]);
  await press(page, m.folder_keep());
  await expect(page.getByText(m.folder_kept_saved({ time: '' }).split('à')[0]!)).toBeVisible(OPENED);
  await expect.poll(async () => (await keptHere(page)).length).toBeGreaterThan(0);
  const held = await keptHere(page);
  for (const part of held.flatMap(partsOf)) expect(part).not.toMatch(NAMES);
  await open(page);
  await expect(header(page)).toContainText(NAME);
  await page.getByRole('link', { name: m.folder_title() }).first().click();
  await expect(page.getByRole('button', { name: m.folder_save() })).toBeEnabled(OPENED);
  await press(page, m.folder_keep_erase());
  await expect(page.getByText(m.folder_kept_nothing())).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
  expect(await keptHere(page)).toEqual([]);

  const { bytes } = await saved(page);
  for (const part of partsOf(bytes)) expect(part).not.toMatch(NAMES);
  const entries = Object.keys(unzipSync(bytes));
  expect(entries).toEqual(
    expect.arrayContaining(['map/ground.pmtiles', 'map/ground.geojson', 'graph/car.bin', 'graph/foot.bin'])
  );
  // Neither the extract, nor what was made of it a second time.
  expect(entries.filter((entry) => /osm|hainaut|porto/.test(entry))).toEqual([]);

  // The report of one commune: fewer sheets, of what nobody gave, and nothing by commune.
  await follow(page, '/bilan/');
  await page.getByRole('link', { name: m.report_out_written_see() }).click();
  await expect(page.locator('[data-drawn="true"]')).toBeVisible();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const count = [...pdf.matchAll(/\/Type \/Page\b/g)].length;
  expect(count).toBeGreaterThanOrEqual(4);
  expect(count).toBeLessThanOrEqual(8);
  await expect(page.locator('article')).not.toContainText(m.report_out_part_places());
});
