// What a head of service asks of a split: absences, trade-offs, and who could take a school that waits.
import { expect, test, type Page } from './test.ts';
import { open, pageAction } from './page.ts';

const row = (page: Page, post: number) => page.locator(`tr[data-post="Référent ${post}"]`);
const convince = (page: Page) => page.locator('#convaincre > summary').click();

test('an absence is shared out without moving anyone else', async ({ page }) => {
  await open(page, 'secteurs');
  await page.getByRole('button', { name: 'Simuler l’absence de Référent 1' }).click();
  await page.getByRole('button', { name: 'Simuler une absence' }).click();
  await expect(page.getByText(/écoles? confiées? à d’autres du /)).toBeVisible({ timeout: 60_000 });
  // Before and after, post by post: what the absent one had is what the others take.
  const loads = page.getByRole('table', { name: /^Charge pendant l’absence de Référent 1/ });
  await expect(loads.locator('[data-load="Référent 1"]')).toContainText(/\d\s%\s*→\s*0\s%/);
  await expect(loads.locator('tbody tr')).toHaveCount(6);
  await page.getByRole('button', { name: 'Tout déplier' }).click();
  await page
    .getByRole('combobox', { name: /Référent de « / })
    .last()
    .selectOption('Référent 5');
  await expect(page.getByText(/La répartition ou les règles ont changé depuis/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'En faire la répartition à l’écran' })).toBeDisabled();
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'En faire la répartition à l’écran' }).click();
  await expect(row(page, 1).locator('td').nth(3)).toContainText(/\d+ →\s+0/);
  await convince(page);
  await page.getByRole('button', { name: 'Chercher sa base' }).click();
  const joined = page.getByRole('table', { name: /^Charge avec un poste de plus/ });
  await expect(joined.locator('[data-load="Référent 7"]')).toContainText(/–\s*→\s*\d+\s%.*–\s*→\s*\d/, {
    timeout: 30_000
  });
});

test('an absence ends in a sheet of hand-over, with the meetings of the calendar in use, on one page and as a note', async ({
  page
}) => {
  await page.addInitScript(() => (window.print = () => {}));
  await open(page, 'secteurs');
  const absence = page.getByRole('region', { name: 'Si un référent s’absente' });
  await page.getByRole('button', { name: 'Simuler l’absence de Référent 6' }).click();
  await absence.getByLabel('Du', { exact: true }).fill('2026-11-02');
  await absence.getByLabel(/^Au/).fill('2026-12-18');
  await absence.getByRole('button', { name: 'Simuler une absence' }).click();
  await expect(absence).toContainText(/du 2 novembre 2026 au 18 décembre 2026 \(7 semaines\)/, {
    timeout: 60_000
  });
  await expect(absence).toContainText(/\d+ enfants de plus à suivre et \+\d.* de route/, { timeout: 60_000 });
  const schools = absence.getByRole('table', { name: 'École par école' }).locator('tbody tr');
  const handed = await schools.count();
  expect(handed).toBeGreaterThan(5);
  await expect(absence).toContainText('Aucun calendrier n’est utilisé à ces dates');
  await expect(absence.getByText(/^Coordination \d prévient Référent \d, qui reprend \d+ école/)).not.toHaveCount(0); // prettier-ignore
  await expect(absence.getByText(/prévient le correspondant/)).not.toHaveCount(0);

  // « Imprimer » then offers both sheets; that of the absence fits one page.
  await pageAction(page, 'Imprimer');
  await page.getByRole('dialog').getByRole('button', { name: 'Imprimer la fiche de passation' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1, name: 'Fiche de passation' })).toBeVisible();
  await expect(page.locator('.hand-over table').last().locator('tbody tr')).toHaveCount(handed);
  await page.emulateMedia({ media: null });
  await absence.getByRole('button', { name: 'Imprimer la fiche de passation' }).click();
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.keyboard.press('Escape');
  await pageAction(page, 'Exporter');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Fiche de passation (Word)' }).click()
  ]);
  expect(file.suggestedFilename()).toBe('passation-referent-6-2026-11-02.docx');
});

test('a waiting school leads to who could follow it, and at what load', async ({ page }) => {
  await open(page, 'ecoles');
  await page.getByRole('table', { name: 'Qui attend, qui ouvre' }).locator('tbody tr').first().click();
  await page.getByRole('link', { name: 'Qui pourrait la suivre' }).click();
  await expect(page.getByRole('heading', { name: 'Qui pourrait la suivre' })).toBeVisible();
  await expect(page.getByText(/de la part d’un plein temps, dont .* de route estimée/)).toHaveCount(6);
});
