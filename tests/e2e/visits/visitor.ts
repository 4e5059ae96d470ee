// Who visits: a reader on a desk, whose every request is seen, and who keeps nothing for later.
import { test as plain, type BrowserContext } from '@playwright/test';
import { triedAgainOnlyWithoutFrames } from '../frames.ts';
import { withoutWorkers } from '../page.ts';
import { violations } from '../policy.ts';
import { countWork, DATABASE } from '../quiet.ts';
import { keptOf, startWatch, type Watch } from '../watch.ts';
import { DESK } from './read-page.ts';
import type { Traffic } from './record.ts';

/** Seconds of a search that goes on as long as it may find better: what stands first is what is read. */
const SEARCH = 1;

export const test = plain.extend<
  { traffic: () => Promise<Traffic>; never: RegExp },
  { watch: Watch; visitor: BrowserContext }
>({
  /** Addresses of what never comes, as on a slow line, and takes nothing from the rest. */
  never: [DATABASE, { option: true }],
  watch: [
    // Playwright reads which fixtures it takes: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const watch = await startWatch();
      await use(watch);
      await watch.close();
    },
    { scope: 'worker' }
  ],
  // One for all visits of a worker: the site's files are fetched, and its scripts compiled, once.
  visitor: [
    async ({ browser, watch }, use) => {
      const context = await browser.newContext({
        ...watch.options,
        baseURL: watch.address,
        viewport: DESK,
        reducedMotion: 'reduce',
        colorScheme: 'light'
      });
      await context.addInitScript((seconds) => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
        Object.assign(globalThis, { maillageSearchSeconds: seconds });
      }, SEARCH);
      await use(context);
      await context.close();
    },
    { scope: 'worker' }
  ],
  page: async ({ visitor, never }, use, info) => {
    const page = await visitor.newPage();
    await withoutWorkers(page, never);
    await countWork(page, never);
    await triedAgainOnlyWithoutFrames(
      info,
      () => [page],
      () => use(page)
    );
    await page.close();
  },
  traffic: async ({ page, watch, visitor }, use) => {
    const [errors, requests] = [[] as string[], [] as string[]];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('request', (request) => requests.push(request.url()));
    const refused = await violations(page);
    watch.strangers.length = 0;
    await use(async () => ({
      errors: [...errors],
      requests: requests.map((url) => url.replace(watch.address, '')),
      refused: [...refused],
      strangers: [...watch.strangers],
      kept: await keptOf(page, visitor)
    }));
  }
});
