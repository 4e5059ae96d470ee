// A reader opens a territory of their own: every page, file and picture is of that one alone, and the site's own comes back whole.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import type { TerritoryFiles } from '../../src/lib/model/territory-files.ts';
import { VIEWS } from '../../src/lib/features/coverage/coverage-address.ts';
import type { PageRecord } from '../../src/lib/pages/record.ts';
import { PAGES } from '../../src/lib/pages/register.ts';
import { SECOND_NAME } from '../fixtures/territory/second.ts';
import { follow, mapSettled, open, pageAction } from './page.ts';
import { closeSecond, filesIn, openSecond, secondTerritory } from './second-territory.ts';
import { expect, test, type Page } from './test.ts';

test.describe.configure({ timeout: 300_000 });

/** Every page, with each view of Couverture and a frame of each kind; a portrait is added for each territory. */
const FRAMES = new Map(PAGES.flatMap((page: PageRecord) => (page.view ? [[page.view, page.path]] : [])));
const ADDRESSES = [
  ...PAGES.map(({ path }) => path).filter((path) => !path.includes('[')),
  ...VIEWS.slice(1).map((view) => `/?vue=${view}`),
  ...[...FRAMES.values()].map((path) => `/carte?page=${path.slice(1)}`)
];

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** Every word or sentence of the data, in the JSON files of a territory. */
function wordsOf(files: TerritoryFiles): Set<string> {
  const words = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') words.add(value);
    else if (Array.isArray(value)) value.forEach(look);
    else if (value !== null && typeof value === 'object') {
      Object.keys(value).forEach((key) => words.add(key));
      Object.values(value).forEach(look);
    }
  };
  for (const name of ['dashboard', 'programme', 'portraits', 'manifest', 'catalogue'])
    look(JSON.parse(text(files.get(`tables/${name}.json`))));
  for (const name of ['graph/team.json', 'graph/split.json']) look(JSON.parse(text(files.get(name))));
  return words;
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Numbers of four digits and more, as pages write them, but round ones: those of scales and limits. */
const LARGE = /(?<![\d\u202f])\d{1,3}(?:\u202f\d{3})*\u202f(?!000)\d{3}(?![\d\u202f])/g;

/** All of a page that a reader meets: texts, names, links, drawings; on paper too. */
const pageText = (page: Page) =>
  page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    dispatchEvent(new Event('afterprint'));
    for (const element of copy.querySelectorAll('script, style, noscript')) element.remove();
    return copy.outerHTML;
  });

/** What a page says, its spaces aside. */
const mainText = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

/** Goes to a page and waits until its map stands, if it has one. */
async function visit(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await page.waitForURL((url) => url.pathname + url.search === pageAddress(address));
  await expect(page.locator('h1').first()).toBeVisible();
  // What a page draws in the frame after its figures.
  await page.waitForTimeout(300);
  if ((await page.locator('[data-map-state]').count()) > 0) await mapSettled(page);
}

async function saved(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await click();
  return readFileSync(await (await saving).path());
}

/** Texts of a workbook or a Word note. */
const officeText = (file: Buffer) =>
  Object.values(unzipSync(new Uint8Array(file)))
    .map((bytes) => strFromU8(bytes))
    .join('\n');

