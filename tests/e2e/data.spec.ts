// The data page: the catalogue and the console; nothing leaves the tab.
import { expect, test, type Page } from './test.ts';
import { readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { open } from './page.ts';

/** The engine's file is large, and other tests may share the processor. */
const OPENED = { timeout: 60_000 };

/** Refusals of the security policy, gathered from now on. */
async function refusals(page: Page): Promise<string[]> {
  const found: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  page.on('pageerror', (error) => found.push(error.message));
  return found;
}

async function saved(page: Page, menu: string, format: string): Promise<Buffer> {
  await page.getByRole('button', { name: `Exporter : ${menu}` }).click();
  const saving = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: format, exact: true }).click();
  const file = await saving;
  await page.keyboard.press('Escape');
  return readFileSync(await file.path());
}

const editor = (page: Page) => page.getByRole('textbox', { name: 'Question en SQL' });

async function ask(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await page.keyboard.press('ControlOrMeta+Enter');
}

test('a table opens from its link; the console answers as table, chart, map and file, and only reads', async ({
  page
}) => {
  const refused = await refusals(page);
  await open(page, 'donnees#table-schools');
  await expect(page.getByRole('table', { name: 'Colonnes de la table Écoles et collèges' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Écoles et collèges en Parquet/ })).toHaveAttribute(
    'href',
    /downloads\/schools\.parquet$/
  );

  await expect(editor(page)).toBeHidden();
  await page.getByRole('link', { name: 'Interroger (SQL)' }).click();
  await page.getByLabel('Exemples').selectOption('enfants');
  await expect(page).toHaveURL(/sql=SELECT/);
  await expect(page.getByRole('heading', { name: 'Réponse' })).toBeHidden();
  await page.getByRole('button', { name: 'Exécuter' }).click();
  const answer = page.getByRole('table', { name: 'Réponse' });
  await expect(answer.locator('tbody tr')).toHaveCount(11, OPENED);
  await expect(answer).toContainText('protégé');
  const csv = (await saved(page, 'Réponse', 'CSV')).toString('utf8');
  expect(csv).toMatch(/^\uFEFFcommune;code;enfants;status\r\nValenciennes;59606;\d+;published/);
  expect(csv).toMatch(/;donnée protégée;suppressed/);
  expect((await saved(page, 'Réponse', 'XLSX')).subarray(0, 2).toString()).toBe('PK');
  expect((await saved(page, 'Réponse', 'Parquet')).subarray(0, 4).toString()).toBe('PAR1');
  await page.getByRole('radio', { name: 'Graphique' }).check();
  expect((await saved(page, 'Réponse', 'SVG')).toString('utf8')).toContain('<svg');
  await page.getByRole('radio', { name: 'Carte' }).check();
  await expect(page.getByText('11 lignes sur 11 ont un lieu.')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);

  await ask(page, 'DROP TABLE schools');
  await expect(page.getByRole('alert')).toContainText('La console lit seulement');
  await ask(page, 'SELECT pupil FROM schools');
  await expect(page.getByRole('alert')).toContainText('Peut-être : pupils');
  await ask(page, 'SELECT count(*) FROM range(100000000000) a, range(10) b');
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByRole('alert')).toContainText('Arrêté. Rien n’a été modifié.');
  await ask(page, 'SELECT count(*) AS n FROM schools');
  await expect(answer.locator('tbody')).toContainText('95');
  await editor(page).click();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Exécuter' })).toBeFocused();
  expect(refused).toEqual([]);
});
