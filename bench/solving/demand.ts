// The forecast of a territory and the queue against the posts, in Node: both are made anew at each choice of the page.
import { forecast, saturation } from '../../src/lib/engines/demand/index.ts';
import { random } from '../../src/lib/algorithms/random.ts';
import { measured, type Bench } from '../measurement.ts';

const RUNS = 100;
const YEARS = 5;
/** A choice of the page is answered within a frame. */
const MOST = { at: 'median', most: 16 } as const;

/** Counts of as many communes, about 30 children each, up by a tenth a year. */
function syntheticSeries(communes: number) {
  const draw = random(communes);
  const years = Array.from({ length: YEARS }, (_, at) => `${2021 + at}-${2022 + at}`);
  const series = Array.from({ length: communes }, (_, id) => ({
    id: String(id),
    values: years.map((_year, at) => (draw() < 0.1 ? null : Math.round((20 + 20 * draw()) * 1.1 ** at)))
  }));
  return { years, series };
}

/** Milliseconds of each run, after one that warms up. */
function timesOf(work: () => unknown): number[] {
  work();
  return Array.from({ length: RUNS }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
}

export const run: Bench = async ({ progress }) => {
  const facts = { requests: [5, 4, 7, 8], waiting: 11, followed: 67, posts: 6, children: 380 };
  const rows = [11, 100].map((communes) => {
    progress(`${communes} communes`);
    const table = syntheticSeries(communes);
    const times = timesOf(() => forecast(table, { horizon: 3 }));
    return measured(`prévision de ${communes} communes à trois ans, essai compris`, 'ms', times, MOST);
  });
  return [
    ...rows,
    measured(
      'attente selon les postes',
      'ms',
      timesOf(() => saturation(facts)),
      MOST
    )
  ];
};
