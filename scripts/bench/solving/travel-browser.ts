// The same matrix where users compute it: in a worker of Chromium, from the graph file that Node wrote.
import { chromium as driver } from '@playwright/test';
import type { MatrixAnswer } from './travel-page/matrix.worker.ts';
import { serveTravelSite } from './travel-page-server.ts';
import type { Place } from '../../../src/lib/engines/travel/port.ts';
import { chromium } from '../../setup.mjs';

/** Seconds of each cell and milliseconds of each run. */
export async function matrixInChromium(
  graph: Uint8Array,
  points: Place[],
  runs: number
): Promise<Pick<MatrixAnswer, 'seconds' | 'times'>> {
  const site = await serveTravelSite({ 'graph.bin': graph });
  const browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(site.address);
    await page.waitForFunction(() => 'matrixInWorker' in window);
    return await page.evaluate((request) => window.matrixInWorker(request), {
      ...{ graph: 'graph.bin', points, runs }
    });
  } finally {
    await browser.close();
    site.forget();
  }
}
