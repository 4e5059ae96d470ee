// What the security policy of the site refused while a page ran.
import type { Page } from '@playwright/test';

/** Violations in pages and workers: the event of the page, and what the browser writes for every thread. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.exposeFunction('policyRefused', (what: string) => found.push(what));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      void (window as unknown as { policyRefused: (what: string) => void }).policyRefused(
        `${effectiveDirective} ${blockedURI} ${sample}`
      );
    });
  });
  page.context().on('console', (message) => {
    if (/content security policy/i.test(message.text())) found.push(message.text());
  });
  return found;
}
