// Portraits and paper: an elected official with a keyboard alone, sheets of one page, a code that is not there, a note that opens.
import { expect, test, type Page } from './test.ts';
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { LARGER, PAPERS } from '../../scripts/atlas/paper.ts';
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { follow, open, withoutDatabase, pageAction } from './page.ts';

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string, role: 'link' | 'button' = 'button'): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let pressed = 0; pressed < 60; pressed += 1) {
    if (await wanted.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} is not reached by Tab`);
}

/** Pages of a PDF that Chromium made. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
const printed = (page: Page) => page.pdf({ preferCSSPageSize: true, tagged: true });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test.beforeEach(withoutDatabase);

test('an elected official goes from the visit to a portrait, its printing and a comparison by the keyboard alone', async ({
  page
}) => {
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes');
  });
  await open(page);
  const start = m.visit_start({ count: 5 });
  await tabTo(page, start);
  await page.keyboard.press('Enter');
  const visit = page.getByRole('dialog');
  await expect(visit).toContainText(m.visit_step({ step: 1, count: 5 }));
  expect(await axeFindings(page)).toEqual([]);
  for (const step of [2, 3, 4, 5]) {
    await tabTo(page, m.visit_next());
    await page.keyboard.press('Enter');
    await expect(visit).toContainText(m.visit_step({ step, count: 5 }));
  }
  await page.keyboard.press('Escape');
  await expect(visit).toHaveCount(0);
  await expect(page.getByRole('button', { name: start })).toBeFocused();
  expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0);

  await page.getByLabel(m.shell_place_search()).focus();
  await page.keyboard.type('Anzin');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Anzin');
  await tabTo(page, m.actions_print());
  await page.keyboard.press('Enter');
  await expect(page.locator('html[data-printed]')).toHaveCount(1);

  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('Beuvrages');
  await page.getByLabel(m.portrait_compare()).focus();
  await page.keyboard.type('Marly');
  await expect(page).toHaveURL(/avec=59383/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Marly' })).toBeVisible();
  // Two whole columns: a value and its rank in each, which says from which end it counts.
  const share = page.getByRole('row', { name: /^Part d’écoles suivies/ });
  await expect(share.getByText(/^\d+(er|e) sur 11$/)).toHaveCount(2);
  await expect(page.getByRole('row', { name: /^Écoles suivies 4 sur 4 4 sur 6/ })).toBeVisible();
});

test('« ma commune attend depuis quand, et que faut-il ? »: a name, Enter, and its printed sheet answers; portraits, their list and the waiting list print on one page, the atlas in lines and letters', async ({
  page
}) => {
  test.slow();
  await open(page);
  await page.getByRole('combobox', { name: m.shell_place_search() }).fill('saint-saulve');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Saint-Saulve');
  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-sheet]');
  await expect(sheet).toContainText(
    /École élémentaire du Centre depuis janvier 2025, il y a \d+ ans?( et \d+ mois)?\s?;/
  );
  // Posts and euros are those of Attente et moyens, since the demonstration shows its posts, and never of the commune alone.
  await expect(sheet).toContainText(
    /\S+ écoles seront suivies d’ici 20\d\d-20\d\d si le service obtient .*poste, .*€\spar an \(hypothèse.*\)\s; ce renfort sert aussi à \S+ autres écoles du territoire/
  );
  await page.emulateMedia({ media: null });
  expect(pagesOf(await printed(page))).toBe(1);
  for (const [address, name] of [
    ['territoires/59606', 'Valenciennes'],
    ['territoires/QN05920M', ''],
    ['territoires/cite-076', ''],
    ['territoires', m.shell_nav_places()],
    ['ecoles', m.waiting_title()]
  ] as const) {
    const former = await title(page).textContent();
    await follow(page, `/${address}`);
    if (name) await expect(title(page)).toContainText(name);
    else await expect(title(page)).not.toHaveText(former ?? '');
    const pdf = await printed(page);
    expect(pagesOf(pdf), address).toBe(1);
    expect(pdf.toString('latin1'), address).toContain('/StructTreeRoot');
  }
  // A commune whose counts are shown, one with many schools, one that is protected: light enough to be sent, on A4 and on A3.
  await follow(page, '/territoires/atlas?codes=59014,59606,59383');
  // Three places have no sheet of contents before them on paper.
  await expect(page.locator('[data-sheet]')).toHaveCount(4);
  for (const paper of PAPERS) {
    await page.evaluate((style) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, LARGER[paper] ?? '');
    const pdf = await printed(page);
    expect(pdf.toString('latin1'), paper).not.toContain('/Subtype /Image');
    expect(pdf.length, paper).toBeLessThan(1_000_000);
  }
});

test('an unknown code says so and leads on; a protected place says why; the note opens', async ({ page }) => {
  await page.goto('territoires/99999');
  await expect(title(page)).toContainText(m.portrait_missing({ code: '99999' }));
  await page.getByRole('link', { name: m.portrait_missing_way({ territory: '' }) }).click();
  await expect(title(page)).toHaveText(m.shell_nav_places());
  expect(await axeFindings(page)).toEqual([]);

  await page.getByRole('link', { name: 'Verrerie - Square République' }).click();
  const levels = page.getByRole('table', { name: m.portrait_levels() });
  await expect(levels.locator('.hatch')).toHaveCount(0);
  await expect(levels).toContainText(m.portrait_protected());
  await expect(levels).not.toContainText(/\d/);
  await expect(page.locator('main')).toContainText('un petit effectif pourrait être retrouvé');

  await follow(page, '/territoires/59014');
  await expect(title(page)).toHaveText('Anzin');
  const file = page.waitForEvent('download');
  await pageAction(page, 'Exporter');
  await page.getByRole('button', { name: m.portrait_word() }).click();
  const note = unzipSync(readFileSync(await (await file).path()));
  expect(strFromU8(note['word/document.xml']!)).toContain('Anzin');
  await page.keyboard.press('Escape');
  // Inside the site as from an address.
  await follow(page, '/territoires/00000');
  await expect(title(page)).toContainText(m.portrait_missing({ code: '00000' }));
  await follow(page, '/ecoles');
  await expect(title(page)).toContainText(m.waiting_title());
});

test.describe('the next sessions of a commune', () => {
  test.use({ today: '2026-12-01' });

  test('are for the service on screen, each leading to its session; no paper has them', async ({ page }) => {
    await open(page, 'territoires/59014');
    const next = page.getByRole('region', { name: new RegExp(`^${m.portrait_sessions()}`) });
    await expect(next.getByRole('link').first()).toHaveAttribute('href', /actions\/\?fiche=/);
    await expect(next).not.toContainText(/inscrit|présent|place/);
    await page.emulateMedia({ media: 'print' });
    await expect(next).toBeHidden();
  });
});
