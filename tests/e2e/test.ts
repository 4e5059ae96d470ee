// Tests of what does not concern the service worker: without one, a page does not fetch the whole site for later while it is tried.
// Searches that go on as long as they may find better end soon. Those of offline use, of the policy and of privacy take Playwright's own `test`.
import { test as plain } from '@playwright/test';

export { expect } from '@playwright/test';
export type { Locator, Page } from '@playwright/test';

/** Seconds: the first plans stand after one, what follows only betters them. */
const SEARCH = 4;

export const test = plain.extend<{ lighter: void }>({
  lighter: [
    async ({ context }, use) => {
      await context.addInitScript((seconds) => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
        Object.assign(globalThis, { maillageSearchSeconds: seconds });
      }, SEARCH);
      await use();
      // What a test answers in place of the server may still be on its way when the test ends.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true }
  ]
});
