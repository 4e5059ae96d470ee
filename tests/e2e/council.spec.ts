// A story is set, shown with a remote, left for the live site and found again, and taken away in a file that asks for nothing.
import { expect, test, type Page } from './test.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { axeFindings } from './axe.ts';
import { open, pageAction } from './page.ts';

const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('maillage.seance')));
/** The light theme's, as a saved drawing has it. */
const INK = 'rgb(23, 33, 43)';
const edit = (page: Page) => page.getByText('Modifier la séance').click();
const deck = (page: Page) => page.getByRole('dialog', { name: 'Séance projetée' });

test('a story is shown with the keyboard and a remote, and left for the live page and back', async ({
  page
}) => {
  await open(page, 'seance');
  await expect(page.locator('ol > li')).toHaveCount(7);
  await edit(page);
  await page.getByLabel('Titre', { exact: true }).first().fill('Le point de départ');
  await page.getByRole('button', { name: 'Descendre l’étape 1' }).click();
  await page.getByRole('button', { name: 'Monter l’étape 2' }).click();
  await page.getByRole('button', { name: 'Commencer la séance' }).click();
  await expect(deck(page)).toContainText('Le point de départ');
  await expect(deck(page)).toBeFocused();
  expect(await axeFindings(page, '.deck')).toEqual([]);
  for (const key of ['PageDown', 'ArrowRight', 'Space']) await page.keyboard.press(key);
  await expect(deck(page)).toContainText('4 sur 7');
  await page.keyboard.press('End');
  await expect(deck(page)).toContainText(/692\s734/);
  await page.keyboard.press('PageUp');
  await expect(deck(page)).toContainText('Les prochaines années');
  await expect(deck(page)).toContainText(/environ \d+ enfants, entre \d+ et \d+, huit années sur dix\./);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('v');
  await expect(page).toHaveURL(/\/evolution\/\?de=2021-2022&seance=2/);
  await page.getByLabel(/^De/).selectOption('2023-2024');
  await expect(page).toHaveURL(/seance=2/);
  await page.getByRole('link', { name: 'Revenir à l’étape 2 de la séance' }).click();
  await expect(deck(page)).toContainText('2 sur 7');
  await page.keyboard.press('Escape');
  await expect(deck(page)).toHaveCount(0);
  await expect(page.getByLabel('Titre', { exact: true }).first()).toHaveValue('Le point de départ');
  await page.locator('body').press('?');
  await expect(page.getByRole('dialog')).toContainText('séance : page interactive');
});

test('steps are told by their titles, one open at a time; two are printed on a sheet, and projected maps are read', async ({
  page
}) => {
  await open(page, 'seance');
  // Ready to project: one view is shown, another at the click of its title, and the editor is folded.
  await expect(page.locator('.map-sheet').locator('visible=true')).toHaveCount(1);
  await page.getByRole('button', { name: '3 Onze écoles en attente' }).click();
  await expect(page.getByRole('heading', { name: 'Onze écoles en attente', exact: true })).toBeVisible();
  await expect(page.getByLabel('Titre', { exact: true }).locator('visible=true')).toHaveCount(0);
  await edit(page);
  await expect(page.locator('ol .map-sheet').locator('visible=true')).toHaveCount(1);
  await page.getByText('3. Onze écoles en attente').click();
  await expect(page.getByLabel('Titre', { exact: true }).locator('visible=true')).toHaveCount(1);
  await expect(page.getByLabel('Titre', { exact: true }).locator('visible=true')).toHaveValue(
    'Onze écoles en attente'
  );
  await expect(page.locator('main')).not.toContainText('/evolution?');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(4);
  await page.getByRole('button', { name: 'Commencer la séance' }).click();
  const smallest = await deck(page)
    .locator('svg.map-sheet')
    .evaluate((map) =>
      Math.min(
        ...[...map.querySelectorAll('text')]
          .filter((text) => text.textContent?.trim())
          .map((text) => {
            const scale = text.getScreenCTM()!;
            return parseFloat(getComputedStyle(text).fontSize) * Math.hypot(scale.a, scale.b);
          })
      )
    );
  expect(smallest).toBeGreaterThanOrEqual(11.5);
});

test('a story is taken away as one page that works from a file, without a request', async ({
  page,
  context
}, info) => {
  await open(page, 'seance');
  const saving = page.waitForEvent('download');
  await pageAction(page, 'Exporter');
  await page.getByRole('button', { name: 'Télécharger la version hors connexion' }).click();
  const path = info.outputPath('seance.html');
  await (await saving).saveAs(path);
  await context.setOffline(true);
  const file = await context.newPage();
  const asked: string[] = [];
  const said: string[] = [];
  file.on('request', (request) => asked.push(request.url()));
  file.on('console', (message) => said.push(message.text()));
  await file.goto(pathToFileURL(path).href);
  await expect(file.locator('.slide.on svg').first()).toBeVisible();
  for (const key of ['PageDown', 'Space', 'ArrowRight']) await file.keyboard.press(key);
  await expect(file.locator('output')).toHaveText('4 sur 7');
  await expect(file.locator('.slide.on h2')).toHaveText('Qui suit quelles écoles');
  const fonts = await file.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].map(({ status }) => status);
  });
  expect(fonts).toEqual(['loaded']);
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([pathToFileURL(path).href]);
  expect(said).toEqual([]);
});

