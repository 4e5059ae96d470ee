// Tests of what does not concern the service worker: without one, a page does not fetch the whole site for later while it is tried.
// Those of offline use, of the policy and of privacy take Playwright's own `test`.
import { test as plain } from '@playwright/test';

export { expect } from '@playwright/test';
export type { Locator, Page } from '@playwright/test';

export const test = plain.extend<{ withoutServiceWorker: void }>({
  withoutServiceWorker: [
    async ({ context }, use) => {
      await context.addInitScript(() => {
        delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
      });
      await use();
    },
    { auto: true }
  ]
});
