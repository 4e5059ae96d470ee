// The views that are read: every page of the site, and what stands behind its choices.
import type { Page } from '@playwright/test';
import { PAGES } from '../../src/lib/pages/register.ts';

/** A portrait for those of its kind, and an atlas of two places. */
const EXAMPLES: Record<string, string> = {
  '/territoires/[code]': 'territoires/59014',
  '/territoires/atlas': 'territoires/atlas?codes=59014,59606'
};

/** Views of a page that its address opens. */
const BESIDE = [
  '?vue=ecoles',
  'bilan?vue=parcours',
  'bilan?vue=rapport',
  'bilan?vue=publique',
  'reunions?vue=semaine',
  'reunions?vue=equipes',
  'reunions?vue=date',
  'reunions?vue=ordre-du-jour',
  'reunions?vue=changements',
  'reunions?vue=plans'
];

/** Addresses under the site's base. */
export const VIEWS: readonly string[] = [
  ...PAGES.map(({ path }) => EXAMPLES[path] ?? path.slice(1)),
  ...BESIDE
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
