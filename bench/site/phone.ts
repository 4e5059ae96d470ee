// Each page on a phone with a slow line: its first content, its largest, its map, its bytes. Nothing is in cache. Any built site can stand
// beside this one: only the page's own marks of a map are looked for, and pages that the other has not are visited alone.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { ROOT } from '../../scripts/setup.mjs';
import { openSites, type Site } from '../built-site.ts';
import { inTurn, measuredInTurn, type Builds } from '../comparison.ts';
import { inWorks, measuredWork, quantile, type Bench, type Measurement } from '../measurement.ts';
import { standardWork } from '../standard-work.ts';
import { downloads, kb } from './sizes.ts';
import { throttle } from './throttling.ts';

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true
};
const SLOW = { cpu: 4, megabits: 1.6 };
const PATIENCE_MS = 60_000;
const LOOK_MS = 200;
/** Of each page; `PAGES=,ecoles` measures some, three times. */
const ROUNDS = 1;
const ROUNDS_OF_SOME = 3;

interface Marks {
  largest: number;
  map: number | null;
}

declare global {
  interface Window {
    phoneMarks: Marks;
  }
}

/** Milliseconds from the beginning of the visit, and kB. */
interface Visit {
  first: number;
  largest: number;
  /** null where the page has no map. */
  map: number | null;
  /** Until the map answers; where there is none, until the line is quiet. */
  bytes: number;
  work: number;
}

/** Runs in the page before its own scripts. */
function watch(): void {
  const marks: Marks = { largest: 0, map: null };
  window.phoneMarks = marks;
  new PerformanceObserver((list) => {
    marks.largest = list.getEntries().at(-1)!.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new MutationObserver((_, observer) => {
    if (!document.querySelector(':is([data-map-state="drawn"], [data-map-state="idle"])')) return;
    marks.map = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributeFilter: ['data-map-state'] });
}

async function mapAtRest(page: Page): Promise<number | null> {
  if ((await page.locator('[data-map-state]').count()) === 0) return null;
  const limit = performance.now() + PATIENCE_MS;
  while (performance.now() < limit) {
    const found = await page.evaluate(() => window.phoneMarks.map);
    if (found !== null) return found;
    await page.waitForTimeout(LOOK_MS);
  }
  return null;
}

/** A page of a site, at its address there. */
interface Visited {
  site: Site;
  at: string;
}

async function visit({ site: { address, newVisitor }, at }: Visited): Promise<Visit> {
  const visitor = await newVisitor(PHONE);
  try {
    const page = await visitor.newPage();
    await page.addInitScript(watch);
    await throttle(page, SLOW);
    await page.goto(address + at, { waitUntil: 'networkidle', timeout: PATIENCE_MS });
    const map = await mapAtRest(page);
    const files = await downloads(page);
    const { first, largest } = await page.evaluate(() => ({
      first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
      largest: window.phoneMarks.largest
    }));
    const until = map ?? Infinity;
    return {
      ...{ first, largest, map },
      bytes: kb(files.filter(({ start }) => start <= until)),
      work: await page.evaluate(standardWork)
    };
  } finally {
    await visitor.close();
  }
}

/**
 * Where a built site has a page: in a folder of its own or, in former builds, in a file of its name.
 * @param name `''` for the first page
 * @returns its address from the root of the site, without a redirection; null where the site has no such page
 */
export function addressIn(folder: string, name: string): string | null {
  if (existsSync(join(folder, name, 'index.html'))) return name && `${name}/`;
  return existsSync(join(folder, `${name}.html`)) ? name : null;
}

/** Pages of a built site, `''` first. */
function pagesOf(folder: string): string[] {
  const inside = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.html')));
  return ['', ...inside.sort()];
}

const FIGURES: readonly (readonly [string, string, (visit: Visit) => number | null])[] = [
  ['premier contenu', 's', ({ first }) => first / 1000],
  ['plus grand contenu', 's', ({ largest }) => largest / 1000],
  ['la carte répond', 's', ({ map }) => map && map / 1000],
  ['octets', 'kB br', ({ bytes }) => bytes]
];

function measurementsOf(path: string, visits: Builds<Visit[]>): Measurement[] {
  const work = quantile(
    visits.current.map((one) => one.work),
    0.5
  );
  return FIGURES.flatMap(([name, unit, figure]) => {
    if (visits.current.every((one) => figure(one) === null)) return [];
    return [inWorks(measuredInTurn(`/${path} : ${name}`, unit, visits, figure), work)];
  });
}

export const run: Bench = async ({ progress, against }) => {
  const sites = await openSites(against);
  const asked = process.env.PAGES?.split(',');
  const built = join(ROOT, 'build');
  const pages = asked ?? pagesOf(built);
  const rounds = asked ? ROUNDS_OF_SOME : ROUNDS;
  const measurements: Measurement[] = [];
  const works: number[] = [];
  for (const path of pages) {
    progress(`téléphone : /${path}`);
    const before = against === null ? null : addressIn(against, path);
    const visits = await inTurn<Visited, Visit>(
      {
        current: { site: sites.current, at: addressIn(built, path) ?? path },
        former: sites.former && before !== null ? { site: sites.former, at: before } : null
      },
      { rounds, warmUp: 0 },
      visit
    );
    works.push(...visits.current.map(({ work }) => work));
    measurements.push(...measurementsOf(path, visits));
  }
  return [...measurements, measuredWork('téléphone', works)];
};
