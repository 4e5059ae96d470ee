// What a visitor downloads, compressed, until a page and its map are at rest: before the database is asked for.
import type { Page } from '@playwright/test';
import { watchLoading } from './loading-marks.ts';
import { openSite } from '../built-site.ts';
import { measured, type Bench, type Measurement } from '../measurement.ts';

const ROUTES = ['', 'ecoles', 'methode', 'accessibilite', 'confidentialite'];
const BUDGET_KB = 750;
const REST_MS = 1500;

interface Download {
  path: string;
  bytes: number;
  start: number;
}

/** Every file that the page asked for, oldest first. */
async function downloads(page: Page): Promise<Download[]> {
  return page.evaluate(() =>
    [
      ...(performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]),
      ...(performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    ].map((entry) => ({
      path: new URL(entry.name).pathname,
      bytes: entry.encodedBodySize,
      start: entry.startTime
    }))
  );
}

const KINDS = { html: /(\/|\.html)$|^\/\w*$/, scripts: /\.m?js$/, styles: /\.css$/, fonts: /\.woff2$/ };
const kb = (files: readonly Download[]) => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

export const run: Bench = async (progress) => {
  const { address, newVisitor } = await openSite();
  const measurements: Measurement[] = [];
  for (const route of ROUTES) {
    progress(`taille de /${route}`);
    const visitor = await newVisitor();
    const page = await visitor.newPage();
    const marks = await watchLoading(page, { active: false });
    await page.goto(address + route);
    await marks.until('ready');
    const mapped = (await page.locator('[data-map-state]').count()) > 0;
    const rest = mapped ? await marks.until('map-idle') : Infinity;
    await page.waitForTimeout(REST_MS);
    const files = (await downloads(page)).filter(({ start }) => start <= rest);
    const target = { at: 'median', most: BUDGET_KB } as const;
    measurements.push(measured(`/${route} avant la base`, 'kB br', [kb(files)], target));
    if (route === '') {
      for (const [kind, pattern] of Object.entries(KINDS)) {
        const some = files.filter(({ path }) => pattern.test(path));
        measurements.push(measured(`  dont ${kind} (${some.length})`, 'kB br', [kb(some)]));
      }
    }
    await visitor.close();
  }
  return measurements;
};
