// A case file in the page: read, protected, seen, saved and forgotten, without a trace of any of its rows.
import { expect, test, type Page } from './test.ts';
import { readFileSync } from 'node:fs';
import { checkProtection } from '../../src/lib/engines/disclosure/attack/check-protection.ts';
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { open } from './page.ts';

const CANARY = 'CANARI7Q';
const HEADER = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
/** The solver may share its processor with the other tests. */
const SOLVED = { timeout: 120_000 };
/** Rows of the example of the page: read, and kept. */
const EXAMPLE = m.data_checked({ count: 422, shown: '422', read: '424' });
const SAFE = m.data_verdict_safe({ most: 10 });

test.describe.configure({ timeout: 180_000 });

async function saved(page: Page, name: string): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

/** Given on Mon territoire, the one place for it, and taken on Données. */
async function give(page: Page, text: string | Buffer, name = 'parcours.csv'): Promise<void> {
  await page.getByRole('link', { name: m.data_choose() }).click();
  await page
    .locator('#fichiers input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await expect(page.locator('#fichiers').getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible();
  await expect(page.locator('#fichiers')).not.toContainText(m.folder_state_reading());
  await page.getByRole('link', { name: m.shell_nav_data_and_method() }).first().click();
}
const take = (page: Page, file = 'parcours.csv') => page.getByRole('button', { name: m.data_take({ file }) });
const takeOther = (page: Page) => page.getByRole('button', { name: m.data_choose_other() }).click();
const working = (page: Page) => page.getByRole('progressbar');
const findings = (page: Page) => page.getByRole('table', { name: m.data_findings_caption() });

/** Two communes of the example of the page, quick to protect, their children and families renamed to what is searched for afterwards. */
async function exampleText(page: Page): Promise<string> {
  const [header, ...rows] = (await saved(page, m.data_example())).text.split('\r\n');
  const kept = rows.filter((row) => ['59014', '59153'].includes(row.split(';')[4] ?? ''));
  return [header, ...kept].join('\r\n').replaceAll('FICTIF', CANARY);
}

/** All that this browser keeps for the site, as text. */
const storedText = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
    for (const { name } of await indexedDB.databases()) found.push(name ?? '');
    const folder = (await navigator.storage.getDirectory()) as unknown as { keys(): AsyncIterable<string> };
    for await (const name of folder.keys()) found.push(name);
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(request.url);
        const response = await cache.match(request);
        if (/json|text|csv/.test(response?.headers.get('content-type') ?? ''))
          found.push((await response?.text()) ?? '');
      }
    }
    return found.join('\n');
  });

test('a file is given once, checked, protected, saved and erased; nothing of it is sent or kept', async ({
  page
}) => {
  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
  );
  await open(page, 'donnees');
  const text = await exampleText(page);
  expect(text.split(CANARY).length).toBeGreaterThan(150);
  await give(page, text);
  await take(page).click();
  await expect(
    page.getByText(m.data_checked({ count: 92, shown: '92', read: '93' }), { exact: true })
  ).toBeVisible();
  await expect(findings(page).locator('tbody tr')).toHaveCount(2);
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: m.data_protect(), exact: true }).click();
  await expect(working(page)).toBeVisible();
  const verdict = page.locator('#resultat').getByText(SAFE);
  await expect(verdict).toBeVisible(SOLVED);
  expect(await axeFindings(page)).toEqual([]);

  const cube = await saved(page, m.data_save_cube());
  expect(cube.name).toBe('cube-k11.json');
  expect(cube.text).not.toContain(CANARY);
  const { k, cells } = JSON.parse(cube.text) as { k: number; cells: { value?: number }[] };
  expect(k).toBe(11);
  expect(cells.filter(({ value }) => value !== undefined && value > 0 && value < 11)).toEqual([]);
  const report = (await saved(page, m.data_save_report())).text;
  expect(report).not.toContain(CANARY);
  // The remarks are in another file, which says that it is to be kept.
  expect(report).not.toMatch(/ligne \d|<li>|lignes lues/);
  await expect(page.getByText(m.data_leaves_not())).toBeVisible();
  expect((await saved(page, m.data_findings_save())).name).toBe('remarques-a-garder.csv');
  const certificate = await saved(page, m.data_save_certificate());
  expect(certificate.text).not.toContain(CANARY);
  const [given, proof] = [cube, certificate].map(({ text: content }) => new TextEncoder().encode(content));
  expect(await checkProtection(given!, proof!)).toMatchObject({ accepted: true, claim: { k: 11 } });

  await page.getByRole('link', { name: m.shell_door_elected(), exact: true }).click();
  await expect(page.locator('main')).toContainText(m.coverage_children({ count: 380, shown: '380' }));
  await page.getByRole('link', { name: m.shell_nav_data_and_method() }).first().click();
  await expect(verdict).toBeVisible();
  await page.getByRole('button', { name: m.data_erase(), exact: true }).click();
  await expect(verdict).toBeHidden();
  await expect(take(page)).toBeVisible();

  await expect
    .poll(() => page.workers().filter((worker) => worker.url().includes('disclosure')).length)
    .toBe(0);
  expect(sent.filter((request) => request.includes(CANARY) || !request.startsWith('GET'))).toEqual([]);
  expect(await storedText(page)).not.toContain(CANARY);
});

