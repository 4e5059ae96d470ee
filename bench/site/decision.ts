// A decision that goes from page to page: from the press to the last change of the figures of the page that opens.
import type { Page } from '@playwright/test';
import { openSites, type Site } from '../built-site.ts';
import { inTurn, measuredInTurn } from '../comparison.ts';
import type { Bench, Measurement } from '../measurement.ts';
import { pageOf } from '../../src/lib/pages/register.ts';

const ROUNDS = 3;
const ROUNDS_IN_TURN = 5;
/** Searches that go on as long as they may find better end after as many seconds, in each build. */
const SEARCH_SECONDS = 2;
/** A page without a change for so long, and without a computation under way, has its figures. */
const STILL_MS = 2500;
const PATIENCE_MS = 120_000;

const TAKE = /^Prendre celle-ci/;

/** Follows a link of the site. @returns milliseconds from the press to the last change of the texts of the page */
const follow = (page: Page, address: string): Promise<number> =>
  page.evaluate(
    async ([href, still, patience]) => {
      const link = Object.assign(document.createElement('a'), { href });
      document.body.append(link);
      const start = performance.now();
      let [last, text] = [start, ''];
      const observer = new MutationObserver(() => {
        const now = document.querySelector('main')?.innerText ?? '';
        if (now !== text) [last, text] = [performance.now(), now];
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      link.click();
      link.remove();
      const isComputing = () =>
        [...document.querySelectorAll('main progress, main [aria-busy="true"]')].some((one) =>
          one.checkVisibility()
        );
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const now = performance.now();
        if (isComputing()) last = Math.max(last, now);
        if (now - last > still || now - start > patience) break;
      }
      observer.disconnect();
      return last - start;
    },
    [address, STILL_MS, PATIENCE_MS] as const
  );

interface Times {
  cards: number;
  travel: number;
  today: number;
  week: number;
  /** Seen a second time in the tab. */
  again: number;
}

/** In one tab: Répartition and its cards, one taken, Déplacements, Aujourd'hui, Semaine. */
async function journey({ address, newVisitor }: Site): Promise<Times> {
  const visitor = await newVisitor();
  await visitor.addInitScript((seconds) => {
    Object.assign(globalThis, { maillageSearchSeconds: seconds });
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  }, SEARCH_SECONDS);
  const page = await visitor.newPage();
  const path = (feature: Parameters<typeof pageOf>[0]) => `${pageOf(feature).path.slice(1)}/`;
  await page.goto(address + path('demand'));
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  const to = (feature: Parameters<typeof path>[0]) => follow(page, address + path(feature));
  const cards = await to('sectors');
  await page.getByRole('button', { name: TAKE }).first().click();
  const travel = await to('travel');
  await to('sectors');
  const today = await to('today');
  const week = await to('week');
  await to('sectors');
  const again = await to('week');
  await visitor.close();
  return { cards, travel, today, week, again };
}

export const run: Bench = async ({ progress, against }) => {
  const sites = await openSites(against);
  const rounds = against === null ? ROUNDS : ROUNDS_IN_TURN;
  const times = await inTurn(sites, { rounds, warmUp: 0 }, (site, round) => {
    progress(`passage ${round + 1} sur ${rounds}`);
    return journey(site);
  });
  const time = (name: string, key: keyof Times): Measurement =>
    measuredInTurn(name, 'ms', times, (one) => one[key]);
  return [
    time('Répartition et ses cartes', 'cards'),
    time('une carte prise, vers Déplacements', 'travel'),
    time('Aujourd’hui après Répartition', 'today'),
    time('Semaine, la première fois', 'week'),
    time('Semaine, revue après Répartition', 'again')
  ];
};
