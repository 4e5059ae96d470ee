// Two people open the same file and work apart: their two files go together, nothing is lost, and one step gives back what was open.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { territory } from '../../scripts/territory.ts';
import { pageAddress } from '../../src/lib/model/page-address.ts';
import { readMaillage, writeMaillage, type MaillageContent } from '../../src/lib/storage/maillage/index.ts';
import { runIn } from '../fixtures/command.ts';
import { CIPHER } from '../fixtures/maillage/content.ts';
import { SECOND_NAME, secondConfig, secondFiles } from '../fixtures/territory/second.ts';
import { axeFindings } from './axe.ts';
import { madeOnce } from './made-once.ts';
import { m } from './messages.ts';
import { follow, open, overflow, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';
import { pathOf, TERRITORY } from './visits/addresses.ts';

test.beforeEach(withoutDatabase);

const BUILT = { timeout: 60_000 };
/** Rows of the list of schools whose code has a wrong letter, and the right codes. */
const ROWS = [2, 3];
let right: string[] = [];

async function make(folder: string): Promise<void> {
  const at = (name: string) => join(folder, name);
  for (const { name, bytes } of secondFiles) {
    const lines = new TextDecoder().decode(bytes).split('\n');
    if (name === 'ecoles-suivies.csv')
      for (const row of ROWS) lines[row - 1] = lines[row - 1]!.replace(/^(\d{7})./, '$1Z');
    writeFileSync(at(name), name === 'ecoles-suivies.csv' ? lines.join('\n') : bytes);
  }
  writeFileSync(at('config.json'), JSON.stringify(secondConfig));
  const { status, stderr } = await runIn(
    territory,
    ...[at('config.json'), '--out', at('out'), '--save', at('commun.maillage')]
  );
  if (status !== 0) throw new Error(stderr);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const give = async (page: Page, path: string) =>
  page.locator('input[type=file][accept=".maillage"]').first().setInputFiles(path);
const visit = async (page: Page, address: string) => {
  await follow(page, address);
  await page.waitForURL((url) => url.pathname === pageAddress(address));
};
const answer = (page: Page) => page.getByLabel(new RegExp(`${m.report_q_children_collective()}$`));
const content = async (path: string): Promise<MaillageContent> =>
  readMaillage(new Uint8Array(readFileSync(path)), { cipher: CIPHER, passphrase: '' });

/** Opens the common file, corrects a row, types an answer and saves: path of the file. */
async function work(page: Page, path: string, role: string, at: number, typed: string): Promise<string> {
  await open(page, TERRITORY);
  await give(page, path);
  await expect(page.locator('header').first()).toContainText(SECOND_NAME);
  await press(page, m.folder_doubts_all({ count: 22, shown: '22' }));
  await page.getByLabel(m.folder_doubts_label({ column: 'uai', row: ROWS[at]! })).fill(right[at]!);
  await press(page, m.folder_doubts_apply({ count: 1, shown: '1' }));
  await expect(page.getByLabel(m.folder_doubts_label({ column: 'uai', row: ROWS[at]! }))).toHaveCount(
    0,
    BUILT
  );
  await visit(page, pathOf('report'));
  await answer(page).fill(typed);
  await answer(page).blur();
  await visit(page, TERRITORY);
  const field = page.getByLabel(m.log_role());
  await field.fill('Léa Martin');
  await field.blur();
  await expect(page.getByText(m.log_role_refused())).toBeVisible();
  await field.fill(role);
  await field.blur();
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, m.folder_save())]);
  const history = page.locator('#historique');
  await expect(history.getByText(m.log_you({ role }))).toBeVisible();
  return file.path();
}

