// A reader opens a territory of their own: what is saved of it, and what its changes leave behind. What its pages say is in
// `judged/own-territory.spec.ts`.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { m } from './messages.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { SECOND_NAME } from '../fixtures/territory/second.ts';
import { foreignWords } from './foreign-words.ts';
import { follow, open, pageAction } from './page.ts';
import { closeSecond, openSecond, secondTerritory } from './second-territory.ts';
import { expect, test, type Page } from './test.ts';
import { pathOf, TERRITORY } from './visits/addresses.ts';
import { shownHtml } from './visits/read-page.ts';

/** Goes to a page and waits until its figures stand. */
async function visit(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await page.waitForURL((url) => url.pathname === pageAddress(address));
  await expect(page.locator('h1').first()).toBeVisible();
}

async function saved(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByRole(role, { name }).click();
  return readFileSync(await (await saving).path());
}

/** Texts of a workbook or a Word note. */
const officeText = (file: Buffer) =>
  Object.values(unzipSync(new Uint8Array(file)))
    .map((bytes) => strFromU8(bytes))
    .join('\n');

test('each drawing, story, note, workbook, table and answer is of the territory that was opened', async ({
  page
}) => {
  const [second, foreign] = [await secondTerritory(), await foreignWords()];
  await open(page, TERRITORY);
  await openSecond(page, second.path);
  const left: Record<string, string[]> = {};
  const look = (where: string, content: string) => (left[where] = foreign(content));

  await visit(page, '/');
  // What the map can be shared as comes with it.
  await page.locator('[data-map-state]').first().waitFor();
  await pageAction(page, 'Partager');
  await expect(page.getByRole('dialog')).toContainText(m.share_link_opened().split('<')[0]!.trim());
  look('drawing', (await saved(page, 'button', m.share_svg())).toString('utf8'));
  await page.keyboard.press('Escape');
  await visit(page, pathOf('council'));
  await pageAction(page, 'Exporter');
  const story = (await saved(page, 'button', m.council_export())).toString('utf8');
  look('story', story);
  expect(story).toContain(SECOND_NAME);
  await visit(page, pathOf('sectors'));
  await pageAction(page, 'Exporter');
  for (const name of [m.sectors_export_xlsx(), m.sectors_export_note()]) {
    const file = officeText(await saved(page, 'button', name));
    look(name, file);
    expect(file).toMatch(/Référent 1/);
  }
  await page.keyboard.press('Escape');
  await visit(page, pathOf('data'));
  await page
    .locator('#table-schools')
    .evaluate((entry) => entry.closest('details')!.setAttribute('open', ''));
  const csv = await saved(page, 'link', /^Écoles et collèges en CSV/);
  expect(csv).toEqual(Buffer.from(second.files.get('downloads/schools.csv')!));
  const question = page.getByRole('textbox', { name: m.catalogue_sql_editor(), includeHidden: true });
  await question.evaluate((field) => field.closest('details')?.setAttribute('open', ''));
  await question.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('SELECT * FROM schools');
  await page.keyboard.press('ControlOrMeta+Enter');
  const answer = page.getByRole('table', { name: m.catalogue_sql_answer() });
  await expect(answer.locator('tbody tr')).toHaveCount(20, { timeout: 60_000 });
  look('console', await shownHtml(page));
  expect(left).toEqual(Object.fromEntries(Object.keys(left).map((where) => [where, []])));
});

test('changes of territory leave no worker behind', async ({ page }) => {
  const { path } = await secondTerritory();
  await open(page);
  const workers = () =>
    page.workers().map((worker) => /(\w+)[-.]/.exec(worker.url().split('/').at(-1) ?? '')?.[1]);
  /** Shows what starts workers: the map and the database, times of journeys. */
  const look = async () => {
    await visit(page, pathOf('travel'));
    await visit(page, '/');
    await expect.poll(workers).toContain('duckdb');
  };
  for (let round = 0; round < 3; round++) {
    await visit(page, TERRITORY);
    await openSecond(page, path);
    await look();
    await visit(page, TERRITORY);
    await closeSecond(page);
    await look();
  }
  // One of each kind at most: those of the territories that were closed have ended.
  await expect.poll(() => workers().length - new Set(workers()).size, { timeout: 30_000 }).toBe(0);
});
