// The first minute: a file dropped on any page is read there, its PRE is guessed, and its figures are a sheet to print. Nothing else is pressed.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readPack } from '../../src/lib/engines/territory-builder/index.ts';
import { kindOfName } from '../../src/lib/engines/import/formats/values.ts';
import { m } from './messages.ts';
import { countPrints, open, sheets, withoutDatabase } from './page.ts';
import { expect, test } from './test.ts';

test.beforeEach(withoutDatabase);

const MAUBEUGE = '59392';
const schools = [
  ...new Map(
    readPack(new Uint8Array(readFileSync('data/packs/59.pack')))
      .rows.ips.filter(({ commune, name }) => commune === MAUBEUGE && kindOfName(name) !== 'college')
      .map(({ uai, name }) => [uai, name])
  )
];
const FOLLOWED = 8;
const WAITING = 3;

/** A list as a service keeps it: titles above the header, a school of elsewhere, one that is none, a total. */
const list = [
  'Tableau de bord du PRE;;;',
  ';;;',
  'N°;Établissement scolaire;Suivi PRE ?;Suivie depuis',
  ...schools
    .slice(0, FOLLOWED + WAITING)
    .map(
      ([uai, name], at) =>
        `${uai};${name};${at < FOLLOWED ? 'Oui' : 'En attente'};${at < FOLLOWED ? '2024-2025' : ''}`
    ),
  '0590001Z;École Inconnue;Oui;2024-2025',
  `Total;${FOLLOWED + WAITING + 1};;`
].join('\n');

const drop = (page: Page, files: Record<string, string>) =>
  page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(all)) dataTransfer.items.add(new File([text], name));
    const event = (type: string) => new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event('dragover'));
    document.body.dispatchEvent(event('drop'));
  }, files);

const strip = (page: Page) => page.getByRole('region', { name: m.first_title() });

test('a list dropped on a page is a sheet in a minute, without a press, and goes on whole', async ({
  page
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open(page, 'ecoles');
  const prints = await countPrints(page);
  const began = Date.now();
  await drop(page, { 'ecoles_suivies_2026.csv': list });
  await expect(strip(page)).toContainText(`${schools.slice(0, FOLLOWED + WAITING).length} lignes sur`, {
    timeout: 60_000
  });
  expect(Date.now() - began).toBeLessThan(60_000);
  await expect(strip(page)).toContainText('ecoles_suivies_2026.csv');
  await expect(strip(page)).toContainText(m.first_no_children());
  await expect(
    strip(page)
      .getByRole('listitem')
      .filter({ hasText: /0590001Z|Inconnue/ })
  ).toHaveCount(1);
  await expect(page.locator('header').first()).toContainText('Maubeuge');
  await expect(page.locator('.voice').first()).toContainText(/huit|8/i);
  await expect(page.locator('.voice').first()).toContainText(/trois/i);
  await strip(page).getByRole('button', { name: m.first_print() }).click();
  expect(await prints()).toBe(1);
  expect(await sheets(page)).toBe(1);
  await strip(page).getByRole('button', { name: m.first_continue() }).click();
  await expect(strip(page)).toHaveCount(0);
  await expect(page.getByRole('table', { name: m.folder_files() })).toContainText('ecoles_suivies_2026.csv');
  expect(asked.filter((url) => new URL(url).hostname !== '127.0.0.1' && !/^(data|blob):/.test(url))).toEqual(
    []
  );
});

test('of a list of children, no count of rows and no reason is on the paper', async ({ page }) => {
  const children = schools
    .slice(0, 6)
    .flatMap(([uai], at) => [
      `d${at};DUPONT;Léa;2025-2026;${uai};Maubeuge;CP;Santé`,
      `f${at};DUPONT;Tom;2025-2026;${uai};Maubeuge;${at === 0 ? 'inconnue' : 'CE1'};Santé`
    ]);
  const header = 'N° dossier;Nom;Prénom;Année scolaire;UAI;Commune de résidence;Classe;Thème';
  await open(page, 'ecoles');
  await drop(page, { 'suivi.csv': [header, ...children].join('\n') });
  await expect(strip(page)).toContainText('12 lignes', { timeout: 60_000 });
  await expect(strip(page)).not.toContainText('DUPONT');
  await page.emulateMedia({ media: 'print' });
  await expect(strip(page)).toContainText('suivi.csv');
  expect(await strip(page).innerText()).not.toMatch(/\d+ lignes?|ligne \d/);
  await page.emulateMedia({ media: null });
});

test('a file that says no PRE is kept for Mon territoire, which asks; one that is no list is refused in words', async ({
  page
}) => {
  await open(page);
  await drop(page, {
    'notes.csv': 'Établissement scolaire;Suivi PRE ?\nÉcole Jean Macé;Oui\nÉcole Jules Ferry;Non\n'
  });
  await expect(strip(page)).toContainText(m.first_none());
  await strip(page).getByRole('button', { name: m.first_choose() }).click();
  await expect(page.getByRole('table', { name: m.folder_files() })).toContainText('notes.csv');
  await expect(page.locator('#agglomeration')).toBeVisible();
});
