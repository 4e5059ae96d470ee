// How many presses a service needs from the drop of its lists to the folder that it publishes, with the doubts told.
import { AGGLOMERATION, agglomerationLists, ONE_COMMUNE_LISTS } from '../fixtures/territory/untidy-lists.ts';
import { m } from './messages.ts';
import { open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);
test.describe.configure({ timeout: 240_000 });
const DONE = { timeout: 120_000 };

/** What the service answers to a word or a column that has no likely meaning; any other is ignored. */
const ANSWERS: Readonly<Record<string, string>> = {
  'sur liste': 'waiting',
  'suivi PRE': 'followed',
  'demande en cours': 'waiting'
};

/** From the drop on: as few presses as the page allows to one who answers all that it asks. */
async function published(
  page: Page,
  lists: Readonly<Record<string, string>>
): Promise<{ presses: number; name: string }> {
  const [files, checks] = [page.locator('#fichiers'), page.locator('#verifier')];
  let presses = 1;
  await files
    .locator('input[type=file]')
    .first()
    .setInputFiles(
      Object.entries(lists).map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }))
    );
  /** Nothing works any more, and what the page says stays. */
  const settled = async () => {
    let before = '';
    await expect
      .poll(
        async () => {
          const now = (await files.innerText()) + (await checks.innerText());
          const works =
            (await page.getByText(m.folder_building()).count()) +
            (await files.getByRole('progressbar').count()) +
            (await checks.getByText(m.folder_doubts_loading()).count());
          const isStill = now === before && works === 0;
          before = now;
          return isStill;
        },
        { intervals: [2_500], ...DONE }
      )
      .toBe(true);
  };
  await expect(files.getByRole('row')).toHaveCount(Object.keys(lists).length + 1, DONE);
  await settled();
  const match = checks.getByRole('button', { name: /^Relier/ });
  if (await match.isVisible()) {
    for (const [value, answer] of Object.entries(ANSWERS)) {
      const select = checks.getByRole('combobox', { name: m.folder_match_value_label({ value }) });
      if ((await select.count()) === 0 || (await select.inputValue()) === answer) continue;
      await select.selectOption(answer);
      // It is opened, then chosen in.
      presses += 2;
    }
    await match.click();
    presses++;
    await settled();
  }
  const takes = page.getByRole('button', { name: /^Prendre/ });
  const apply = checks.getByRole('button', { name: /^Appliquer/ });
  // What one answer puts right may let another be asked.
  for (let round = 0; round < 3 && ((await takes.count()) > 0 || (await apply.isVisible())); round++) {
    for (const row of await checks.getByRole('row').filter({ has: takes }).all()) {
      if ((await row.getByRole('textbox').inputValue()) !== '') continue;
      await row
        .getByRole('button', { name: /^Prendre/ })
        .first()
        .click();
      presses++;
    }
    await apply.click();
    presses++;
    await settled();
  }
  for (const label of [
    m.legal_publisher(),
    m.legal_controller(),
    m.legal_dpo(),
    m.legal_basis(),
    m.legal_contact()
  ])
    await page.getByRole('textbox', { name: label }).fill(label);
  const saving = page.waitForEvent('download', DONE);
  await page.getByRole('button', { name: m.folder_publish_public() }).click();
  presses++;
  return { presses, name: (await saving).suggestedFilename() };
}

const kept = (page: Page, name: string) =>
  page
    .locator('#fichiers')
    .getByRole('row', { name: new RegExp(`^${name}`) })
    .getByRole('cell')
    .nth(2);

test('the five lists of a service of one commune are published within 25 presses, all its children counted, the doubts left told', async ({
  page
}) => {
  await open(page, 'territoire');
  await page.getByRole('combobox', { name: m.folder_choose_label() }).fill('Maubeuge');
  await page.getByRole('option').first().click();
  await expect(page.locator('header').first()).toContainText('Maubeuge', DONE);
  const { presses, name } = await published(page, ONE_COMMUNE_LISTS);
  expect(name).toMatch(/-public\.zip$/);
  test.info().annotations.push({ type: 'presses', description: String(presses) });
  expect(presses).toBeLessThanOrEqual(25);
  await expect(kept(page, 'Suivi des écoles')).toHaveText('8');
  await expect(kept(page, 'Enfants 2025-2026')).toHaveText('48');
  // Doubts that no press can settle are told.
  for (const doubt of ['Georges Brassens', 'Réussite scolaire'])
    await expect(page.locator('#verifier')).toContainText(doubt);
});

test('the four lists of a service of 43 communes are published within 20 presses, all its children counted @long', async ({
  page
}) => {
  await open(page, `territoire/?siren=${AGGLOMERATION}`);
  await expect(page.locator('header').first()).toContainText('Maubeuge Val de Sambre', DONE);
  const { presses } = await published(page, agglomerationLists());
  test.info().annotations.push({ type: 'presses', description: String(presses) });
  expect(presses).toBeLessThanOrEqual(20);
  await expect(kept(page, 'Enfants suivis')).toHaveText('315');
});