test('two people open one file, each corrects a row and types an answer, each saves: the union has both rows, asks which answer, tells what is left to decide, and one step undoes it', async ({
  page,
  browser
}) => {
  test.setTimeout(300_000);
  const folder = await madeOnce('several', make);
  const list = secondFiles.find(({ name }) => name === 'ecoles-suivies.csv')!;
  right = new TextDecoder().decode(list.bytes).split('\n').slice(1, 3).map((line) => line.slice(0, 8)); // prettier-ignore
  const common = join(folder, 'commun.maillage');
  const own = await work(page, common, 'Coordination 1', 0, '40');
  const context = await browser.newContext();
  const other = await context.newPage();
  await withoutDatabase({ page: other });
  const theirs = await work(other, common, 'Référent 2', 1, '50');

  // Their file does not take the place of what is open: three ways, none of which writes over the other.
  await give(page, theirs);
  const asked = page.getByRole('dialog', { name: m.merge_aside() });
  await expect(asked).toContainText('Référent 2');
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await give(page, theirs);
  await expect(asked.getByRole('button', { name: m.merge_join() })).toBeFocused();
  await page.keyboard.press('Enter');

  const question = page.getByRole('group', { name: /Quelle réponse au bilan/ });
  await expect(question).toBeVisible();
  await expect(page.getByRole('group', { name: /^Qu/ })).toHaveCount(1);
  await expect(page.getByText(m.merge_open_none())).toBeVisible(BUILT);
  for (const value of ['40', '50']) await expect(question.getByText(value, { exact: true })).toBeVisible();
  await expect(question.getByRole('radio', { name: m.merge_later() })).toBeChecked();
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await overflow(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await press(page, m.merge_join());
  await expect(page.getByText(m.merge_done()).first()).toBeVisible(BUILT);
  await expect(page.getByText(m.merge_sound())).toBeVisible();
  const undecided = m.merge_undecided({ count: 1, words: 'Une' });
  await expect(page.getByRole('heading', { name: undecided })).toBeVisible();
  await expect(page.locator('#verifier')).not.toContainText('uai');
  await visit(page, pathOf('today'));
  await page.getByRole('link', { name: m.merge_today({ count: 1, words: 'Une' }) }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, m.folder_save())]);
  const union = await content(await file.path());
  const { corrections } = union.config as { corrections: { value: string }[] };
  expect(corrections.map(({ value }) => value).sort()).toEqual([...right].sort());
  expect(union.history!.undecided).toHaveLength(1);
  expect(JSON.stringify(union.kept)).toContain('40');

  await press(page, m.merge_undo());
  await expect(page.getByRole('heading', { name: undecided })).toHaveCount(0);
  await page.getByRole('button', { name: m.folder_doubts_all({ count: 21, shown: '21' }) }).click(BUILT);
  await expect(page.getByLabel(m.folder_doubts_label({ column: 'uai', row: ROWS[1]! }))).toBeVisible(BUILT);

  // Decided for the other: nothing is left, and their file then has nothing more to bring.
  await press(page, m.merge_choose());
  await give(page, theirs);
  await question.getByRole('radio', { name: m.merge_take({ who: 'Référent 2' }) }).check();
  await expect(page.getByText(m.merge_open_none())).toBeVisible(BUILT);
  await press(page, m.merge_join());
  await expect(page.getByText(m.merge_done()).first()).toBeVisible(BUILT);
  await expect(page.getByRole('heading', { name: undecided })).toHaveCount(0);
  await visit(page, pathOf('report'));
  await expect(answer(page)).toHaveValue('50');
  await visit(page, TERRITORY);
  for (const former of [own, theirs]) {
    await give(page, former);
    const older = page.getByRole('dialog', { name: m.merge_older() });
    await expect(older).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await context.close();
});

