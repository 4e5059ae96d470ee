// The pages that say what to ask for, under each number of posts that may be decided, from nought to one and a half, and none.
import { expect, type Page } from '@playwright/test';
import { pageAddress } from '../../../src/lib/model/page-address.ts';
import { m } from '../messages.ts';
import { follow } from '../page.ts';
import { openQuiet, quiet } from '../quiet.ts';
import { DECIDED_POSTS, OF_POSTS, pathOf } from './addresses.ts';
import { readTexts } from './read-page.ts';
import { keep } from './record.ts';
import { test } from './visitor.ts';

// The three répartitions are another question, and long.
test.use({ never: /duckdb|cards\.worker/ });

async function go(page: Page, address: string): Promise<void> {
  await follow(page, address);
  await page.waitForURL(({ pathname, search }) => pathname + search === address);
  await quiet(page);
}

test('the pages are visited with each number of posts decided in turn, in one visit', async ({ page }) => {
  await openQuiet(page, '');
  for (const posts of DECIDED_POSTS) {
    if (posts !== 'none') await go(page, `${pageAddress(pathOf('demand'))}?postes=${posts}`);
    for (const address of OF_POSTS) {
      await follow(page, pageAddress(address));
      await page.waitForURL(({ pathname }) => pathname === pageAddress(address));
      await quiet(page);
      await expect(page.getByText(m.today_loads_pending())).toHaveCount(0, { timeout: 60_000 });
      await quiet(page);
      keep(`decided-${posts}`, address, await readTexts(page));
    }
  }
});
