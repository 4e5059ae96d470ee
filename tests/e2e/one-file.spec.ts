// The public site as one file, opened from a folder: each public address says what the site says there, filters answer, and nothing is asked of a network.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readFiles } from '../../scripts/territory/write-files.ts';
import { territoryPage } from '../../scripts/territory/site.ts';
import { m } from './messages.ts';
import { open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

const MOST_BYTES = 8 * 2 ** 20;
const folder = mkdtempSync(join(tmpdir(), 'maillage-page-'));
const file = join(folder, 'site.html');
/** What differs by its nature: files kept by the browser, a search that goes on. */
const MOVING = /En ce moment|Recherche|Calcul du calendrier|^\d+ %$/;

test.beforeAll(() => writeFileSync(file, territoryPage(readFiles('build'), 'https://exemple.fr/pre/')));
test.afterAll(() => rmSync(folder, { recursive: true }));
test.beforeEach(withoutDatabase);

async function opened(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${pathToFileURL(file).href}#${address}`);
  await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
}
const lines = async (page: Page): Promise<string[]> =>
  (await page.locator('main').innerText()).split('\n').filter((line) => line !== '' && !MOVING.test(line));

test('every public address says in the file what it says on the site, without one request', async ({
  page
}) => {
  test.slow();
  test.setTimeout(600_000);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { pages } = JSON.parse(readFileSync('build/kept.json', 'utf8')) as { pages: string[] };
  expect(pages.length).toBeGreaterThan(60);
  // One portrait in eight; all of them in `npm run soak`.
  const read = pages.filter((path, at) => process.env['SOAK'] || !/^territoires/.test(path) || at % 8 === 0);
  expect(read.length).toBeGreaterThan(18);
  const other = await page.context().newPage();
  await withoutDatabase({ page: other });
  for (const path of read) {
    await open(other, path);
    await opened(page, `/${path}`);
    const differences = async () => {
      const [site, one] = [await lines(other), await lines(page)];
      // A search of the calendar under way ends in minutes.
      return [...site, ...one].includes(m.meetings_stop())
        ? []
        : [site.filter((line) => !one.includes(line)), one.filter((line) => !site.includes(line))].flat();
    };
    await expect.poll(differences, { message: path }).toEqual([]);
    expect(asked.filter((url) => !/^(file|about|data|blob):/.test(url))).toEqual([]);
  }
});

test('its first line says the day, the release and where the current one is; filters, links and back answer; it is under 8 MB', async ({
  page
}) => {
  await opened(page, '/');
  expect(statSync(file).size).toBeLessThan(MOST_BYTES);
  const line = page.locator('.one-file-line');
  await expect(line).toContainText('https://exemple.fr/pre/');
  await expect(line).toContainText(/au 30 juin 2026, données [\da-f]{12}/);
  await expect(line.locator('[lang=en]')).toBeHidden();
  const before = await lines(page);
  await page.goto(`${pathToFileURL(file).href}#/?annee=2023-2024`);
  await expect.poll(() => lines(page)).not.toEqual(before);
  await page.getByRole('contentinfo').getByRole('link', { name: m.shell_footer_method() }).click();
  await expect(page).toHaveURL(/#\/methode\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/#\/\?annee=2023-2024$/);
});
