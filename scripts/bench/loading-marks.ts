// Marks left in a page while it loads, seen from outside: scripts in charge, map at rest, first answers.
import type { Page } from '@playwright/test';

export type LoadingMark = 'ready' | 'filter' | 'map-idle' | 'sql';

/** Runs in the page before its own scripts. `active`: also tries a filter, then asks a figure for its calculation. */
function watch(active: boolean): void {
  const mark = (name: LoadingMark) => {
    if (performance.getEntriesByName(name, 'mark').length === 0) performance.mark(name);
  };
  const has = (name: LoadingMark) => performance.getEntriesByName(name, 'mark').length > 0;
  const level = () => document.querySelector<HTMLElement>('.filters .segmented label:nth-child(3) input');
  const figures = () => document.querySelector('.figures')?.textContent ?? '';
  let before = '';
  new MutationObserver(() => {
    // So that the browser tells when it painted them: see `figuresPainted`.
    for (const value of document.querySelectorAll('.card .value:not([elementtiming])'))
      value.setAttribute('elementtiming', 'figure');
    if (active && has('ready') && !has('filter') && figures() !== before) mark('filter');
    if (!has('ready') && document.documentElement.dataset['ready'] === 'true') {
      mark('ready');
      before = figures();
      if (active) level()?.click();
    }
    if (!has('map-idle') && document.querySelector('[data-map-state="idle"]')) {
      mark('map-idle');
      if (active) document.querySelector<HTMLElement>('.figures .action button')?.click();
    }
    if (!has('sql') && /\d/.test(document.querySelector('.sheet-panel .answer')?.textContent ?? ''))
      mark('sql');
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Must be called before the page is opened. */
export async function watchLoading(page: Page, { active }: { active: boolean }): Promise<void> {
  await page.addInitScript(watch, active);
}

/** Milliseconds since the visit began; null when it did not happen. */
export function timeOf(page: Page, name: LoadingMark): Promise<number | null> {
  return page.evaluate((one) => performance.getEntriesByName(one, 'mark')[0]?.startTime ?? null, name);
}

/** Waits for a mark and tells its time. */
export async function awaitMark(page: Page, name: LoadingMark): Promise<number> {
  await page.waitForFunction((one) => performance.getEntriesByName(one, 'mark').length > 0, name, {
    timeout: 60_000,
    polling: 100
  });
  return (await timeOf(page, name)) ?? NaN;
}
