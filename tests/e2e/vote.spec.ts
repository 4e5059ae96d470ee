// A council votes on criteria by a show of hands: plans made there, a ranking, how firm it is, minutes on one page.
import { expect, test, type Page } from './test.ts';
import { axeFindings } from './axe.ts';
import { open, withoutDatabase } from './page.ts';

test.beforeEach(withoutDatabase);

const hands = (page: Page, criterion: string) => page.getByRole('spinbutton', { name: criterion });
const result = (page: Page) => page.getByRole('region', { name: 'Le résultat' });

test('hands raised in a meeting rank plans proven there, and the minutes fit one page', async ({ page }) => {
  await open(page, 'seance');
  await page.getByRole('link', { name: /^Choisir ensemble une priorité/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Choisir ensemble une priorité' })).toBeVisible();
  await page.getByRole('button', { name: 'Chercher des répartitions' }).click();
  await expect(page.getByText(/^Calcul en cours.*[2-9] répartitions trouvées/)).toBeVisible({
    timeout: 90_000
  });
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(page.getByText(/répartitions trouvées, à départager/)).toBeVisible();

  // Alone, stability keeps today's plan; the keyboard counts as well as the buttons.
  await hands(page, 'La stabilité').focus();
  await page.keyboard.press('ArrowUp');
  await expect(result(page).getByRole('status')).toContainText('La répartition d’aujourd’hui arrive en tête');
  await page.getByRole('button', { name: 'Une main de plus : L’équilibre' }).click();
  await hands(page, 'L’équilibre').fill('9');
  await expect(result(page).getByRole('status')).toContainText(/^La répartition [A-Z]+ arrive en tête/);
  await expect(result(page).getByText(/^La stabilité \(1\smain\)/)).toContainText(
    'la répartition d’aujourd’hui'
  );
  await expect(result(page).getByText(/mains passaient à un autre critère/)).toContainText(
    'plus petit changement'
  );
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('spinbutton', { name: 'Votants' }).fill('8');
  await expect(result(page)).toContainText(/10 mains sont comptées pour 8 votants/);
  await page.getByRole('spinbutton', { name: 'Votants' }).fill('12');
  await expect(page.getByText(/2 votants n’ont pas levé la main/)).toBeVisible();

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.getByRole('button', { name: 'Ajouter la répartition en tête à la séance' }).click();
  await page.getByRole('link', { name: 'Élus', exact: true }).click();
  await page.getByRole('link', { name: /^Séance/ }).click(); // prettier-ignore
  await expect(page.getByRole('textbox', { name: 'Titre', exact: true }).last()).toHaveValue(
    'Choisir ensemble une priorité'
  );
});

test('plans proven on Secteurs wait for the vote, and one leads back to its map', async ({ page }) => {
  await open(page, 'secteurs');
  await page.locator('#convaincre > summary').click();
  const margin = page.getByRole('region', { name: 'Ce que coûte une marge' });
  await margin.getByRole('button', { name: 'Calculer le coût d’une marge' }).click();
  // Two at least: one alone needs no vote.
  await expect(margin.getByRole('row', { name: /minimum établi/ }).nth(1)).toBeVisible({ timeout: 60_000 });
  await margin.getByRole('link', { name: /Choisir ensemble une priorité/ }).click({ timeout: 60_000 });
  await expect(page.getByText(/répartitions? trouvées?, à départager/)).toBeVisible();
  await hands(page, 'L’équilibre').fill('5');
  await page.getByRole('checkbox', { name: 'Classer aussi la répartition d’aujourd’hui' }).uncheck();
  await expect(result(page).getByRole('status')).toContainText(
    /^La répartition [A-Z]+ arrive en tête avec 100,0 points/
  );
  await result(page)
    .getByRole('link', { name: /^Voir la répartition/ })
    .first()
    .click();
  await expect(page.getByText(/L’écart de charge le plus fort/)).toBeVisible();
});

test('the former address of the vote leads to it with its parameters', async ({ page }) => {
  await page.goto('seance/vote?tolerance=5');
  await expect(page).toHaveURL(/secteurs\/?\?(.*&)?vote=oui/);
  await expect(page).toHaveURL(/tolerance=5/);
  await expect(page.getByRole('heading', { level: 1, name: 'Choisir ensemble une priorité' })).toBeVisible();
});

test('a vote is on the road of the link, which the page says, after a reload as well', async ({ page }) => {
  const told = /6\smin de stationnement par arrêt/;
  const main = page.locator('main');
  await open(page, 'secteurs?vote=oui&stationnement=6');
  await expect(main).toContainText(told);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Choisir ensemble une priorité' })).toBeVisible();
  await expect(main).toContainText(told);
  await page.getByRole('button', { name: 'Revenir aux valeurs proposées' }).click();
  await expect(main).not.toContainText(told);
});