test('a faulty file is told row by row, with the way to fix it; one that cannot be read is refused with a clear word', async ({
  page
}) => {
  await open(page, 'donnees');
  const rows = [
    `${CANARY}-1;01/09/2025;0590271Z;;59606;elementaire;sante;F1;3`,
    `${CANARY}-2;;0590271Z;;59606;elementaire;sante;F1;4`,
    `${CANARY}-3;2025-2026;0590271Z;;59606;elementaire;sante;=cmd|'/C calc'!A0;3`,
    `${CANARY}-4;2025-2026;;;;elementaire;sante;F1;2`
  ];
  const refusal = page.getByRole('alert');
  await give(page, [HEADER, ...rows].join('\n'));
  await take(page).click();
  await expect(refusal).toContainText('aucune des 4 lignes ne peut être retenue');
  await expect(findings(page).locator('tbody tr')).toHaveCount(4);
  await expect(findings(page)).toContainText('Écrivez les deux années, jamais une date.');
  await expect(findings(page)).toContainText('formule');
  expect(await axeFindings(page)).toEqual([]);
  const { text } = await saved(page, m.data_findings_save());
  expect(text).toContain(`'=cmd`);
  expect(text).not.toMatch(/(^|;)"?[=+@]/m);
  await expect(page.getByRole('button', { name: m.data_protect(), exact: true })).toHaveCount(0);

  // What cannot be read is refused where it is given, and is nowhere else.
  await takeOther(page);
  await give(page, Buffer.from('PK\u0003\u0004\u0014\0\0\0\u0008\0', 'latin1'), 'bombe.xlsx');
  await expect(take(page)).toBeVisible();
  await expect(take(page, 'bombe.xlsx')).toHaveCount(0);
  await page.getByRole('link', { name: m.data_choose() }).click();
  await expect(page.getByRole('row', { name: /^bombe.xlsx/ })).toContainText('coupée ou abîmée');
  expect(await storedText(page)).not.toContain(CANARY);
});

test('with the keyboard alone a file is chosen, its protection stops as soon as asked, goes on again, and all is erased', async ({
  page
}) => {
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await open(page, 'donnees');
  await press(m.data_try());
  await expect(page.getByText(EXAMPLE, { exact: true })).toBeVisible();
  await expect(findings(page).locator('tbody tr')).toHaveCount(4);
  await page.getByRole('radio', { name: m.data_public({ k: 11 }) }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: m.data_internal({ k: 5 }) })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(working(page)).toBeVisible();
  // A page that did not answer while it runs would end it first.
  await press(m.data_stop());
  await expect(working(page)).toBeHidden();
  await expect(page.getByRole('button', { name: m.data_protect(), exact: true })).toBeVisible();
  await expect(page.getByText(m.data_verdict_safe({ most: 4 }))).toHaveCount(0);
  await press(m.data_protect());
  await expect(working(page)).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await press(m.data_erase());
  await expect(page.getByRole('link', { name: m.data_choose() })).toBeVisible();
});
