// What a visitor downloads, compressed, until a page and its map are at rest: before the database is asked for.
import type { Page } from '@playwright/test';
import { watchLoading } from './loading-marks.ts';
import { TEXT_PAGES } from '../../scripts/site/chunks.mjs';
import { openSites, type Site } from '../built-site.ts';
import { inTurn, measuredInTurn } from '../comparison.ts';
import type { Bench, Measurement } from '../measurement.ts';

const ROUTES = ['', 'ecoles', ...TEXT_PAGES];
const BUDGET_KB = 750;
const REST_MS = 1500;

export interface Download {
  path: string;
  bytes: number;
  start: number;
}

/** Every file that the page asked for, oldest first. */
export async function downloads(page: Page): Promise<Download[]> {
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
export const kb = (files: readonly Download[]) => files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

/** Files that a visitor downloads before the database is asked for. */
async function visit({ address, newVisitor }: Site, route: string): Promise<Download[]> {
  const visitor = await newVisitor();
  const page = await visitor.newPage();
  const marks = await watchLoading(page, { active: false });
  await page.goto(address + route);
  await marks.until('ready');
  const mapped = (await page.locator('[data-map-state]').count()) > 0;
  const rest = mapped ? await marks.until('map-stands') : Infinity;
  await page.waitForTimeout(REST_MS);
  const files = (await downloads(page)).filter(({ start }) => start <= rest);
  await visitor.close();
  return files;
}

export const run: Bench = async ({ progress, against }) => {
  const sites = await openSites(against);
  const measurements: Measurement[] = [];
  for (const route of ROUTES) {
    progress(`taille de /${route}`);
    const visits = await inTurn(sites, { rounds: 1, warmUp: 0 }, (site) => visit(site, route));
    const target = { at: 'median', most: BUDGET_KB } as const;
    measurements.push(measuredInTurn(`/${route} avant la base`, 'kB br', visits, kb, target));
    if (route !== '') continue;
    for (const [kind, pattern] of Object.entries(KINDS)) {
      const some = (files: readonly Download[]) => files.filter(({ path }) => pattern.test(path));
      const name = `  dont ${kind} (${some(visits.current[0] ?? []).length})`;
      measurements.push(measuredInTurn(name, 'kB br', visits, (files) => kb(some(files))));
    }
  }
  return measurements;
};