test('two tabs save into one folder: what the other did is never written over, both go together, and the former file stays beside', async ({
  context
}) => {
  test.setTimeout(200_000);
  const folder = await madeOnce('several', make);
  // A real folder of the platform, that of this site, in the place of the one that a person picks.
  await context.addInitScript(() =>
    Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() })
  );
  const inFolder = (page: Page) =>
    page.evaluate(async () => {
      const root = (await navigator.storage.getDirectory()) as unknown as {
        keys: () => AsyncIterable<string>;
      };
      const names: string[] = [];
      for await (const name of root.keys()) names.push(name);
      return names.sort();
    });
  const [first, second] = [await context.newPage(), await context.newPage()];
  for (const [page, typed] of [
    [first, '40'],
    [second, '50']
  ] as const) {
    await withoutDatabase({ page });
    await open(page, TERRITORY);
    await give(page, join(folder, 'commun.maillage'));
    await expect(page.locator('header').first()).toContainText(SECOND_NAME);
    await visit(page, pathOf('report'));
    await answer(page).fill(typed);
    await answer(page).blur();
    await visit(page, TERRITORY);
  }
  await press(first, m.folder_save_back());
  await expect.poll(() => inFolder(first)).toEqual(['commun.maillage']);
  await press(second, m.folder_save_back());
  const warned = second.getByRole('dialog', { name: m.merge_unwritten() });
  await expect(warned).toBeVisible(BUILT);
  expect(await inFolder(second)).toEqual(['commun.maillage']);
  await warned.getByRole('button', { name: m.merge_join() }).click();
  await expect(second.getByText(m.merge_open_none())).toBeVisible(BUILT);
  await press(second, m.merge_join());
  await expect(second.getByText(m.merge_done()).first()).toBeVisible(BUILT);
  await press(second, m.folder_save_back());
  await expect.poll(() => inFolder(second)).toEqual(['commun.maillage', 'commun.maillage.avant']);
  // One answer is still to be decided between the two: the first writes nothing over it either.
  await press(first, m.folder_save_back());
  await expect(first.getByRole('dialog', { name: m.merge_unwritten() })).toBeVisible(BUILT);
  expect(await inFolder(first)).toEqual(['commun.maillage', 'commun.maillage.avant']);
});

test('what cannot go together says why and changes nothing: another territory, a public file, a damaged one; an encrypted one asks its phrase first', async ({
  page
}) => {
  test.setTimeout(200_000);
  const common = join(await madeOnce('several', make), 'commun.maillage');
  const whole = await content(common);
  const config = whole.config as Record<string, unknown>;
  const written = async (change: object, passphrase?: string) => {
    const changed = { ...whole, config: { ...config, ...change } };
    return Buffer.from(await writeMaillage(changed, { cipher: CIPHER, passphrase }));
  };
  const damaged = readFileSync(common);
  damaged.fill(0, 400, 800);
  await open(page, TERRITORY);
  await give(page, common);
  await expect(page.locator('header').first()).toContainText(SECOND_NAME);
  const giveToJoin = async (name: string, buffer: Buffer) => {
    await press(page, m.merge_choose());
    await page
      .locator('input[type=file][accept=".maillage"]')
      .first()
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  const refusal = page.getByRole('main').getByRole('alert');
  const elsewhere = await written({ siren: '245900410' });
  const forPublic = await written({ profile: 'public' });
  for (const [name, bytes, words] of [
    ['ailleurs.maillage', elsewhere, m.merge_no_elsewhere()],
    ['public.maillage', forPublic, m.merge_no_audience()],
    ['abime.maillage', damaged, 'abime.maillage']
  ] as const) {
    await giveToJoin(name, bytes);
    await expect(refusal, name).toContainText(words, BUILT);
    await expect(page.locator('header').first()).toContainText(SECOND_NAME);
    await refusal.getByRole('button').click();
  }
  await giveToJoin('protege.maillage', await written({ contact: 'pre@ville.fr' }, 'quatre mots de passe'));
  const phrase = page.getByLabel(m.folder_open_locked({ file: 'protege.maillage' }));
  await phrase.fill('une autre phrase');
  await press(page, m.folder_open_unlock());
  await expect(refusal).toBeVisible(BUILT);
  await phrase.fill('quatre mots de passe');
  await press(page, m.folder_open_unlock());
  // Read: it is later than what is open, which has nothing of its own.
  await expect(refusal).toContainText(m.merge_no_whole(), BUILT);
});
