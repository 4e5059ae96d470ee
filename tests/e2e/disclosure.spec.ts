// A case file in the page: read, protected, seen, saved and forgotten, without a trace of any of its rows.
import { expect, test, type Page } from './test.ts';
import { readFileSync } from 'node:fs';
import { checkProtection } from '../../src/lib/engines/disclosure/attack/check-protection.ts';
import { axeFindings } from './axe.ts';
import { open } from './page.ts';

const CANARY = 'CANARI7Q';
const HEADER = 'case_id;school_year;uai;qpv;commune;level;theme;family_id;visits';
/** The solver may share its processor with the other tests. */
const SOLVED = { timeout: 120_000 };

test.describe.configure({ timeout: 180_000 });

async function saved(page: Page, name: string): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

const choose = (page: Page, text: string, name = 'parcours.csv') =>
  page
    .locator('#fichier input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The example of the page, its children and families renamed to what is searched for afterwards. */
async function exampleText(page: Page): Promise<string> {
  const { text } = await saved(page, 'Télécharger le fichier fictif (CSV)');
  return text.replaceAll('EXEMPLE', CANARY);
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

test('a file is dropped, checked, protected, saved and erased; nothing of it is sent or kept', async ({
  page
}) => {
  const sent: string[] = [];
  page.on('request', (request) =>
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`)
  );
  await open(page, 'donnees');
  const text = await exampleText(page);
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'parcours.csv', { type: 'text/csv' }));
    return data;
  }, text);
  await page
    .getByRole('group', { name: 'Fichier de parcours' })
    .dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('421 lignes retenues sur 424', { exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Remarques sur le fichier' }).locator('tbody tr')).toHaveCount(
    4
  );
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Protéger' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(page.getByText(/^Contrôle passé/)).toBeVisible(SOLVED);
  expect(await axeFindings(page)).toEqual([]);

  const cube = await saved(page, 'Télécharger les effectifs protégés (JSON)');
  expect(cube.name).toBe('cube-k11.json');
  expect(cube.text).not.toContain(CANARY);
  const { k, cells } = JSON.parse(cube.text) as { k: number; cells: { value?: number }[] };
  expect(k).toBe(11);
  expect(cells.filter(({ value }) => value !== undefined && value > 0 && value < 11)).toEqual([]);
  const report = (await saved(page, 'Télécharger le rapport (HTML)')).text;
  expect(report).not.toContain(CANARY);
  // The remarks are in another file, which says that it is to be kept.
  expect(report).not.toMatch(/ligne \d|<li>|lignes lues/);
  await expect(page.getByText('ne se publient jamais')).toBeVisible();
  expect((await saved(page, 'Télécharger les remarques (CSV)')).name).toBe('remarques-a-garder.csv');
  const certificate = await saved(page, 'Dossier de contrôle, pour le service informatique (JSON)');
  expect(certificate.text).not.toContain(CANARY);
  const [given, proof] = [cube, certificate].map(({ text: content }) => new TextEncoder().encode(content));
  expect(await checkProtection(given!, proof!)).toMatchObject({ accepted: true, claim: { k: 11 } });

  await page.getByRole('link', { name: 'Élus', exact: true }).click();
  await expect(page.locator('main')).toContainText('380 enfants');
  await page.getByRole('link', { name: 'Données et méthode' }).first().click();
  await expect(page.getByText(/^Contrôle passé/)).toBeVisible();
  await page.getByRole('button', { name: 'Effacer' }).click();
  await expect(page.getByText(/^Contrôle passé/)).toBeHidden();
  await expect(page.getByText('Déposez ici le fichier')).toBeVisible();

  await expect
    .poll(() => page.workers().filter((worker) => worker.url().includes('disclosure')).length)
    .toBe(0);
  expect(sent.filter((request) => request.includes(CANARY) || !request.startsWith('GET'))).toEqual([]);
  expect(await storedText(page)).not.toContain(CANARY);
});

test('a faulty file is told row by row, with the way to fix it', async ({ page }) => {
  await open(page, 'donnees');
  const rows = [
    `${CANARY}-1;01/09/2025;0590271Z;;59606;elementaire;sante;F1;3`,
    `${CANARY}-2;2025-2026;0590271Z;;59606;elementaire;sante;F1;-4`,
    `${CANARY}-3;2025-2026;0590271Z;;59606;elementaire;sante;=cmd|'/C calc'!A0;3`,
    `${CANARY}-4;2025-2026;0590271Z;;59606;elementaire;sante;F1;2,5`
  ];
  await choose(page, [HEADER, ...rows].join('\n'));
  await expect(page.getByRole('alert')).toContainText('aucune des 4 lignes ne peut être retenue');
  const table = page.getByRole('table', { name: 'Remarques sur le fichier' });
  await expect(table.locator('tbody tr')).toHaveCount(4);
  await expect(table).toContainText('Écrivez les deux années, jamais une date.');
  await expect(table).toContainText('formule');
  expect(await axeFindings(page)).toEqual([]);
  const { text } = await saved(page, 'Télécharger les remarques (CSV)');
  expect(text).toContain(`'=cmd`);
  expect(text).not.toMatch(/(^|;)"?[=+@]/m);
  await expect(page.getByRole('button', { name: 'Protéger' })).toHaveCount(0);
  expect(await storedText(page)).not.toContain(CANARY);
});

test('a file without a column, a workbook cut short, and a file too large are refused with a clear word', async ({
  page
}) => {
  await open(page, 'donnees');
  await choose(page, 'case_id;school_year\nA;2025-2026');
  await expect(page.getByRole('alert')).toContainText('cette colonne manque');
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await page.locator('#fichier input[type=file]').setInputFiles({
    name: 'bombe.xlsx',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK\u0003\u0004\u0014\0\0\0\u0008\0', 'latin1')
  });
  await expect(page.getByRole('alert')).toContainText('coupée ou abîmée');
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await page.getByRole('group', { name: 'Fichier de parcours' }).evaluate((zone) => {
    const file = new File(['x'], 'lourd.csv');
    Object.defineProperty(file, 'size', { value: 200 * 1024 * 1024 });
    const event = new DragEvent('drop', { bubbles: true });
    Object.defineProperty(event, 'dataTransfer', { value: { files: [file] } });
    zone.dispatchEvent(event);
  });
  await expect(page.getByRole('alert')).toContainText('200 Mo');
});

test('the page answers while it runs, and the search stops at once @telephone', async ({ page }) => {
  await open(page, 'donnees');
  await page.getByRole('button', { name: 'Essayer avec un fichier fictif' }).click();
  await page.getByRole('button', { name: 'Protéger' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.waitForTimeout(500);
  const waits = await page.evaluate(async () => {
    const times: number[] = [];
    for (let i = 0; i < 10; i++) {
      const asked = performance.now();
      document.querySelector<HTMLElement>('button')?.focus();
      await new Promise((resolve) => setTimeout(resolve, 20));
      times.push(performance.now() - asked - 20);
    }
    return times.sort((a, b) => a - b);
  });
  expect(waits[5]).toBeLessThan(200);
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('progressbar')).toBeHidden({ timeout: 1000 });
  await expect(page.getByRole('button', { name: 'Protéger' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    page.viewportSize()?.width ?? 0
  );
});

test('a file is chosen, protected and erased with the keyboard alone', async ({ page }) => {
  await open(page, 'donnees');
  await page.getByRole('button', { name: 'Essayer avec un fichier fictif' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('421 lignes retenues sur 424', { exact: true })).toBeVisible();
  await page.getByRole('radio', { name: 'Public, seuil 11' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('radio', { name: 'Interne, seuil 5' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Effacer' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Déposez ici le fichier')).toBeVisible();
});
