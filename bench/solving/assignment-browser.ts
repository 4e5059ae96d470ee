// The splits where users solve them: in a worker of Chromium.
import { syntheticProblem, type SplitShape } from '../../tests/fixtures/synthetic/assignment-problem.ts';
import {
  inWorks,
  measured,
  measuredWork,
  quantile,
  type Measurement,
  type Target,
  type Progress
} from '../measurement.ts';
import type { SplitTimes } from './page/split.worker.ts';
import { onWorkerPage } from './worker-page.ts';

export interface BrowserSplit extends Omit<SplitShape, 'coordinators'> {
  coordinators?: readonly string[];
  /** Seconds to the proof: median, worst. */
  median: number;
  worst?: number;
}

const atMost = (most: number): Target => ({ at: 'median', most });

function measurementsOf(
  label: string,
  { coordinators = [], median, worst }: BrowserSplit,
  found: readonly SplitTimes[],
  seconds: number
): Measurement[] {
  const proofs = found.map(({ proof }) => proof);
  const works = found.map(({ work }) => work);
  const measurements = [measured(`${label} : preuve`, 's', proofs, atMost(median))];
  if (worst !== undefined)
    measurements.push(measured(`${label} : preuve, la pire`, 's', [Math.max(...proofs)], atMost(worst)));
  if (coordinators.length === 0) {
    const quick = found.map((one) => one.quick);
    measurements.push(measured(`${label} : plan rapide`, 'ms', quick, atMost(100)));
  }
  const unproven = found.filter(({ status }) => status !== 'optimal').length;
  return [
    ...measurements.map((one) => inWorks(one, quantile(works, 0.5))),
    measured(`${label} : sans preuve en ${seconds} s`, '', [unproven]),
    measuredWork(label, works)
  ];
}

/** @param seconds limit of each solve */
export function splitsInChromium(
  shapes: readonly BrowserSplit[],
  seeds: readonly number[],
  seconds: number,
  progress: Progress
): Promise<Measurement[]> {
  return onWorkerPage({}, async (page) => {
    const run = (shape: SplitShape, seed: number, coordinators: readonly string[]): Promise<SplitTimes> =>
      page.evaluate((one) => window.splitInWorker(one), {
        file: syntheticProblem(seed, shape),
        seconds,
        coordinators
      });
    // The worker boots its solver and the browser compiles the code.
    await run({ units: 26, referents: 6, tolerance: 0.2 }, 9, []);
    const measurements: Measurement[] = [];
    for (const one of shapes) {
      const { coordinators = [], ...shape } = one;
      const teams = coordinators.length > 0 ? `, ${coordinators.length} coordinations` : '';
      const label = `Chromium : ${shape.units} unités, ${shape.referents} référents${teams}`;
      const found: SplitTimes[] = [];
      for (const seed of seeds) {
        const times = await run(shape, seed, coordinators);
        progress(`${label}, graine ${seed} : ${times.status} en ${times.proof.toFixed(2)} s`);
        found.push(times);
      }
      measurements.push(...measurementsOf(label, one, found, seconds));
    }
    return measurements;
  });
}
