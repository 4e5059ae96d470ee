// Mon territoire: another agglomeration opened by its name, files dropped, doubts mended, saved, opened again, closed.
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { workbookFile } from '../fixtures/import/containers.ts';
import { gristFile, xlsFile } from '../fixtures/import/databases.ts';
import { townExtract } from '../fixtures/ground/town.ts';
import { axeFindings } from './axe.ts';
import { follow, open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);

const NAME = 'Maubeuge';
const OPENED = { timeout: 30_000 };
const sentence = (page: Page) => page.locator('.voice').first();
const line = (page: Page, name: string) =>
  page.locator('#fichiers').getByRole('row', { name: new RegExp(`^${name}`) });

async function choose(page: Page, text = NAME): Promise<void> {
  await open(page, 'territoire');
  await page.getByRole('combobox', { name: 'Nom, commune ou SIREN' }).fill(text);
  await page.getByRole('option').first().click();
  await expect(sentence(page)).toContainText('La base de', OPENED);
}

const drop = (page: Page, ...files: { name: string; text: string | Buffer }[]) =>
  page
    .locator('#fichiers input[type=file]')
    .first()
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }))
    );

test('the steps of Mon territoire are numbered without a gap, before a territory is chosen and after', async ({
  page
}) => {
  const steps = page.locator('main h2 .number');
  await open(page, 'territoire');
  await expect(steps).toHaveText(['1', '2', '3', '4']);
  await choose(page);
  await expect(steps).toHaveText(['1', '2', '3', '4', '5']);
});

test('an agglomeration is opened by its name, its pages show nothing of the demonstration, and one click goes back', async ({
  page
}) => {
  await choose(page);
  await expect(page.locator('header').first()).toContainText(NAME);
  await expect(page.getByRole('img', { name: /Carte des communes/ })).toBeVisible();
  const menu = page.getByRole('link', { name: 'Ouvrir le site' });
  await menu.click();
  await expect(page).toHaveTitle(new RegExp(NAME));
  for (const path of ['Couverture', 'Quartiers et écoles', 'Séance']) {
    await page.getByRole('link', { name: path }).first().click();
    await expect(page).toHaveTitle(new RegExp(NAME));
    expect(await page.locator('body').innerText()).not.toMatch(/Valenciennes|fictifs/);
  }
  await page.getByRole('link', { name: 'Mon territoire' }).first().click();
  await page.getByRole('button', { name: 'Revenir au territoire fictif' }).click();
  await expect(page.locator('header').first()).toContainText('Valenciennes');
});

test('a PRE is opened by its name, on its commune alone, its carrier said; a list of Excel 97 and one of Grist are read', async ({
  page
}) => {
  await open(page, 'territoire');
  await page.getByRole('combobox', { name: 'Nom, commune ou SIREN' }).fill('denain');
  await page.getByRole('option', { name: 'PRE · Denain' }).click();
  await expect(page.locator('#agglomeration-choix')).toContainText('PRE de Denain, porté par : CCAS', OPENED);
  await expect(page.locator('#agglomeration-choix')).toContainText('quartiers prioritaires, par leur nom');
  await expect(page).toHaveURL(/\?pre=59172-ccas$/);
  const old = xlsFile({
    Partenaires: [
      ['categorie', 'commune', 'nombre'],
      ['CCAS', '59172', 3]
    ]
  });
  const grist = await gristFile({
    Correspondants: { columns: [{ label: 'Commune' }, { label: 'Pourvu' }], rows: [['Denain', 'oui']] }
  });
  await drop(
    page,
    { name: 'partenaires.xls', text: Buffer.from(old.bytes) },
    { name: 'listes.grist', text: Buffer.from(grist.bytes) }
  );
  await expect(line(page, 'partenaires.xls')).toContainText('lu', OPENED);
  await expect(line(page, 'listes.grist')).toContainText('lu', OPENED);
  await page.reload();
  await expect(page.locator('#agglomeration-choix')).toContainText('PRE de Denain', OPENED);
});

test('a territory with lists that no file holds is not closed before they are named', async ({ page }) => {
  await choose(page);
  await drop(page, { name: 'actions.csv', text: sheets(1000) });
  await expect(line(page, 'actions.csv')).toContainText('lu', OPENED);
  const back = page.getByRole('button', { name: 'Revenir au territoire fictif' });
  const asked = page.getByRole('dialog', { name: 'Ceci n’est enregistré nulle part et serait perdu' });
  await back.click();
  await expect(asked).toContainText(/Les listes et les réglages de .*Maubeuge/);
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(line(page, 'actions.csv')).toBeVisible();
  await back.click();
  await asked.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
  await expect(page.locator('header').first()).toContainText('Valenciennes');
});

