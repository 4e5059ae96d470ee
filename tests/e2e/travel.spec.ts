import { expect, test, type Locator, type Page } from './test.ts';
import { axeFindings } from './axe.ts';
import { choose, follow, open } from './page.ts';

const weeks = (page: Page) => page.getByRole('table', { name: /^La semaine de chaque référent/ });
const rings = (page: Page) => page.getByRole('table', { name: /^Écoles et élèves à portée/ });
const trial = (page: Page) => page.getByRole('region', { name: 'Et si' });
const moveBase = (page: Page) =>
  trial(page).getByLabel('Sa base').selectOption({ label: 'Bruay-sur-l’Escaut' });

test('says how long a week on the road is, for each post, before any script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('deplacements');
  await expect(page.locator('main')).toContainText(/consacre en moyenne \d\sh\s\d\d par semaine aux trajets/);
  await expect(page.locator('main')).toContainText('Temps indicatifs, réseau schématique');
  await expect(weeks(page).locator('tbody tr')).toHaveCount(6);
  await context.close();
});

test('the road of the team and of each post is one figure, on the page of sectors and on this one, before and after a change', async ({
  page
}) => {
  const roads = async (rows: Locator, column: number) =>
    (await rows.locator(`xpath=./*[${column}]`).allInnerTexts())
      .flatMap((text) => /\d+\sh(?:\s\d\d)?|\d+\smin/.exec(text) ?? [])
      .sort();
  await open(page, 'secteurs');
  const bySector = await roads(page.locator('tr[data-post]'), 4);
  await expect(page.locator('main')).toContainText(/la route prend à l’équipe 16\sh\s55 par semaine/);
  await open(page, 'deplacements');
  await expect(weeks(page).locator('tfoot')).toContainText(/16\sh\s55/);
  expect(bySector).toHaveLength(6);
  expect(await roads(weeks(page).locator('tbody tr'), 2)).toEqual(bySector);
  // Another rate of visits, in the words of the same form: the same figure again on both.
  await open(page, 'deplacements?visites=3');
  await expect.poll(() => weeks(page).locator('tfoot').innerText()).not.toMatch(/16\sh\s55/);
  const total = /\d+\sh\s\d\d/.exec(await weeks(page).locator('tfoot').innerText())?.[0] ?? 'none';
  await open(page, 'secteurs?visites=3');
  await expect(page.locator('main .voice')).toContainText(
    `la route prend à l’équipe ${total.replace(/\s/g, '\u2009')} par semaine`
  );
});

test('parking chosen on Déplacements is counted on Répartition, which says it and brings the proposed values back', async ({
  page
}) => {
  await open(page, 'deplacements?stationnement=6');
  const team = weeks(page).locator('tfoot');
  await expect(team).not.toContainText(/16\sh\s55/);
  const total = /\d+\sh\s\d\d/.exec(await team.innerText())?.[0] ?? 'none';
  await follow(page, '/secteurs');
  await expect(page.locator('tr[data-post]')).toHaveCount(6);
  const voice = page.locator('main .voice');
  const told = (time: string) => `la route prend à l’équipe ${time.replace(/\s/g, '\u2009')} par semaine`;
  await expect(voice).toContainText(told(total));
  await expect(page.locator('main')).toContainText(/6\smin de stationnement/);
  // The cards of the usual settings, whose tours are computed anew: never an estimate beside tours.
  const card = page.locator('[data-card="road"]');
  await expect(card).toContainText(/\d+\sh\s\d\d/, { timeout: 60_000 });
  await expect(card).toContainText(/−\d+\smin/);
  await page.getByRole('button', { name: 'Revenir aux valeurs proposées' }).first().click();
  await expect(voice).toContainText(told('16 h 55'));
});

test('the way from Répartition to the road’s settings brings the road in use, and leaves it as it is', async ({
  page
}) => {
  await open(page, 'secteurs?stationnement=6');
  const says = /6\smin de stationnement/;
  await expect(page.locator('main')).toContainText(says);
  await page.getByRole('link', { name: 'Changer sur Déplacements' }).first().click();
  await expect(page).toHaveURL(/deplacements\/\?.*stationnement=6/);
  // Whatever the router does with the link's fragment once the page is there has been done.
  await page.waitForTimeout(1500);
  await expect(page).toHaveURL(/stationnement=6/);
  await expect(weeks(page).locator('tfoot')).not.toContainText(/16\sh\s55/);
  await follow(page, '/secteurs');
  await expect(page.locator('main')).toContainText(says);
});

test('a figure shown before the engine is the one that the engine finds @telephone', async ({ page }) => {
  await open(page, 'deplacements');
  await expect(rings(page)).toBeVisible();
  const first = await weeks(page).innerText();
  await choose(page, 'Vélo');
  await expect(page.locator('main')).toContainText('aux trajets à vélo');
  await expect.poll(() => weeks(page).innerText()).not.toBe(first);
  await choose(page, 'Voiture');
  await expect.poll(() => weeks(page).innerText()).toBe(first);
});

