// Évolution, the second view of Couverture: two years compared, the dated notes of the service on its curves, and what has changed since the reader's last visit.
import { axeFindings } from './axe.ts';
import { m } from './messages.ts';
import { follow, open, withoutDatabase } from './page.ts';
import { expect, test, type Page } from './test.ts';

const storedVisits = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('maillage.visite.')));

test.beforeEach(withoutDatabase);

test('two years are compared and printed; a visit is kept only when asked, then the page says what changed, and forgets when asked', async ({
  page
}) => {
  // Attente et moyens counts by month: each dated note has a line, and its words beside them.
  await open(page, 'ecoles');
  await page.getByText(m.waiting_log()).first().click();
  const notes = page.getByRole('list', { name: m.chart_milestones() }).first();
  await expect(notes.getByRole('listitem')).toHaveCount(3);
  await expect(notes).toContainText('sept. 2023 Fictif : un poste de référent de plus');
  await expect(page.locator('svg g[stroke-dasharray="1 3"] line')).toHaveCount(3);

  // The address of the page that it was in version 1.0 goes on to it.
  await follow(page, '/evolution?a=2025-2026');
  await expect(page).toHaveURL(/\/\?moment=evolution$/);
  await expect(page.getByRole('radio', { name: m.coverage_moment_change() })).toBeChecked();
  const voice = page.locator('.voice');
  await expect(voice).toContainText('soit six de plus');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  await page.getByLabel(new RegExp(`^${m.change_from()}`)).selectOption('2022-2023');
  await expect(page).toHaveURL(/de=2022-2023/);
  await expect(voice).toContainText('passe de 53 à 67');
  await expect(page.getByRole('heading', { name: `${m.change_gained()} 14` })).toBeVisible();
  // No change is in the colour of the sheet: a tint would read as an amount.
  await page.emulateMedia({ colorScheme: 'light' });
  const same = page.locator('.legend li', { hasText: m.change_same() });
  await expect(same.locator('.swatch')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  // Nothing is computed from a protected count.
  await page.getByLabel(/^Indicateur/).selectOption('children');
  const row = page
    .getByRole('table', { name: m.coverage_by_commune() })
    .getByRole('row')
    .filter({ hasText: m.coverage_protected() })
    .first();
  await expect(row).toContainText(m.change_not_comparable());
  await row.click();
  await expect(page.locator('.change-text')).toContainText('pas comparable');

  const section = page.locator('#depuis');
  const kept = page.getByRole('checkbox', { name: m.since_visit_keep() });
  await expect(kept).not.toBeChecked();
  expect(await storedVisits(page)).toEqual([]);
  await kept.focus();
  await page.keyboard.press('Space');
  await expect(section).toContainText(m.since_visit_first());
  const [key] = await storedVisits(page);
  await page.reload();
  await expect(section).toContainText(m.since_visit_same({ day: '' }).replace('.', ''));

  // The same visit, of data that have been published anew since: two schools fewer followed, another one waiting.
  const gained = await page.evaluate((key) => {
    const visit = JSON.parse(localStorage.getItem(key)!) as {
      figures: { followed: number };
      followed: string[];
    } & Record<string, unknown>;
    visit.figures.followed -= 2;
    const before = { ...visit, followed: visit.followed.slice(2), fingerprint: 'before', day: '2026-09-01' };
    localStorage.setItem(key, JSON.stringify(before));
    return visit.followed.length - before.followed.length;
  }, key!);
  expect(gained).toBe(2);
  await page.reload();
  await expect(section).toContainText(m.since_visit_changed({ day: '01/09/2026' }));
  const followed = section.getByRole('row', { name: /^Écoles suivies/ });
  for (const count of ['65', '67']) await expect(followed).toContainText(count);
  await expect(section).toContainText(m.since_visit_gained());
  expect(await axeFindings(page)).toEqual([]);
  await section.getByRole('button', { name: m.since_visit_seen() }).click();
  await expect(section.getByRole('table')).toHaveCount(0);
  await kept.uncheck();
  expect(await storedVisits(page)).toEqual([]);

  await kept.check();
  expect(await storedVisits(page)).toHaveLength(1);
  await follow(page, '/confidentialite');
  await expect(page.locator('main')).toContainText(m.privacy_now_choices({ count: 1, shown: '1' }));
  await page.getByRole('button', { name: m.privacy_erase() }).click();
  await expect.poll(() => storedVisits(page)).toEqual([]);
});
