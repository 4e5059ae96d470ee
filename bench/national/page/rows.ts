// The engine of the site, booted and filled as the site does it, asked four grouped questions under a filter.
import { bootEngine } from '../../../src/lib/tables/engine.ts';
import { lock, refuseExtensions } from '../../../src/lib/tables/lock.ts';
import { syntheticPathways, pathwaysStream, SIZES } from './pathways.ts';

export interface RowTimes {
  /** Seconds from the Arrow stream to a table that answers. */
  loaded: number;
  /** Rows that the engine counts in it. */
  rows: number;
  /** Milliseconds of the four questions together: under a filter of three fields, and of one. */
  narrow: number[];
  broad: number[];
}

const WARM_UP = 5;
const BY = ['commune', 'departement', 'theme', 'level'];
const BROAD = 'year = ?::UTINYINT';
const NARROW = `${BROAD} AND level = ?::UTINYINT AND departement = ?::UTINYINT`;

const grouped = (by: string, filter: string) =>
  `SELECT ${by}, count(*) AS children, sum(visits) AS visits FROM pathways WHERE ${filter} GROUP BY ${by}`;

export async function askRows(rows: number, turns: number): Promise<RowTimes> {
  const stream = pathwaysStream(syntheticPathways(rows));
  const engine = await bootEngine({ signal: new AbortController().signal });
  await refuseExtensions(engine);
  const began = performance.now();
  await engine.insert('pathways', stream);
  const loaded = (performance.now() - began) / 1000;
  await lock(engine);
  const counted = await engine.run('SELECT count(*) AS rows FROM pathways');

  const time = async (filter: string, values: (turn: number) => number[]) => {
    const times: number[] = [];
    for (let turn = -WARM_UP; turn < turns; turn++) {
      const start = performance.now();
      for (const by of BY) await engine.run(grouped(by, filter), values(turn + WARM_UP));
      if (turn >= 0) times.push(performance.now() - start);
    }
    return times;
  };
  const year = (turn: number) => turn % SIZES.year;
  const narrow = await time(NARROW, (turn) => [year(turn), turn % SIZES.level, turn % SIZES.departement]);
  const broad = await time(BROAD, (turn) => [year(turn)]);
  await engine.close();
  return { loaded, rows: Number(counted.get(0)?.['rows']), narrow, broad };
}
