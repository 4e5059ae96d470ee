// From one page to another by the menu: from the press to the new page's first content, and to the frame that shows it.
import type { Page } from '@playwright/test';
import { openSite } from '../built-site.ts';
import { measured, type Bench, type Measurement } from '../measurement.ts';

const ROUNDS = 5;
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

export const run: Bench = async (progress) => {
  const { address, newVisitor } = await openSite();
  const visitor = await newVisitor();
  const page = await visitor.newPage();
  await page.goto(address);
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  const menu = page.locator('header nav.wide a');
  const paths = await menu.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  const changes = new Map<string, Change[]>(paths.map((path) => [path, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    progress(`tour ${round + 2} sur ${ROUNDS + 1}`);
    for (const path of [...paths.slice(1), ...paths.slice(0, 1)]) {
      const one = await change(page, path);
      // The first round fetches what each page needs.
      if (round >= 0) changes.get(path)?.push(one);
    }
  }
  await visitor.close();
  return [...changes].flatMap(([path, all]): Measurement[] => [
    measured(
      `vers ${path}`,
      'ms',
      all.map(({ dom }) => dom),
      { at: 'median', most: 100 }
    ),
    measured(
      '  image présentée',
      'ms',
      all.map(({ frame }) => frame)
    )
  ]);
};
