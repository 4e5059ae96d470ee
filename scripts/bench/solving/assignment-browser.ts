// The splits where users solve them: in a worker of Chromium.
import { chromium as driver } from '@playwright/test';
import { chromium } from '../../setup.mjs';
import { inventedSplit, type SplitShape } from '../invented-split.ts';
import { servePage } from '../page-server.ts';
import { measured, type Measurement, type Target } from '../measurement.ts';
import type { SplitTimes } from './assignment-page/split.worker.ts';

export interface BrowserSplit extends Omit<SplitShape, 'coordinators'> {
  coordinators?: readonly string[];
  median: number;
  worst?: number;
}

const atMost = (most: number): Target => ({ at: 'median', most });

export async function splitsInChromium(
  shapes: readonly BrowserSplit[],
  seeds: readonly number[],
  seconds: number,
  progress: (line: string) => void
): Promise<Measurement[]> {
  const site = await servePage('solving/assignment-page', {});
  const browser = await driver.launch({ executablePath: chromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(site.address);
    await page.waitForFunction(() => 'splitInWorker' in window);
    const run = (shape: SplitShape, seed: number, coordinators: readonly string[]): Promise<SplitTimes> =>
      page.evaluate((one) => window.splitInWorker(one), {
        ...{ file: inventedSplit(seed, shape), seconds, coordinators }
      });
    await run({ units: 26, referents: 6, tolerance: 0.2 }, 9, []);
    const measurements: Measurement[] = [];
    for (const { coordinators = [], median, worst, ...shape } of shapes) {
      const teams = coordinators.length > 0 ? `, ${coordinators.length} coordinations` : '';
      const label = `Chromium : ${shape.units} unités, ${shape.referents} référents${teams}`;
      const found: SplitTimes[] = [];
      for (const seed of seeds) {
        const one = await run(shape, seed, coordinators);
        progress(`${label}, graine ${seed} : ${one.status} en ${one.proof.toFixed(2)} s`);
        found.push(one);
      }
      const proofs = found.map(({ proof }) => proof);
      const unproven = found.filter(({ status }) => status !== 'optimal').length;
      measurements.push(
        measured(`${label} : preuve`, 's', proofs, atMost(median)),
        ...(worst === undefined ? [] : [measured(`${label} : preuve, la pire`, 's', [Math.max(...proofs)], atMost(worst))]), // prettier-ignore
        ...(teams === '' ? [measured(`${label} : plan rapide`, 'ms', found.map(({ quick }) => quick), atMost(100))] : []), // prettier-ignore
        measured(`${label} : sans preuve en ${seconds} s`, '', [unproven])
      );
    }
    return measurements;
  } finally {
    await browser.close();
    site.forget();
  }
}
