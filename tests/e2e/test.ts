// Tests of what does not concern the service worker: without one, a page does not fetch the whole site for later while it is tried.
// Searches that go on as long as they may find better end soon. Those of offline use, of the policy and of privacy take the `test` of `frames`.
import { test as plain } from './frames.ts';

export { expect } from '@playwright/test';
export type { Locator, Page } from '@playwright/test';

export const test = plain.extend<{ searchSeconds: number; today: string | null; lighter: void }>({
  /** The first plans stand after one second of search, what follows only betters them. */
  searchSeconds: [4, { option: true }],
  /** ISO date of the day on which the pages are opened; null for that of the machine. */
  today: [null, { option: true }],
  lighter: [
    async ({ context, searchSeconds, today }, use) => {
      await context.addInitScript(
        ([seconds, day]) => {
          delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
          Object.assign(
            globalThis,
            { maillageSearchSeconds: seconds },
            day !== null && { maillageToday: day }
          );
        },
        [searchSeconds, today] as const
      );
      await use();
      // What a test answers in place of the server may still be on its way when the test ends.
      for (const page of context.pages()) await page.unrouteAll({ behavior: 'ignoreErrors' });
    },
    { auto: true }
  ]
});
