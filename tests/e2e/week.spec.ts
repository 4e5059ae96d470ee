// Semaine: a coordinator reads the week, says who is convened, takes the calendar file and the list, prints one sheet.
import { readFileSync } from 'node:fs';
import { axeFindings } from './axe.ts';
import { open, pageAction, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

test.beforeEach(withoutDatabase);
test.beforeEach(({ page }) =>
  page.addInitScript(() => Object.assign(globalThis, { maillageToday: '2026-12-01' }))
);

const days = (page: Page) => page.getByRole('group', { name: 'Les jours de la semaine' });
const toConvene = (page: Page) => page.getByRole('region', { name: /^À convoquer/ });

/** The year is planned, and the road of the referents is known. */
async function planned(page: Page): Promise<void> {
  await expect(days(page).locator('.meeting').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^Calcul du calendrier de l’année/)).toBeHidden({ timeout: 60_000 });
  await expect(page.getByRole('region', { name: /^Charge des référents/ })).not.toContainText('calcul');
}

/** A calendar file, by the button of the panel of exports. */
async function calendar(page: Page): Promise<string> {
  await pageAction(page, 'Exporter');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Agenda (.ics)' }).click();
  const text = readFileSync(await (await saved).path(), 'utf8');
  await page.keyboard.press('Escape');
  return text;
}
const events = (text: string) => text.match(/BEGIN:VEVENT/g)?.length ?? 0;

test('the page opens on this week, today marked, hours in order and never two at once; arrows go to the next and back', async ({
  page
}) => {
  await open(page, 'semaine');
  await planned(page);
  await expect(page.locator('.voice')).toContainText(/^Cette semaine, /);
  await expect(days(page).locator('[aria-current=date]')).toContainText('mardi 1er');
  const name = page.getByText(/^Semaine \d+, du /).first();
  const now = await name.textContent();
  expect(now).toContain('Semaine 49');

  await page.keyboard.press('ArrowRight');
  await expect(name).toContainText('Semaine 50');
  await expect(page).toHaveURL(/semaine=2026-12-07/);
  await expect(days(page).locator('[aria-current=date]')).toHaveCount(0);
  // Two choices within a second are one for Back.
  await page.waitForTimeout(1100);
  await page.getByRole('button', { name: 'Semaine suivante' }).click();
  await expect(name).toContainText('Semaine 51');
  await expect(page).toHaveURL(/semaine=2026-12-14/);
  await page.goBack();
  await expect(name).toContainText('Semaine 50');
  await page.keyboard.press('ArrowLeft');
  await expect(name).toHaveText(now!);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Semaine suivante');
});

test('a meeting marked as convened stays so after a reload, and the sentence counts one less', async ({
  page
}) => {
  await open(page, 'semaine');
  await planned(page);
  const boxes = toConvene(page).getByRole('checkbox');
  const all = await boxes.count();
  expect(all).toBeGreaterThan(1);
  // Some of the demonstration are convened already, and folded; the first that is not is done now.
  const already = await toConvene(page).locator('li.done').count();
  expect(already).toBeGreaterThan(0);
  const pending = toConvene(page).locator('li:not(.done)').first().getByRole('checkbox');
  const name = await pending.getAttribute('aria-label');
  await pending.check();
  await expect(toConvene(page).locator('li.done')).toHaveCount(already + 1);

  await page.reload();
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
  await planned(page);
  await toConvene(page).locator('summary').click();
  await expect(page.getByRole('checkbox', { name: name! })).toBeChecked();
  await expect(toConvene(page).locator('li:not(.done)')).toHaveCount(all - 1);

  await page.getByRole('button', { name: /^(Marquer les|Tout marquer)/ }).click();
  await expect(toConvene(page).locator('li:not(.done)')).toHaveCount(0);
  await expect(page.locator('.voice')).toContainText('Aucune réunion ne reste à convoquer');
});

test('the calendar file holds the meetings of the week, of all or of one coordinator, and nobody’s absence', async ({
  page
}) => {
  await open(page, 'semaine');
  await planned(page);
  const shown = days(page).locator('.meeting');
  const all = await shown.count();
  const text = await calendar(page);
  expect(events(text)).toBe(all);
  expect(text).not.toMatch(/absen|ATTENDEE/i);

  const who = page.getByRole('combobox', { name: 'Coordination' });
  const others = await who.locator('option').allTextContents();
  let sum = 0;
  for (const one of others.slice(1)) {
    await who.selectOption({ label: one });
    await expect(page).toHaveURL(/coordination=/);
    const own = await shown.count();
    if (own > 0) expect(events(await calendar(page))).toBe(own);
    sum += own;
  }
  expect(sum).toBe(all);
});

test('from the week, an absence is repaired and its calendar file saved in four clicks', async ({ page }) => {
  await open(page, 'semaine?semaine=2026-12-07');
  await planned(page);
  await page.getByRole('link', { name: 'Déclarer une absence' }).click();
  // The form is filled with the week that was shown, and its first coordination.
  await expect(page.getByLabel('Du', { exact: true })).toHaveValue('2026-12-07');
  await expect(page.getByLabel('Au (compris)')).toHaveValue('2026-12-11');
  await page.getByRole('button', { name: 'Chercher les réunions à déplacer' }).click();
  await page.getByRole('button', { name: 'Accepter ce calendrier' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Agenda des changements (.ics)' }).click();
  expect(events(readFileSync(await (await saved).path(), 'utf8'))).toBeGreaterThan(0);
});

test('the list of convocations is saved, and the week prints on one landscape sheet', async ({ page }) => {
  await open(page, 'semaine');
  await planned(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Convocations (.docx)' }).click();
  expect((await saved).suggestedFilename()).toBe('convocations-2026-12-01.docx');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect([...pdf.matchAll(/\/Type \/Page\b/g)]).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox \[0 0 84[12](\.\d+)? 59[456]/);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the week is accessible and as wide as the screen, ${colorScheme} @telephone`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, 'semaine');
    await planned(page);
    expect(await axeFindings(page)).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
