// Shared gestures of the browser tests: open a page and wait until it answers.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { m } from './messages.ts';
import type { PageRecord } from '../../src/lib/pages/record.ts';
import { PAGES } from '../../src/lib/pages/register.ts';
import { routesOf } from '../../scripts/reading/views.ts';

export { routesOf };
export const ROUTES: readonly string[] = routesOf(() => true);
/** Pages whose map stands at first sight. */
export const mapped = (route: string): boolean =>
  PAGES.some((page: PageRecord) => page.map && page.path === `/${route.split('?')[0]}`);
/** A map in the frame of another page: without header, footer nor keyboard help. */
export const FRAMED = 'carte';

/** Opens a page of the site and waits until its scripts have taken over. */
export async function open(page: Page, path = ''): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true');
}

/**
 * Workers of these addresses never answer, and take nothing from the rest. To be called before the page is opened. No request is stopped for it:
 * where some are, the browser stands still once in twenty pages that compute.
 */
export const withoutWorkers = (page: Page, never: RegExp): Promise<unknown> =>
  page.addInitScript((source) => {
    globalThis.Worker = new Proxy(Worker, {
      construct(real, args: ConstructorParameters<typeof Worker>, made) {
        if (!new RegExp(source).test(String(args[0]))) return Reflect.construct(real, args, made) as Worker;
        return Object.assign(new EventTarget(), { postMessage: () => undefined, terminate: () => undefined });
      }
    });
  }, never.source);

/** For what does not concern the database: it is long in coming, as on a slow line. */
export async function withoutDatabase({ page }: { page: Page }): Promise<void> {
  await withoutWorkers(page, /duckdb/);
}

/** One of what is done with a page, at the same place on all of them. */
export const pageAction = (
  page: Page,
  name: 'Partager' | 'Imprimer' | 'Projeter' | 'Exporter'
): Promise<void> =>
  page.getByRole('group', { name: m.actions_group() }).getByRole('button', { name, exact: true }).click();

/** The file that a gesture saves. */
export async function saved(
  page: Page,
  gesture: () => Promise<void>
): Promise<{ name: string; bytes: Buffer; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), gesture()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** Sheets of the page on paper. */
export const sheets = async (page: Page): Promise<number> =>
  (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** Counts the prints in place of the browser's own. */
export async function countPrints(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = Object.assign(window, { prints: 0 });
    counted.print = () => void (counted.prints += 1);
  });
  return () => page.evaluate(() => (window as { prints?: number }).prints ?? 0);
}

/** What comes next is another choice for Back: those within a second of each other are one (`session/address-sync`). */
export const anotherChoice = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 1000;
  });

/** Pixels that the page needs beyond its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Follows a link of the site, without loading the page again. */
export async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, address);
}

/** Waits until the map stands and answers: drawn before anyone moves it, live afterwards, or without its live map. */
export async function mapSettled(page: Page): Promise<void> {
  await page
    .locator(':is([data-map-state="drawn"], [data-map-state="live"], [data-map-state="failed"])')
    .first()
    .waitFor({ timeout: 30_000 });
}

/** Wakes the live map, by a button that leaves it where it stands, and waits until it has taken the drawing's place; or says that it cannot. */
export async function liveMap(page: Page): Promise<void> {
  await mapSettled(page);
  await page
    .getByRole('button', { name: /^(Voir tout le territoire|Show the whole territory)$/ })
    .first()
    .click();
  await page
    .locator(':is([data-map-state="live"], [data-map-state="failed"])')
    .first()
    .waitFor({ timeout: 60_000 });
}

/** What follows a change of size has been drawn. */
export const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** The card of a key figure. */
export function figure(page: Page, label: string): Locator {
  return page.locator('.card').filter({ has: page.locator('dt', { hasText: new RegExp(`^${label}`) }) });
}

/** Stands for whatever fills a blank of a message. */
export const ANY = '\u0001';
/** A control whose message has blanks: `like(m.sectors_lock({ post: ANY }))`. */
export const like = (message: string): RegExp =>
  new RegExp(
    `^${message
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(ANY, '.+')
      .replace(/\s+/g, '\\s+')}$`
  );

/** Takes one choice of a group shown side by side. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole('radio', { name: label, exact: true }).check();
}
