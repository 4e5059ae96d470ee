// What sharing the service brings: told with its range, under the reader's hypotheses, kept in the link, taken to a council.
import { readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { open } from './page.ts';
import { expect, test, type Page } from './test.ts';

const unfold = (page: Page) => page.locator('#mutualisation > summary').click();
const section = (page: Page) => page.getByRole('region', { name: 'Ce que la mutualisation apporte' });

test('the comparison is told with its ranges, and follows the hypotheses, which the link keeps', async ({
  page
}) => {
  await open(page, 'avenir');
  await unfold(page);
  const sentence = section(page).locator('.said');
  // Led by the tenth of a post, then what rounding makes of it; the road has its own line.
  await expect(sentence).toContainText(
    /entre 0,2 et 0,7 poste de moins.*entre 2 et 3,5 postes de moins.*entre 5 et 6/s
  );
  await expect(sentence).not.toContainText(/trajets|route/);
  await expect(sentence).toContainText(/jusqu’à 6 écoles de plus/);
  await section(page).getByRole('radio', { name: 'Poste entier' }).check();
  const gain = section(page).locator('.gain').first();
  await expect(gain).toContainText(/entre 5 et 6 postes de moins/);
  await expect(page).toHaveURL(/postes-par=entiers/);
  await section(page).getByLabel('Écart de charge (±\u202f%)').fill('0');
  await section(page).getByLabel('Écart de charge (±\u202f%)').press('Enter');
  await expect(page).toHaveURL(/ecart=0/);
  await expect(gain).toContainText(/6 postes de moins/);
  await page.reload();
  await unfold(page);
  await expect(gain).toContainText(/6 postes de moins/);
  await expect(section(page).getByRole('radio', { name: 'Poste entier' })).toBeChecked();
});

test('each figure opens its calculation and what it takes for granted', async ({ page }) => {
  await open(page, 'avenir');
  await unfold(page);
  const name = 'Comment ce chiffre est calculé\u202f: Postes de référent pour les mêmes écoles';
  await section(page).getByRole('button', { name }).click();
  const sheet = page.getByRole('dialog', { name });
  await expect(sheet).toContainText(/235\sh\s32 de charge par semaine ÷ 6 postes = 39\sh\s15/);
  await expect(sheet).toContainText('La direction et les coordinations ne sont pas comptées');
  expect(await axeFindings(page)).toEqual([]);
});

test('it leaves as a note for Word, and as a step of the story with its map and its sentence', async ({
  page
}, info) => {
  await open(page, 'avenir?postes-par=entiers');
  await unfold(page);
  const saving = page.waitForEvent('download');
  await section(page).getByRole('button', { name: 'Note Word' }).click();
  const path = info.outputPath('note.docx');
  await (await saving).saveAs(path);
  expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  await section(page).getByRole('button', { name: 'Ajouter à la séance' }).click();
  await page.getByRole('link', { name: 'Élus', exact: true }).click();
  await page
    .getByRole('link', { name: /^Séance/ })
    .first()
    .click();
  const step = page.locator('ol > li').last();
  await step.getByRole('heading').first().click();
  await expect(step.getByLabel('Titre', { exact: true })).toHaveValue('Ce que la mutualisation apporte');
  await expect(step.locator('textarea')).toHaveValue(/entre 5 et 6 postes de moins/);
  await expect(step.locator('svg').first()).toBeVisible();
});

const plain = (text: string) => text.replace(/[\s\u2060]+/gu, ' ').trim();
const duration = (text: string) => /(\d+) h (\d\d)?/.exec(plain(text))?.[0] ?? 'none';
const PARKING = /6\smin de stationnement par arrêt/;

test('trips and years count the parking of Déplacements, say it, and keep it after a reload', async ({
  page
}) => {
  test.setTimeout(240_000);
  /** Trips of the schools followed today, together. */
  const trips = async () => {
    const row = section(page).locator('.row').filter({ hasText: 'Trajets estimés, par semaine' });
    return duration(await row.locator('.side').nth(1).innerText());
  };
  await open(page, 'avenir');
  await unfold(page);
  const usual = await trips();
  await expect(page.locator('main')).not.toContainText(PARKING);
  await open(page, 'avenir?stationnement=6');
  await expect(page.locator('main')).toContainText(PARKING);
  await unfold(page);
  const counted = await trips();
  expect(counted).not.toBe(usual);
  await page.reload();
  await unfold(page);
  await expect.poll(trips).toBe(counted);
  // The years begin with the tours of today, which take 16 h 55 with the usual parking.
  const route = page.locator('section.route');
  await page.getByText('Où placer les postes', { exact: true }).click();
  await expect(route).toHaveAttribute('data-route', 'done', { timeout: 120_000 });
  const row = route.getByRole('row', { name: /^Trajets de l’équipe, par semaine/ });
  const now = row.getByRole('cell').first();
  await expect(now).toHaveText(/^\s*\d+\sh\s\d\d\s*$/, { timeout: 60_000 });
  expect(duration(await now.innerText())).not.toBe('16 h 55');
});
