// A head of service before a council: what the coming years ask for, what posts change, and where each figure comes from.
import { readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { choose, open } from './page.ts';
import { expect, test, type Page } from './test.ts';

const voice = (page: Page) => page.locator('.voice');
const panel = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });
const drawn = (page: Page, title: string) => panel(page, title).locator('[role="img"] svg').first();

test('the sentence gives the children and the queue with their ranges, and each chart is drawn', async ({
  page
}) => {
  await open(page, 'avenir');
  await expect(voice(page)).toContainText(
    /Si la hausse ralentit comme supposé, le service accompagnera environ \d+ enfants en 2026-2027, entre \d+ et \d+\./
  );
  await expect(voice(page)).toContainText('Les six postes sont au complet.');
  await expect(voice(page)).toContainText(
    /Sans nouveau poste, environ \d+ écoles attendront en 2029-2030, entre \d+ et \d+\./
  );
  await expect(drawn(page, 'Enfants accompagnés')).toBeVisible();
  await expect(drawn(page, 'Écoles en attente selon les postes créés')).toBeVisible();
  await expect(panel(page, 'Enfants accompagnés')).toContainText(
    'Un an plus tôt, la même méthode aurait annoncé'
  );
  await expect(page.getByRole('link', { name: 'Avenir', exact: true }).first()).toHaveAttribute(
    'aria-current',
    'page'
  );
  expect(await axeFindings(page)).toEqual([]);
});

test('a choice changes the sentence, the queue and the link; the link brings it back', async ({ page }) => {
  await open(page, 'avenir');
  await choose(page, '1');
  await expect(voice(page)).toContainText('Avec un poste de plus chaque année');
  await expect(page).toHaveURL(/postes=1/);
  await page.getByLabel('Nombre d’enfants').selectOption({ label: 'stable' });
  await expect(voice(page)).toContainText('Si le nombre d’enfants n’évolue plus');
  await expect(page).toHaveURL(/hausse=nulle/);
  const said = await voice(page).innerText();

  await open(page, 'avenir?hausse=nulle&postes=1');
  await expect(voice(page)).toHaveText(said.replace(/\s+/g, ' '), { useInnerText: true });
  await open(page, 'avenir?hausse=demain&postes=7&ecoles=-3&ans=99');
  await expect(voice(page)).toContainText('Si la hausse ralentit comme supposé');
});

test('the time of a school moves the schools of a post, the posts and the link, and is put back', async ({
  page
}) => {
  await open(page, 'avenir?postes=1');
  const schools = page.getByLabel('Écoles par poste');
  const time = page.getByRole('slider', { name: 'Charge par école' });
  await expect(time).toHaveAttribute('aria-valuetext', /par semaine, aujourd’hui/);
  const before = await voice(page).innerText();
  for (let press = 0; press < 6; press += 1) await time.press('ArrowRight');
  await expect(page).toHaveURL(/postes=1&temps=\d+/);
  await expect(schools.locator('option:checked')).not.toContainText('aujourd’hui');
  await expect(voice(page)).not.toHaveText(before.replace(/\s+/g, ' '), { useInnerText: true });
  const queue = panel(page, 'Écoles en attente selon les postes créés');
  await expect(queue).toContainText(/La charge d’une école passe de/);
  await expect(panel(page, 'Ce qui est supposé')).toContainText('aux 67 écoles déjà suivies');

  await schools.selectOption('12');
  await expect(page).toHaveURL(/postes=1&ecoles=12$/);
  await expect(time).not.toHaveAttribute('aria-valuetext', /aujourd’hui/);
  await page.getByRole('button', { name: 'Revenir aux hypothèses proposées' }).click();
  await expect(page).not.toHaveURL(/ecoles|temps|postes/);
  await expect(time).toHaveAttribute('aria-valuetext', /aujourd’hui/);
});

test('each chart has its table, its calculation and its hypotheses', async ({ page }) => {
  await open(page, 'avenir');
  const children = panel(page, 'Enfants accompagnés');
  await expect(drawn(page, 'Enfants accompagnés')).toBeVisible();
  await children.getByRole('button', { name: 'Voir le tableau' }).click();
  await expect(children.getByRole('row', { name: /2026-2027/ })).toContainText('environ');
  await children.getByRole('button', { name: 'Voir le graphique' }).click();

  const queue = panel(page, 'Écoles en attente selon les postes créés');
  await queue.getByRole('button', { name: /Comment ce chiffre est calculé/ }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText(/6 demandes par an ÷ 11,2 écoles par poste = 0,54 poste par an/);
  await expect(sheet).toContainText(
    /\(11 écoles en attente \+ 3 × 6 demandes\) ÷ 11,2 écoles par poste = 2,6 postes/
  );
  await expect(sheet).toContainText('une école qui redemande n’est comptée qu’une fois');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('each curve bears the dated notes of the service, explained under it', async ({ page }) => {
  await open(page, 'avenir');
  await expect(drawn(page, 'Enfants accompagnés')).toBeVisible();
  const notes = (title: string) => panel(page, title).getByRole('list', { name: 'Repères datés' });
  await expect(notes('Enfants accompagnés').getByRole('listitem')).toHaveCount(3);
  await expect(drawn(page, 'Enfants accompagnés')).toContainText('1, 2');
  await expect(notes('Écoles en attente selon les postes créés').getByRole('listitem')).toHaveCount(1);
});

test('a commune has its forecast with a range, from published counts, and the file says the same', async ({
  page
}) => {
  await open(page, 'avenir');
  const communes = panel(page, 'Prévision par commune');
  const row = communes.getByRole('row', { name: /^Valenciennes/ });
  await expect(row).toContainText(/75.*environ \d+.*\d+ à \d+/s);
  await expect(communes.getByRole('row', { name: /^Fresnes-sur-Escaut/ })).toContainText('protégé');
  const [about] = (await row.innerText()).match(/(?<=environ )\d+/)!;

  await communes.getByRole('button', { name: /Exporter/ }).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'CSV' }).click();
  const text = readFileSync((await (await waiting).path())!, 'utf8');
  expect(text.split('\n').find((line) => line.includes('Valenciennes'))).toContain(`;75;${about};`);
});

test('in English, the same figures', async ({ page }) => {
  await open(page, 'avenir');
  const [value] = (await voice(page).innerText()).match(/\d+(?= enfants)/)!;
  await page.getByRole('button', { name: 'English' }).click();
  await expect(voice(page)).toContainText(
    `If growth slows down as assumed, the service will support about ${value} children in 2026-2027`
  );
});

test('on a phone nothing is wider than the screen, and on paper the choices stand without their controls', async ({
  page
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'avenir');
  await expect(drawn(page, 'Enfants accompagnés')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Hypothèses choisies')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Postes créés par an' })).toBeHidden();
});
