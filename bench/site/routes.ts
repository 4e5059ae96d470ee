// From one page to another by the menu: from the press to the new page's first content, and to the frame that shows it.
import type { Page } from '@playwright/test';
import { openSites, type Site } from '../built-site.ts';
import { inTurn, measuredInTurn, onEach } from '../comparison.ts';
import { inWorks, measuredWork, type Bench, type Measurement } from '../measurement.ts';
import { standardWork } from '../standard-work.ts';

const ROUNDS = 5;
const ROUNDS_IN_TURN = 10;
/** A page is at rest before the next is asked for, as under a reader's eyes. */
const REST_MS = 900;
/** Between the pointer's coming and its press: what a page needs is asked for then. */
const HOVER_MS = 200;

interface Change {
  /** Milliseconds from the press to the new title and the text beside it in the document. */
  dom: number;
  /** To the frame that shows them. */
  frame: number;
}

declare global {
  interface Window {
    routeChange: Promise<Change>;
  }
}

/** In the page: readies the next press. */
function arm(): void {
  const main = document.querySelector('main');
  const title = document.querySelector('main h1');
  window.routeChange = new Promise((resolve) => {
    const pressed = (event: MouseEvent) => {
      const start = event.timeStamp;
      new MutationObserver((_, observer) => {
        const now = document.querySelector('main h1');
        if (!now || now === title || !main || main.innerText.length < 200) return;
        observer.disconnect();
        const dom = performance.now() - start;
        const { port1, port2 } = new MessageChannel();
        // A message comes before the timers that the page set to begin its second part.
        port1.onmessage = () => resolve({ dom, frame: performance.now() - start });
        requestAnimationFrame(() => port2.postMessage(null));
      }).observe(document.body, { subtree: true, childList: true });
    };
    addEventListener('click', pressed, { capture: true, once: true });
  });
}

async function change(page: Page, path: string): Promise<Change> {
  await page.waitForTimeout(REST_MS);
  const link = page.locator(`header nav.wide a[href$="${path}"]`).first();
  await link.hover();
  await page.waitForTimeout(HOVER_MS);
  await page.evaluate(arm);
  await page.mouse.down();
  await page.mouse.up();
  return page.evaluate(() => window.routeChange);
}

interface Visitor {
  page: Page;
  /** Addresses of the menu, in its order. */
  paths: string[];
}

async function open({ address, newVisitor }: Site): Promise<Visitor> {
  const page = await (await newVisitor()).newPage();
  await page.goto(address);
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  const menu = page.locator('header nav.wide a');
  const paths = await menu.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  return { page, paths };
}

/** Every page of the menu once, back to the first. */
async function tour({ page, paths }: Visitor): Promise<Map<string, Change>> {
  const changes = new Map<string, Change>();
  for (const path of [...paths.slice(1), ...paths.slice(0, 1)]) changes.set(path, await change(page, path));
  return changes;
}

export const run: Bench = async ({ progress, against }) => {
  const sites = await openSites(against);
  const rounds = against === null ? ROUNDS : ROUNDS_IN_TURN;
  const visitors = await onEach(sites, open);
  // The first round fetches what each page needs.
  const tours = await inTurn(visitors, { rounds, warmUp: 1 }, (visitor, round) => {
    progress(`tour ${round + 2} sur ${rounds + 1}`);
    return tour(visitor);
  });
  const work = await visitors.current.page.evaluate(standardWork);
  await onEach(visitors, ({ page }) => page.context().close());
  const measurements = visitors.current.paths.flatMap((path): Measurement[] => {
    const time = (key: keyof Change) => (changes: Map<string, Change>) => changes.get(path)?.[key] ?? null;
    return [
      measuredInTurn(`vers ${path}`, 'ms', tours, time('dom'), { at: 'median', most: 100 }),
      measuredInTurn('  image présentée', 'ms', tours, time('frame'))
    ];
  });
  return [...measurements.map((one) => inWorks(one, work)), measuredWork('pages', [work])];
};
