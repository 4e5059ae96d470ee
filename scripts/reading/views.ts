// The views that are read: every page of the site, and what stands behind its choices.
import type { Page } from '@playwright/test';
import type { PageRecord } from '../../src/lib/pages/record.ts';
import { PAGES, secondView } from '../../src/lib/pages/register.ts';

/** A portrait stands for those of its kind. */
const EXAMPLE = '59014';
/** An atlas of two places: with sixty, it is read for a minute. */
const addressOf = (path: string): string => {
  const address = path.slice(1).replace(/\[\w+\]/, EXAMPLE);
  return address.endsWith('/atlas') ? `${address}?codes=${EXAMPLE},59606` : address;
};

/** Addresses of pages of the register, without their first slash; of a page that has a second view, both. */
export const routesOf = (which: (page: PageRecord) => boolean): string[] =>
  (PAGES as readonly PageRecord[])
    .filter(which)
    .flatMap((page) => [page, ...secondView(page)])
    .map(({ path }) => addressOf(path));

/** Views that the address of a page opens, by its feature. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  report: ['?vue=parcours', '?vue=rapport', '?vue=publique'],
  meetings: ['?vue=equipes', '?vue=date', '?vue=ordre-du-jour', '?vue=changements', '?vue=plans']
};

/** Addresses under the site's base. */
export const VIEWS: readonly string[] = [
  ...routesOf(() => true),
  ...Object.entries(BESIDE).flatMap(([name, views]) =>
    routesOf(({ feature }) => feature === name).flatMap((route) => views.map((view) => route + view))
  )
];

/** Waits until the scripts have taken over, and until what the page computes at once, or gives up, stands. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
  await page
    .waitForFunction(
      () => !document.querySelector('main progress, main [role="progressbar"], main [aria-busy="true"]'),
      null,
      { timeout: 15_000 }
    )
    .catch(() => undefined);
}

/** Opens what is folded, so that all of the page is read. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  // What a fold holds may be made when it opens.
  await page.waitForTimeout(500);
}
