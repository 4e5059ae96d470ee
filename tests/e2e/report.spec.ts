// The year's report, from the files of a service to what leaves for the State, the service and the public: in how few clicks, and what of it is kept.
import { expect, test, type Page } from './test.ts';
import { open, pageAction } from './page.ts';

const lead = (page: Page) => page.locator('.voice');
const block = (page: Page, id: string) => page.locator(`details#${id}`);

/** The dossiers of the demonstration are drawn in the tab. */
async function openReport(page: Page): Promise<void> {
  await open(page, 'bilan');
  await expect(page.getByText(/^380 dossiers fictifs/)).toBeVisible();
}

test('from Aujourd’hui to the three outputs: four clicks, and the register says what left', async ({
  page
}) => {
  await openReport(page);
  await page
    .getByRole('link', { name: /^Aujourd’hui/ })
    .first()
    .click();
  const verdict = page.getByRole('heading', { name: /réponses sur \d+ du bilan sont prêtes/ });
  await expect(verdict).toBeVisible();
  const told = /(\d+) réponses sur (\d+)/.exec((await verdict.textContent())!)!;
  await page.getByRole('link', { name: 'Ouvrir Bilan' }).click();
  // One figure: the page says what the point said.
  await expect(lead(page)).toContainText(`${told[1]} réponses sur ${told[2]}`);
  await expect(page.getByText('Réponse à l’État : ne pas diffuser.')).toBeVisible();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Préparer (.xlsx)' }).click();
  expect((await file).suggestedFilename()).toMatch(/ne-pas-diffuser-2025-2026\.xlsx$/);
  const register = page.getByRole('table', { name: 'Registre des sorties' });
  await expect(register.getByRole('row').nth(1)).toContainText('Ne pas diffuser');
  const word = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Préparer (.docx)' }).click();
  expect((await word).suggestedFilename()).toMatch(/2025-2026\.docx$/);
  await expect(register.getByRole('row').nth(1)).toContainText('Interne');
  await page.getByRole('link', { name: 'Voir la page' }).click();
  await expect(page.locator('[data-sheet]')).toBeVisible();
});

test('what no file tells is typed in its own line, counts at once, and is back after a reload', async ({
  page
}) => {
  await openReport(page);
  await expect(lead(page)).toContainText('restent à renseigner');
  const before = await lead(page).textContent();
  const field = page.getByLabel(/Enfants en actions collectives seulement$/);
  await field.fill('quarante');
  await field.blur();
  await expect(page.getByText('Un nombre est attendu.')).toBeVisible();
  await field.fill('40');
  await field.blur();
  await expect(lead(page)).toContainText('une est saisie');
  expect(await lead(page).textContent()).not.toBe(before);
  await page.getByLabel('Ce qui a changé cette année').fill('Une équipe de plus');
  await page.getByLabel('Principales difficultés').click();
  await expect(lead(page)).toContainText('deux sont saisies');
  await page.reload();
  await expect(page.getByLabel('Ce qui a changé cette année')).toHaveValue('Une équipe de plus');
  await expect(field).toHaveValue('40');
});

test('an answer says the list it comes from, its rule, the figure of the country and last year’s; a closed year keeps it', async ({
  page
}) => {
  await openReport(page);
  const sexes = page.getByRole('row', { name: /^Filles, garçons/ });
  await expect(sexes).toContainText('dossiers');
  await expect(sexes).toContainText(/58,2/);
  await page.getByRole('button', { name: 'Voir le calcul de chaque réponse' }).click();
  await expect(sexes).toContainText('D’après la colonne du sexe');
  await page.getByRole('button', { name: 'Clore l’année 2025-2026' }).click();
  await page.getByRole('button', { name: 'Retirer' }).click();
  await expect(sexes).toContainText(/\d+, \d+/);
  await page.getByRole('button', { name: 'Rouvrir' }).click();
  await expect(page.getByText('Les dossiers ne sont pas ouverts')).toBeVisible();
  await expect(block(page, 'children')).toContainText('à renseigner');
  await page.getByRole('button', { name: 'Reprendre les dossiers fictifs' }).click();
  await expect(page.getByText(/^380 dossiers fictifs/)).toBeVisible();
});

test('a case file and its list of visits are given together, and a list of visits alone is of the cases that are there', async ({
  page
}) => {
  await openReport(page);
  const give = (files: Record<string, readonly string[]>) =>
    page.locator('[data-dossiers] input[type=file]').setInputFiles(
      Object.entries(files).map(([name, lines]) => ({
        name,
        mimeType: 'text/csv',
        buffer: Buffer.from(lines.join('\n'))
      }))
    );
  const told = page.locator('[data-dossiers]');
  const children = Array.from(
    { length: 12 },
    (_, at) => `P-${at};2025-2026;0594561M;;59606;elementaire;sante;F${at};2`
  );
  const visits = children.map((_, at) => `P-${at};2025-11-${at + 10}`);
  await give({
    'visites.csv': ['case_id;date', ...visits],
    'parcours.csv': ['case_id;school_year;uai;qpv;commune;level;theme;family_id;visits', ...children]
  });
  await expect(told).toContainText('12 dossiers');
  await expect(told).toContainText('visites.csv, parcours.csv');
  await give({ 'visites.csv': ['case_id;date', 'P-99;2025-12-01'] });
  await expect(told).toContainText('à vérifier');
  await expect(told).toContainText('12 dossiers');
});

test('the menu of blocks opens a block by keyboard, and every block is on paper', async ({ page }) => {
  await openReport(page);
  await page.getByRole('link', { name: /^Argent/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Argent' })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const name of ['Structure', 'Écoles', 'Enfants', 'Postes', 'Argent'])
    await expect(page.getByRole('table', { name, exact: true })).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await pageAction(page, 'Partager');
});