test('every page, file, picture and story is of the territory that was opened, and the demonstration comes back whole', async ({
  page,
  context
}) => {
  const [demonstration, second] = [filesIn('static'), await secondTerritory()];
  const known = wordsOf(second.files);
  // Words of the product itself, its themes or formats, are in its messages.
  const product = ['fr', 'en'].flatMap((language) =>
    ['catalogue', 'coverage', 'programme', 'pages', 'portraits', 'council'].map((folder) =>
      readFileSync(`messages/${folder}/${language}.json`, 'utf8')
    )
  );
  const foreign = [...wordsOf(demonstration)].filter(
    (word) =>
      word.length >= 4 &&
      !/^\d{4}-\d{2}(-\d{2}|\d{2})?$/.test(word) &&
      // Names of columns, themes, formats.
      !/^[a-z][a-z_-]+$/.test(word) &&
      !known.has(word) &&
      !product.some((messages) => messages.includes(word))
  );
  expect(foreign.length).toBeGreaterThan(300);
  const pattern = new RegExp(
    `(?<![\\p{L}\\d.,/_-])(?:${foreign
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})(?![\\p{L}\\d_])`,
    'gu'
  );
  const found = (content: string) => [...new Set(content.match(pattern) ?? [])];

  await open(page);
  const figures = new Set<string>();
  // But where a search betters its plan as long as it may: what it has reached is another each time.
  const own = [...ADDRESSES.filter((path) => !/^\/(reunions|avenir)/.test(path)), '/territoires/59606'];
  for (const address of own) {
    await visit(page, address);
    const html = await pageText(page);
    if (!/^\/(methode|confidentialite|accessibilite)/.test(address))
      for (const number of html.match(LARGE) ?? []) figures.add(number);
    if (address === '/') expect(found(html).length).toBeGreaterThan(10);
  }

  const asked: string[] = [];
  await visit(page, '/territoire');
  await openSecond(page, second.path);
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));

  const left: Record<string, string[]> = {};
  const look = (where: string, content: string) => {
    const numbers = [...new Set(content.match(LARGE) ?? [])].filter((number) => figures.has(number));
    const words = [...found(content), ...numbers];
    if (words.length > 0) left[where] = words.slice(0, 12);
  };
  for (const address of [...ADDRESSES, '/territoires/59350', '/territoires/59606']) {
    await visit(page, address);
    const html = await pageText(page);
    // A place of the other territory: its code alone, from the address.
    look(address, address.endsWith('59606') ? html.replaceAll('59606', '') : html);
    if (!/^\/(carte|plan|confidentialite|methode|accessibilite)/.test(address) && !address.endsWith('59606'))
      await expect(page.locator('body')).toContainText(SECOND_NAME);
  }

  await visit(page, '/');
  // What the map can be shared as comes with it.
  await page.locator('[data-map-state]').first().waitFor();
  await pageAction(page, 'Partager');
  await expect(page.getByRole('dialog')).toContainText('Ce lien ne contient pas les données');
  const drawing = await saved(page, () => page.getByRole('button', { name: 'Dessin (SVG)' }).click());
  look('drawing', drawing.toString('utf8'));
  await page.keyboard.press('Escape');
  await visit(page, '/seance');
  await pageAction(page, 'Exporter');
  const story = await saved(page, () =>
    page.getByRole('button', { name: 'Télécharger la version hors connexion' }).click()
  );
  look('story', story.toString('utf8'));
  expect(story.toString('utf8')).toContain(SECOND_NAME);
  await visit(page, '/secteurs');
  await pageAction(page, 'Exporter');
  for (const name of ['Exporter (XLSX)', 'Note Word']) {
    const file = officeText(await saved(page, () => page.getByRole('button', { name }).click()));
    look(name, file);
    expect(file).toMatch(/Référent 1/);
  }
  await page.keyboard.press('Escape');
  await visit(page, '/donnees');
  await page
    .locator('#table-schools')
    .evaluate((entry) => entry.closest('details')!.setAttribute('open', ''));
  const csv = await saved(page, () => page.getByRole('link', { name: /^Écoles et collèges en CSV/ }).click());
  expect(csv).toEqual(Buffer.from(second.files.get('downloads/schools.csv')!));
  const console_ = page.getByRole('textbox', { name: 'Question en SQL', includeHidden: true });
  await console_.evaluate((field) => field.closest('details')?.setAttribute('open', ''));
  await console_.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('SELECT * FROM schools');
  await page.keyboard.press('ControlOrMeta+Enter');
  const answer = page.getByRole('table', { name: 'Réponse' });
  await expect(answer.locator('tbody tr')).toHaveCount(20, { timeout: 60_000 });
  look('console', await pageText(page));
  expect(left).toEqual({});
  expect(asked.filter((path) => /^\/(tables|map|graph|downloads|territory)\//.test(path))).toEqual([]);

  await visit(page, '/territoire');
  await closeSecond(page);
  // The same as for a reader who never left it; both pages are read until all that comes late has come.
  const other = await context.newPage();
  await open(other);
  for (const address of own) {
    await Promise.all([visit(page, address), visit(other, address)]);
    await expect(async () => expect(await mainText(page), address).toBe(await mainText(other))).toPass({
      timeout: 60_000
    });
  }
  await other.close();
});

test('twelve changes of territory leave no worker behind, and figures come within a second', async ({
  page
}) => {
  const { path } = await secondTerritory();
  await open(page);
  const workers = () =>
    page
      .workers()
      .map((worker) => /(\w+)[-.]/.exec(worker.url().split('/').at(-1) ?? '')?.[1])
      .sort()
      .join(' ');
  /** Shows what starts workers: the map and the database, times of journeys. */
  const look = async () => {
    await visit(page, '/deplacements');
    await visit(page, '/');
    await expect.poll(workers).toContain('duckdb');
    await visit(page, '/territoire');
  };
  await look();
  const first = workers();
  const times: number[] = [];
  for (let round = 0; round < 6; round++) {
    const start = Date.now();
    await openSecond(page, path);
    times.push(Date.now() - start);
    await look();
    await closeSecond(page);
    await look();
  }
  await expect.poll(workers, { timeout: 30_000 }).toBe(first);
  // The quickest of six: other tests share the processor.
  expect(Math.min(...times)).toBeLessThan(1000);
});