test('the sentence says who drives most and why, and the table says it of each post', async ({ page }) => {
  await open(page, 'deplacements');
  const [sentence] = await page.locator('main p.voice').allInnerTexts();
  expect(sentence!.replace(/\s/g, ' ')).toMatch(
    /Celui qui passe le plus de temps en trajets, Référent 6 \(base de .+\), y consacre \d h \d\d\. Il suit 16 écoles, contre 11 en moyenne\./
  );
  await expect(weeks(page).locator('tbody tr').nth(5)).toContainText(/16 écoles, à 5\smin/);
});

test('the tables that few read are folded, whole on paper, and a link to one opens it @telephone', async ({
  page
}) => {
  await open(page, 'deplacements');
  const table = page.locator('[data-modes-team]');
  await expect(table).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(table).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await open(page, 'deplacements#modes');
  await expect(table).toBeVisible();
  await open(page, 'deplacements?trajet=59606-59153');
  await expect(page.getByRole('region', { name: 'De commune à commune' })).toBeVisible();
});

test('every mode has its figures, in whole', async ({ page }) => {
  await open(page, 'deplacements');
  for (const [label, words] of [
    ['Bus et tram', 'en bus et en tram'],
    ['À pied', 'à pied']
  ] as const) {
    const before = await weeks(page).innerText();
    await choose(page, label);
    await expect(page.locator('main')).toContainText(`aux trajets ${words}`);
    await expect.poll(() => weeks(page).innerText()).not.toBe(before);
    await expect(page.locator('main')).not.toContainText(/NaN|Infinity|∞/);
  }
});

test('more visits mean more time, and the link keeps the setting', async ({ page }) => {
  await open(page, 'deplacements#parametres');
  const before = await weeks(page).locator('tfoot').innerText();
  const visits = page.getByLabel('Visites par enfant et par mois');
  await visits.fill('4');
  await visits.blur();
  await expect.poll(() => weeks(page).locator('tfoot').innerText()).not.toBe(before);
  await expect(page).toHaveURL(/visites=4/);
  const after = await weeks(page).locator('tfoot').innerText();
  await page.reload();
  await expect.poll(() => weeks(page).locator('tfoot').innerText()).toBe(after);
});

test('a cell of the table of communes shows its way, by keyboard too', async ({ page }) => {
  await open(page, 'deplacements#communes');
  const cell = page.getByRole('button', { name: /^De Bruay-sur-l’Escaut à Quiévrechain/ });
  await cell.click();
  await expect(page.locator('[data-way]')).toHaveCount(1);
  await expect(page).toHaveURL(/trajet=59112-59484/);
  await expect(page.locator('main')).toContainText(/Bruay-sur-l’Escaut – Quiévrechain.+km en voiture/);
  await cell.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/trajet=59112-59447/);
});

test('the farther one looks, the more schools there are, from any school', async ({ page }) => {
  await open(page, 'deplacements');
  await page.getByRole('combobox', { name: /^Depuis/ }).selectOption('59606');
  await expect(page.getByRole('heading', { name: 'Autour de Valenciennes' })).toBeVisible();
  await expect(rings(page)).toBeVisible();
  const counts = (await rings(page).locator('tbody td:nth-child(2)').allTextContents()).map((text) =>
    text === '–' ? 0 : Number(text)
  );
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect(counts.at(-1)).toBeGreaterThan(0);
});

test('a base moved shows before and after, and is undone', async ({ page }) => {
  await open(page, 'deplacements');
  await moveBase(page);
  const band = page.getByRole('region', { name: 'Essai en cours' });
  await expect(band).toContainText(/base de Référent 6 à Bruay-sur-l’Escaut/);
  await expect(band).toContainText(/Trajets de l’équipe\s: 16\sh\s55 → \d+\sh\s\d\d par semaine/);
  const after = /→ (\d+\sh\s\d\d)/.exec(await band.innerText())?.[1] ?? '';
  await expect(page.locator('main')).toContainText(/Avec cet essai, un référent consacrerait/);
  await expect(weeks(page).locator('tfoot')).toContainText(after);
  await expect(weeks(page).locator('tfoot')).toContainText(/16\sh\s55/);
  await expect(page).toHaveURL(/bases=6/);
  await trial(page).getByRole('button', { name: 'Annuler' }).click();
  await expect(trial(page).getByRole('table')).toHaveCount(0);
  await expect(band).toHaveCount(0);
  await expect(page).not.toHaveURL(/bases=/);
});

test('a damaged road network is told, the first figures stay, and trying again mends it', async ({
  page
}) => {
  await page.route('**/graph/car.bin', (route) => route.fulfill({ body: 'not a graph' }));
  await open(page, 'deplacements');
  await expect(page.locator('main')).toContainText('Le fichier du réseau routier est abîmé');
  await expect(weeks(page).locator('tbody tr')).toHaveCount(6);
  await page.unroute('**/graph/car.bin');
  await page.getByRole('button', { name: 'Réessayer' }).click();
  await expect(rings(page)).toBeVisible();
});

test('reads without a fault by assistive technology, with a trial and a way shown @telephone', async ({
  page
}) => {
  await open(page, 'deplacements?bases=6%3A59112&trajet=59112-59484');
  await expect(page.locator('[data-way]')).toHaveCount(1);
  await expect(trial(page).getByRole('table')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});
