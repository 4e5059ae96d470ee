// The forecast of a territory and the openings against the posts, in Node: both are made anew at each choice of the page.
import { forecast, openingStops, type OpeningsFacts } from '../../src/lib/engines/demand/index.ts';
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

/** As many schools, of two hours a week on average, before ten posts. */
function syntheticQueue(schools: number): OpeningsFacts {
  const draw = random(schools);
  const posts = Array.from({ length: 10 }, (_, at) => ({ id: `P${at}`, fte: 1, load: 900 + 600 * draw() }));
  return {
    queue: Array.from({ length: schools }, (_, at) => ({
      id: `S${at}`,
      work: 60 + 120 * draw(),
      minutes: Object.fromEntries(posts.map(({ id }) => [id, 30 * draw()])),
      isReachable: true
    })),
    posts,
    followed: 110,
    today: '2026-11-29',
    since: '2025-2026',
    cost: 50_000
  };
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
  const rows = [11, 100].map((communes) => {
    progress(`${communes} communes`);
    const table = syntheticSeries(communes);
    const times = timesOf(() => forecast(table, { horizon: 3 }));
    return measured(`prévision de ${communes} communes à trois ans, essai compris`, 'ms', times, MOST);
  });
  return [
    ...rows,
    measured(
      'ouvertures de 60 écoles, à chaque nombre de postes',
      'ms',
      timesOf(() => openingStops(syntheticQueue(60))),
      MOST
    )
  ];
};