test('a list with foreign headers is matched on screen, its rows in doubt are corrected, and a step is taken back', async ({
  page
}) => {
  await choose(page);
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
    { name, text: Buffer.from(bytes) }
  );
  await expect(line(page, 'notes.docx')).toContainText('écarté', OPENED);
  await expect(line(page, 'ecoles.csv')).toContainText('à relier', OPENED);
  await expect(page.getByLabel('Signification de la colonne Code établissement')).toHaveValue('uai');
  // A line a sheet: read with what it leaves unread, or left out with its reason.
  const sheet = line(page, 'listes.xlsx, feuille «.Actions');
  await expect(sheet).toContainText('Colonne non lue\u202f: Fondation X', OPENED);
  await expect(sheet).toContainText('est masquée');
  await expect(line(page, 'listes.xlsx, feuille «.Lisez-moi')).toContainText('n’a pas de tableau');
  await expect(page.locator('#verifier')).toContainText('Des montants en euros\u202f: que sont-ils');
  await page.getByRole('button', { name: 'Relier', exact: true }).first().click();
  // Rows kept, of the two read.
  const kept = line(page, 'ecoles.csv').getByRole('cell').nth(2);
  await expect(kept).toHaveText('1', OPENED);
  await page.getByLabel('Valeur corrigée de Code établissement, ligne 3').fill('0594561M');
  await page.getByRole('button', { name: 'Appliquer 1 correction' }).click();
  await expect(kept).toHaveText('2', OPENED);
  await expect(page.locator('#pages')).toContainText('2 écoles suivies');
  await page.getByRole('button', { name: /^Annuler :/ }).click();
  await expect(kept).toHaveText('1', OPENED);
  for (let step = 0; step < 2; step++) await page.getByRole('button', { name: /^Annuler :/ }).click();
  await expect(line(page, 'ecoles.csv')).toHaveCount(0);
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
const sheets = (cost: number) => `fiche;titre;niveau;cout\nFA-1;Lire ensemble;intercommunal;${cost}\n`;

const PASSPHRASE = 'le pont du Cambrésis';

test('the folder is saved as one encrypted file, opened again by another visit, and a hostile one changes nothing', async ({
  page
}) => {
  await choose(page);
  await drop(page, { name: 'actions.csv', text: sheets(1000) });
  await expect(line(page, 'actions.csv')).toContainText('lu', OPENED);
  await drop(page, { name: 'actions-2025 v2.csv', text: sheets(1200) });
  await expect(page.getByText('actions-2025 v2.csv remplace-t-il actions.csv')).toBeVisible(OPENED);
  await page.getByRole('button', { name: 'Remplacer' }).click();
  await expect(line(page, 'actions.csv')).toHaveCount(0, OPENED);
  // A public folder is saved without its files: a copy of what is read of this list goes along.
  await drop(page, { name: 'parcours.csv', text: cases('2023-2024', '2024-2025') });
  await expect(line(page, 'parcours.csv')).toContainText('Années ajoutées', { timeout: 90_000 });
  await expect(page.locator('#pages')).toContainText('2 années', OPENED);
  const save = page.getByRole('button', { name: 'Enregistrer le fichier' });
  const fields = page.locator('#enregistrer').getByLabel(/^Phrase de passe/);
  await page.getByLabel('Protéger par une phrase de passe').check();
  await fields.nth(0).fill(PASSPHRASE);
  await fields.nth(1).fill(`${PASSPHRASE}e`);
  await expect(page.getByText('Les deux phrases sont différentes.')).toBeVisible();
  await expect(save).toBeDisabled();
  await fields.nth(1).fill(PASSPHRASE);
  const saving = page.waitForEvent('download');
  await save.click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/-public\.maillage$/);
  const bytes = readFileSync(await file.path());
  await page.reload();
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
  await expect(sentence(page)).toContainText(NAME, OPENED);
  // Saved again, it stays encrypted.
  await expect(page.getByLabel('Protéger par une phrase de passe')).toBeChecked();
  await expect(fields.nth(1)).toHaveValue(PASSPHRASE);
  await expect(save).toBeEnabled();
  // The case file is not in the folder; that of the next year joins the years that were published.
  const lost = 'Z;juin;0594561M;;59392;elementaire;sante;F1;2';
  await drop(page, { name: 'parcours-2025.csv', text: `${cases('2024-2025', '2025-2026')}\n${lost}` });
  const added = line(page, 'parcours-2025.csv');
  await expect(added).toContainText('telles que publiées', { timeout: 90_000 });
  await expect(page.locator('#pages')).toContainText('3 années', OPENED);
  await follow(page, '/evolution');
  for (const year of ['2023-2024', '2025-2026'])
    await expect(page.getByRole('option', { name: year }).first()).toBeAttached();
  // Each page of counts says what they leave out, and leads to the reasons.
  await expect(page.getByText('1 enfant sur 121 n’est pas compté.')).toBeVisible();
  await page.getByRole('link', { name: 'Voir les raisons dans Mon territoire' }).click();
  await expect(added).toContainText('1 ligne hors compte');
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

test('an extract of OpenStreetMap gives streets and a map, and one of another place is refused before it is read', async ({
  page
}) => {
  await choose(page);
  const around = [3.5, 49.9, 4.5, 50.6] as const;
  await drop(page, { name: 'hainaut.osm.pbf', text: Buffer.from(townExtract(around)) });
  await expect(line(page, 'hainaut.osm.pbf')).toContainText('Extrait d’OpenStreetMap du 01/11/2026');
  await expect(line(page, 'hainaut.osm.pbf')).toContainText(
    'rues et fond de carte ajoutés au dossier',
    OPENED
  );
  for (const made of ['hainaut-voiture.bin', 'hainaut-velo.bin', 'hainaut-pied.bin', 'hainaut-fond.pmtiles'])
    await expect(line(page, made)).toContainText('lu', OPENED);
  const elsewhere = Buffer.from(townExtract([-8.8, 41, -8.4, 41.4]));
  await drop(
    page,
    { name: 'porto.osm.pbf', text: elsewhere },
    { name: 'ville.osm', text: '<osm version="0.6">' }
  );
  await expect(line(page, 'porto.osm.pbf')).toContainText('cet extrait ne couvre pas le territoire', OPENED);
  await expect(line(page, 'ville.osm')).toContainText('au format XML');
  await expect(line(page, 'hainaut-fond.pmtiles')).toContainText('lu');
  // A list of children among them: its names are said to be left out, and are nowhere.
  const children = ['ZORBLAXE;Kévinou;12/03/2015', 'QUINTARD;Mathéo;01/09/2014', 'VANHOUTTEN;Léa;30/11/2016'];
  const rows = [...children, ...children].map((child, at) => `0594561M;${child};suivie;${at}`);
  await drop(page, {
    name: 'suivis.csv',
    text: ['UAI;Nom;Prénom;Date de naissance;Statut;Observations', ...rows].join('\n')
  });
  await expect(line(page, 'suivis.csv')).toContainText(
    'olonnes personnelles écartées : Nom, Prénom, Date de naissance',
    OPENED
  );
  await expect(line(page, 'suivis.csv').getByRole('combobox', { name: /^Type du fichier/ })).toHaveValue(
    'cases'
  );
  const NAMES = /ZORBLAXE|Kévinou|QUINTARD|VANHOUTTEN|12\/03\/2015/;
  expect(await page.content()).not.toMatch(NAMES);
  await page.getByRole('button', { name: 'Garder sur cet ordinateur' }).click();
  await expect(page.getByText(/^Gardé sur cet ordinateur à/)).toBeVisible(OPENED);
  for (const held of await keptHere(page)) for (const part of partsOf(held)) expect(part).not.toMatch(NAMES);
  await page.getByRole('button', { name: 'Effacer de cet ordinateur' }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer le fichier' }).click();
  const saved = readFileSync(await (await saving).path());
  for (const part of partsOf(saved)) expect(part).not.toMatch(NAMES);
  const entries = Object.keys(unzipSync(saved));
  expect(entries).toEqual(
    expect.arrayContaining(['map/ground.pmtiles', 'map/ground.geojson', 'graph/car.bin', 'graph/foot.bin'])
  );
  // Neither the extract, nor what was made of it a second time.
  expect(entries.filter((entry) => entry.startsWith('sources/') && !entry.includes('parcours'))).toEqual([]);
});

test('Mon territoire has no obstacle for assistive technology, empty and open', async ({ page }) => {
  await open(page, 'territoire');
  expect(await axeFindings(page)).toEqual([]);
  await choose(page);
  expect(await axeFindings(page)).toEqual([]);
});

test('Enter takes the line that is marked, and a reload opens the same agglomeration', async ({ page }) => {
  await open(page, 'territoire');
  const field = page.getByRole('combobox', { name: 'Nom, commune ou SIREN' });
  await field.fill('Val');
  await expect(page.getByRole('option').first()).toBeVisible();
  await field.fill('Maubeuge');
  const marked = page.locator('.search-found [data-highlighted], .search-found [data-combobox-item]').first();
  await expect(marked).toContainText(NAME);
  await field.press('Enter');
  await expect(sentence(page)).toContainText('La base de', OPENED);
  await expect(page.locator('header').first()).toContainText(NAME);
  await page.reload();
  await expect(page.locator('header').first()).toContainText(NAME, OPENED);
});
