// A head of service before a council: what to ask for, what it changes year by year, and where each figure comes from.
import { axeFindings } from './axe.ts';
import { open } from './page.ts';
import { expect, test, type Page } from './test.ts';

const voice = (page: Page) => page.locator('.voice').first();
const years = (page: Page) => page.getByRole('table', { name: /^Enfants, postes, écoles et coûts/ });
const slider = (page: Page) => page.getByRole('slider', { name: /^Nombre de postes à créer/ });
const cells = async (page: Page, name: string) =>
  (await years(page).getByRole('row', { name }).locator('td').allInnerTexts()).map((text) =>
    text.replace(/\s+/gu, ' ').trim()
  );

test('the sentence, the slider and the table say one figure, on both pages', async ({ page }) => {
  await open(page, 'avenir');
  await expect(voice(page)).toContainText(
    /Pour suivre les onze écoles avec la répartition d’aujourd’hui\s: [\d,]+\spostes? d’ici 20\d\d-20\d\d, [\d\s]+€ par an \(hypothèse/
  );
  await expect(page.locator('main')).toContainText(
    /le service accompagnerait environ \d+ enfants, entre \d+ et \d+, huit années sur dix\./
  );
  const [posts] = /[\d,]+(?=\sposte)/.exec(await voice(page).innerText())!;
  const [cost] = /[\d\s]+€/.exec(await voice(page).innerText())!;
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    new RegExp(`${posts}\\sposte.*toutes suivies`)
  );
  expect((await cells(page, 'Coût ajouté par an')).at(-1)).toBe(cost.replace(/\s+/gu, ' ').trim());
  expect((await cells(page, 'Écoles en attente')).at(-1)).toBe('aucune');
  expect(await axeFindings(page)).toEqual([]);

  await open(page, 'ecoles');
  await expect(voice(page)).toContainText(new RegExp(`${posts}\\sposte`));
});

test('fewer posts leave schools waiting, in the sentence, the table and the other page; what opens nothing is not proposed', async ({
  page
}) => {
  await open(page, 'avenir');
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /toutes suivies/);
  const before = await voice(page).innerText();
  await slider(page).press('ArrowRight');
  await expect(voice(page)).toHaveText(before.replace(/\s+/gu, ' '), { useInnerText: true });
  await slider(page).press('Home');
  await expect(voice(page)).toContainText(
    /Sans nouveau poste avec la répartition d’aujourd’hui, \S+ des onze écoles seront suivies à la rentrée 20\d\d, par des référents qui ont de la place/
  );
  const none = Number((await cells(page, 'Écoles en attente')).at(-1));
  expect(none).toBeGreaterThan(0);
  expect(none).toBeLessThan(11);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`aucun poste, ${none} attendent`));
  await slider(page).press('ArrowRight');
  await expect(voice(page)).toContainText(
    /Avec un demi-poste de plus .*, dont \S+ avec les référents en poste.* attend(ent)? encore\./
  );
  const left = (await cells(page, 'Écoles en attente')).at(-1);
  await page.getByRole('link', { name: 'Attente et ouvertures' }).first().click();
  await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(`${left} attend`));
});

test('no year counts more schools than there are, and posts are known by year', async ({ page }) => {
  await open(page, 'avenir');
  const [followed, waiting] = [await cells(page, 'Écoles suivies'), await cells(page, 'Écoles en attente')];
  const all = followed.map((count, at) => Number(count) + (Number(waiting[at]) || 0));
  expect(Math.max(...all)).toBe(78);
  expect(all.slice(-4)).toEqual([78, 78, 78, 78]);
  expect((await cells(page, 'Postes de référent')).slice(0, 5)).toEqual(['5', '5', '6', '6', '6']);
  await expect(page.locator('main')).toContainText('Les 78 écoles ont toutes déjà demandé');
  await expect(page.locator('main')).not.toContainText('au complet');
  await expect(page.locator('main')).toContainText(/postes sur six sont nettement en dessous de leur part/);
});

test('the cost of a post has one source: supposed, read from a sheet, or typed; every cost follows', async ({
  page
}) => {
  await open(page, 'avenir');
  await expect(page.locator('main')).toContainText('hypothèse à confirmer par le service');
  await page.getByText('Changer le coût d’un poste').click();
  await page.getByRole('button', { name: 'Le lire dans la fiche FA-01' }).click();
  await expect(page.locator('main')).toContainText(/lu dans la fiche FA-01 \(236\s400\s€ pour neuf postes\)/);
  await page.getByLabel('Coût d’un poste, euros par an').fill('60000');
  await page.getByLabel('Coût d’un poste, euros par an').press('Enter');
  await expect(page.locator('main')).toContainText('montant saisi par le service');
  await expect(voice(page)).toContainText(/60\s000\s€ par an/);
});

test('a choice of growth changes the sentence and the link; a link of before opens the page', async ({
  page
}) => {
  await open(page, 'avenir');
  const children = page.getByText(/le service accompagnerait environ/);
  const before = await children.innerText();
  await page.getByRole('radio', { name: 'Stable' }).check();
  await expect(page).toHaveURL(/hausse=nulle/);
  await expect(children).not.toHaveText(before.replace(/\s+/gu, ' '), { useInnerText: true });
  await open(page, 'avenir?hausse=demain&ecoles=12&temps=150&ans=2&annees=6,5-6,5-6,5-6,5');
  await expect(voice(page)).toContainText('Avec un demi-poste de plus');
});

test('a commune that is protected today has no forecast', async ({ page }) => {
  await open(page, 'avenir');
  await page.locator('summary', { hasText: 'Prévision par commune' }).click();
  const communes = page.getByRole('table', { name: 'Prévision par commune' });
  await expect(communes.getByRole('row', { name: /^Valenciennes/ })).toContainText(
    /75.*environ \d+.*\d+ à \d+/s
  );
  await expect(communes.getByRole('row', { name: /^Fresnes-sur-Escaut/ })).toContainText('pas de prévision');
});

test('the page is short, no wider than a phone, and one sheet on paper', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, 'avenir');
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  expect(await height()).toBeLessThan(2600);
  await page.emulateMedia({ media: 'print' });
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeLessThanOrEqual(2);
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 390, height: 780 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await height()).toBeLessThan(5000);
});
