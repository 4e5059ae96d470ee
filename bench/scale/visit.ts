// A first visit of a territory's site in a browser of its own: bytes, times, filters in a row, memory.
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from '@playwright/test';
import { aloneInBrowser } from '../built-site.ts';
import { quantile } from '../measurement.ts';
import { descendantPeak } from '../processes.ts';
import { figuresPainted } from '../site/loading.ts';
import { watchLoading } from '../site/loading-marks.ts';
import { downloads, kb } from '../site/sizes.ts';
import { standardWork } from '../standard-work.ts';

const WINDOW_OPENS_MS = 1500;
const FILTERS = 21;
const PATIENCE_MS = 120_000;
const MEGABYTE = 1024 * 1024;

export interface Visit {
  /** kB, compressed, until the map answers; of them the page itself. */
  bytes: number;
  page: number;
  /** Milliseconds from the beginning. */
  painted: number;
  filter: number;
  map: number;
  sql: number;
  /** Elements of the drawn map. */
  elements: number;
  /** Milliseconds from the first gesture on a drawn map to a live one at rest; null where it was live already. */
  live: number | null;
  /** Milliseconds of the median filter: to the figures, and to the frame that shows the map. */
  figures: number;
  screen: number;
  /** Megabytes: what the page's own objects take, and the highest of the largest process. */
  heap: number;
  peak: number;
  /** One standard work in the page, milliseconds. */
  work: number;
}

/** Runs in the page: the next level of the filter, `turns` times. */
async function filtersInARow(turns: number): Promise<{ figures: number; screen: number }[]> {
  const level = document.querySelector<HTMLSelectElement>('.filters select:has([value="elementaire"])')!;
  const figures = document.querySelector('.figures')!;
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const times: { figures: number; screen: number }[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const changed = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(figures, { subtree: true, childList: true, characterData: true });
    });
    const start = performance.now();
    level.selectedIndex = (level.selectedIndex + 1) % level.length;
    level.dispatchEvent(new Event('change', { bubbles: true }));
    await changed;
    const told = performance.now() - start;
    // The map is coloured in a task of its own: the second frame shows it.
    await frame();
    await frame();
    times.push({ figures: told, screen: performance.now() - start });
  }
  return times;
}

/** A gesture wakes a map that is drawn only. @returns milliseconds to the live map at rest; null where it is live already */
async function liveMap(page: Page): Promise<number | null> {
  const map = page.locator('[data-map-state]').first();
  const canvas = map.locator('canvas').first();
  if ((await canvas.count()) > 0) return null;
  // The calculation that was asked for is closed: nothing stands before the map.
  await page.keyboard.press('Escape');
  const whole = page.locator('.scene-map .whole').first();
  await whole.hover();
  const began = performance.now();
  await whole.click();
  await canvas.waitFor({ state: 'attached', timeout: PATIENCE_MS });
  await page
    .locator(':is([data-map-state="live"], [data-map-state="idle"])')
    .first()
    .waitFor({ timeout: PATIENCE_MS });
  return performance.now() - began;
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
}

async function visitIn(visitor: BrowserContext, pid: number, address: string): Promise<Visit> {
  const page = await visitor.newPage();
  const marks = await watchLoading(page, { active: true });
  await wait(WINDOW_OPENS_MS);
  await page.goto(address, { waitUntil: 'commit' });
  const map = await marks.until('map-stands');
  const painted = await figuresPainted(page);
  const sql = await marks.until('sql');
  const filter = await marks.until('filter');
  const files = (await downloads(page)).filter(({ start }) => start <= map);
  const elements = await page.locator('[data-map-state] svg *').count();
  const times = await page.evaluate(filtersInARow, FILTERS);
  const middle = (of: (time: (typeof times)[number]) => number) => quantile(times.slice(1).map(of), 0.5);
  const live = await liveMap(page);
  return {
    ...{ painted, filter, map, sql, elements, live },
    bytes: kb(files),
    page: kb(files.slice(0, 1)),
    figures: middle(({ figures }) => figures),
    screen: middle(({ screen }) => screen),
    heap: await heapOf(page),
    peak: descendantPeak(pid),
    work: await page.evaluate(standardWork)
  };
}

/** @param address of the site */
export const visitAlone = (address: string): Promise<Visit> =>
  aloneInBrowser((visitor, pid) => visitIn(visitor, pid, address));