test('a story is kept only when asked, and a file of another territory is explained', async ({
  page
}, info) => {
  await open(page, 'seance');
  expect(await kept(page)).toEqual([]);
  await edit(page);
  await page.getByLabel('ou l’adresse d’une vue, copiée').fill('/?annee=2023-2024&vue=quartiers');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.locator('ol > li')).toHaveCount(8);
  expect(await kept(page)).toEqual([]);
  await page.getByLabel(/Garder cette séance/).check();
  await page.reload();
  await expect(page.locator('ol > li')).toHaveCount(8);
  await edit(page);
  await page.getByLabel(/Garder cette séance/).uncheck();
  expect(await kept(page)).toEqual([]);

  const path = info.outputPath('autre.json');
  const steps = [{ address: '/', title: 'A', text: '' }];
  writeFileSync(
    path,
    JSON.stringify({ format: 'maillage-seance', version: 1, territory: '200093201', title: '', steps })
  );
  await page.getByLabel('Fichier de séance (.json)').setInputFiles(path);
  await expect(page.locator('main')).toContainText('cette séance raconte un autre territoire');
  await expect(page.locator('ol > li')).toHaveCount(8);
});

test('a view is shared: its frame stands in another page, its map is saved as an image', async ({
  page,
  baseURL,
  request
}) => {
  const headers = (await request.get('carte')).headers();
  expect(headers['content-security-policy']).toContain('frame-ancestors *');
  expect(headers['x-frame-options']).toBeUndefined();
  expect((await request.get('evolution')).headers()['x-frame-options']).toBe('DENY');

  await open(page, 'evolution?de=2021-2022&lieu=59606');
  await pageAction(page, 'Partager');
  const code = await page.getByRole('dialog').locator('textarea').inputValue();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Image (PNG)' }).click();
  expect((await saving).suggestedFilename()).toBe('carte.png');

  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(`<!doctype html><title>Ailleurs</title>${code}`);
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('h1')).toContainText('Différence entre 2021-2022');
  await expect(frame.locator('h1')).toContainText('· Valenciennes');
  await expect(frame.locator('header')).toHaveCount(0);
  elsewhere.close();
  await page.goto(`${baseURL}carte?page=nulle`);
  await expect(page.locator('h1')).toHaveText('Cette carte n’existe pas');
  expect(await axeFindings(page)).toEqual([]);
});

test('the map of Couverture is saved as a drawing that needs nothing of the page, perimeters in ink over their halo', async ({
  page
}) => {
  await open(page);
  await pageAction(page, 'Partager');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Dessin (SVG)' }).click();
  const drawing = readFileSync((await (await saving).path()) ?? '', 'utf8');
  expect(drawing).not.toMatch(/var\(|href=|class=/);
  const { qpvs } = JSON.parse(readFileSync('static/tables/dashboard.json', 'utf8')) as { qpvs: unknown[] };
  const outlines = [...drawing.matchAll(/<path[^>]* d="([^"]+)"[^>]*>/g)];
  const inked = outlines.filter(([path]) => path.includes(`stroke="${INK}"`)).map(([, d]) => d);
  const haloed = new Set(
    outlines.filter(([path]) => path.includes('stroke-opacity="0.9"')).map(([, d]) => d)
  );
  expect(inked.filter((d) => haloed.has(d))).toHaveLength(qpvs.length);
  const dots = [...drawing.matchAll(/<circle[^>]*>/g)].filter(([dot]) => dot.includes(`fill="${INK}"`));
  expect(dots.length).toBeGreaterThan(50);
  expect(dots.filter(([dot]) => dot.includes('opacity'))).toEqual([]);
});

test('a plan of sectors and a view of journeys are framed as their pages show them', async ({
  page,
  request
}) => {
  const { territory, posts, schools, assignment } = (await (
    await request.get('graph/split.json')
  ).json()) as {
    territory: string;
    posts: { id: string }[];
    schools: { uai: string }[];
    assignment: Record<string, string>;
  };
  const signs = schools
    .map(({ uai }) => uai)
    .sort()
    .map((uai) => posts.findIndex(({ id }) => id === assignment[uai]));
  const moved = signs.findIndex((post) => post === 0);
  signs[moved] = 5;
  const plan = signs.map((post) => (post < 0 ? '-' : String(post))).join('');
  const count = (post: number) => signs.filter((one) => one === post).length;
  const codeOf = async (address: string) => {
    await open(page, address);
    await pageAction(page, 'Partager');
    return page.getByRole('dialog').locator('textarea').inputValue();
  };
  const framed = (code: string) => (/src="([^"]+)"/.exec(code)?.[1] ?? '').replaceAll('&amp;', '&');

  const sectors = framed(await codeOf(`secteurs#plan=${territory}.${plan}.${'-'.repeat(posts.length)}`));
  const journeys = framed(await codeOf('deplacements?mode=velo&origine=59606'));
  await page.goto(sectors);
  await expect(page.locator('h1')).toHaveText('Écoles par référent, répartition proposée');
  for (const post of [0, 5])
    await expect(page.locator('.map-sheet')).toContainText(
      new RegExp(`Référent ${post + 1}\\s:\\s${count(post)} `)
    );
  await expect(page.locator('header')).toHaveCount(0);
  await page.goto(sectors.replace(territory, '999999999'));
  await expect(page.locator('main')).toContainText('répartition d’un autre territoire');

  await page.goto(journeys);
  await expect(page.locator('h1')).toHaveText('Temps depuis Valenciennes à vélo');
  await expect(page.locator('.map-sheet')).toContainText('moins de 5');
  await expect(page.locator('main')).not.toContainText('Calcul des temps');
  expect(await axeFindings(page)).toEqual([]);
});
