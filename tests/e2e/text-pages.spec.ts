// Pages of words: their HTML is all that is read, and their code comes when something of them is used. Nothing is lost for it.
import type { Page } from '@playwright/test';
import { m } from './messages.ts';
import { expect, test } from './test.ts';
import { follow, open, routesOf, withoutDatabase } from './page.ts';
import { countWork, quiet } from './quiet.ts';

test.beforeEach(withoutDatabase);

/** Scripts and tables that the page asks for from now on. */
function askedFor(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/\.js$|dashboard\.json$/.test(pathname)) asked.push(pathname.split('/').at(-1) ?? '');
  });
  return asked;
}
/** Pages of words, by how their address begins. */
const TEXTS = routesOf(({ feature }) => feature === 'info');
const at = (start: string): string => TEXTS.find((path) => path.startsWith(start)) ?? '';
const [METHOD, PLAN, ACCESS] = [at('met'), at('pl'), at('acc')];
const fold = (page: Page, id: string) => page.locator(`details#${id}`);

test('a page that is only read asks for none of its code, nor for the whole dashboard', async ({ page }) => {
  await countWork(page);
  for (const path of [METHOD, PLAN, ACCESS]) {
    await open(page, path);
    const asked = askedFor(page);
    await quiet(page);
    expect(asked, path).toEqual([]);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a part of Méthode opens by mouse, by key and by address, stays open once its code is there, and closes', async ({
  page
}) => {
  await countWork(page);
  await open(page, METHOD);
  const asked = askedFor(page);
  await fold(page, 'protection').locator('> summary').click();
  await expect(fold(page, 'protection')).toHaveAttribute('open', '');
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await quiet(page);
  await expect(fold(page, 'protection')).toHaveAttribute('open', '');
  await expect(fold(page, 'protection').getByRole('table').first()).toBeVisible();
  await fold(page, 'protection').locator('> summary').click();
  await expect(fold(page, 'protection')).not.toHaveAttribute('open', '');

  await open(page, METHOD);
  await fold(page, 'sources').locator('> summary').focus();
  await page.keyboard.press('Enter');
  await expect(fold(page, 'sources')).toHaveAttribute('open', '');

  await open(page, PLAN);
  await page.goto(`${METHOD}#sources`);
  await expect(fold(page, 'sources')).toHaveAttribute('open', '');
  await expect(fold(page, 'sources').locator('> summary')).toBeInViewport();
  await page.getByRole('navigation', { name: 'Dans cette page' }).getByRole('link').nth(1).click();
  await expect(fold(page, 'protection')).toHaveAttribute('open', '');
});

test('from a page of words, other pages have their figures, and so has Méthode once it is used', async ({
  page
}) => {
  await countWork(page);
  await open(page);
  const followed = await page.locator('.card', { hasText: /^Écoles suivies/ }).innerText();
  await open(page, ACCESS);
  await follow(page, './../');
  await expect(page.locator('.card', { hasText: /^Écoles suivies/ })).toHaveText(followed, {
    useInnerText: true
  });

  await open(page, METHOD);
  const written = await page.locator('#hypotheses').evaluate((element) => element.textContent);
  await fold(page, 'hypotheses').locator('> summary').click();
  await quiet(page);
  expect(await page.locator('#hypotheses').evaluate((element) => element.textContent)).toBe(written);
  await open(page, PLAN);
  await follow(page, `./../${METHOD}/`);
  await expect(page.locator('#hypotheses')).toHaveText(written ?? '');
});

test('a page of words turns to English and back, whatever was asked for before', async ({ page }) => {
  await open(page, METHOD);
  const french = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(french);
  await open(page, METHOD);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(french);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(french);
});

test('the foot leads to the legal notice: each part is there, said to be fictitious in the demonstration; counts have their threshold', async ({
  page
}) => {
  await open(page, METHOD);
  await page.locator('[data-page-foot]').getByRole('link', { name: m.shell_footer_privacy() }).click();
  const notice = page.locator('#mentions');
  await expect(notice).toContainText(m.legal_demonstration());
  await expect(notice.locator('dt')).toHaveCount(5);
  await expect(notice).not.toContainText(m.legal_absent());
  await expect(page.locator('#enfants')).toContainText(/au moins 11 enfants/);
});
