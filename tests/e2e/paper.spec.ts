// A printed page has 12 characters in its foot; Données says whether a page still prints the same.
import { MARKED_FEATURES } from '../../src/lib/session/kit/paper-mark';
import { m } from './messages';
import { open, routesOf, withoutDatabase } from './page';
import { countWork, quiet } from './quiet';
import { expect, test, type Page } from './test';

test.beforeEach(withoutDatabase);
test.beforeEach(({ page }) => countWork(page));

const [DATA = ''] = routesOf(({ feature }) => feature === 'data');

/** The mark and the address that the foot of a printed page says. */
async function printed(page: Page): Promise<{ mark: string; address: string }> {
  const foot = page.locator('[data-paper-mark]:not([data-paper-mark=""])').locator('visible=true').first();
  await page.emulateMedia({ media: 'print' });
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(foot).toBeVisible({ timeout: 500 });
  }).toPass();
  const mark = (await foot.getAttribute('data-paper-mark')) ?? '';
  await expect(foot).toContainText(mark);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  const { pathname, search } = new URL(page.url());
  return { mark, address: pathname + search };
}

async function check(page: Page, { mark, address }: { mark: string; address: string }) {
  await open(page, DATA);
  await page.getByLabel(m.data_paper_mark()).fill(mark.toLowerCase());
  await page.getByLabel(m.data_paper_address()).fill(address);
  await page.getByRole('button', { name: m.data_paper_compare() }).click();
}

const MARKED = routesOf(({ feature }) => MARKED_FEATURES.includes(feature));

for (const path of MARKED)
  test(`a paper of /${path} is the same when checked`, async ({ page }) => {
    await open(page, path);
    await quiet(page);
    const paper = await printed(page);
    await check(page, paper);
    await expect(page.locator('[data-paper-verdict]')).toHaveText(m.shell_paper_same({ mark: paper.mark }));
  });

test('the first print of a page bears its mark, which Données finds the same', async ({ page }) => {
  const foot = page.locator('footer [data-paper-mark]');
  let wait = 1000;
  await expect(async () => {
    await open(page, '');
    await quiet(page);
    await page.waitForTimeout((wait *= 2));
    await page.emulateMedia({ media: null });
    await page.pdf();
    await expect(foot).toHaveAttribute('data-paper-mark', /^(\w{4}-){2}\w{4}$/, { timeout: 1 });
  }).toPass({ timeout: 60_000 });
  const mark = (await foot.getAttribute('data-paper-mark')) ?? '';
  await check(page, { mark, address: new URL(page.url()).pathname });
  await expect(page.locator('[data-paper-verdict]')).toHaveText(m.shell_paper_same({ mark }));
});

test('a paper of Couverture is another with one character or one filter changed', async ({ page }) => {
  await open(page, '');
  await quiet(page);
  const paper = await printed(page);
  const { mark } = paper;
  const verdict = page.locator('[data-paper-verdict]');
  await check(page, { ...paper, mark: `${mark[0] === 'A' ? 'B' : 'A'}${mark.slice(1)}` });
  await expect(verdict).toHaveText(m.shell_paper_other());
  await check(page, { ...paper, address: `${paper.address}?niveau=elementaire` });
  await expect(verdict).toHaveText(m.shell_paper_other());
  // What is no address opens nothing, and its field says what is asked.
  await check(page, { ...paper, address: 'le papier de mardi' });
  await expect(page.getByLabel(m.data_paper_address())).toHaveJSProperty('validity.valid', false);
  await expect(verdict).toHaveCount(0);
});
