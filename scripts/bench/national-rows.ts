// A million pathway rows in the site's own database engine: four grouped queries under a filter of three fields.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as DuckDB from '@duckdb/duckdb-wasm/blocking';
import { measured, type Measurement } from './table.ts';

const ROWS = 1_000_000;
const TURNS = 60;

/** Codes, not words: what the engine groups fastest, and what a build would write. */
const TABLE = `CREATE TABLE pathways AS SELECT
  (i % 5)::UTINYINT AS year,
  (hash(i) % 35000)::USMALLINT AS commune,
  (hash(i + 1) % 95)::UTINYINT AS departement,
  (hash(i + 2) % 3)::UTINYINT AS level,
  (hash(i + 3) % 5)::UTINYINT AS theme,
  (1 + hash(i + 4) % 20)::USMALLINT AS visits
FROM range(${ROWS}) t(i)`;

const question = (by: string) =>
  `SELECT ${by}, count(*) AS children, sum(visits) AS visits FROM pathways
   WHERE year = ?::UTINYINT AND level = ?::UTINYINT AND departement = ?::UTINYINT GROUP BY ${by}`;

export async function askMillion(progress: (line: string) => void): Promise<Measurement[]> {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const duckdb = require(path) as typeof DuckDB;
  const bundle = (name: string) => ({
    mainModule: join(dirname(path), `duckdb-${name}.wasm`),
    mainWorker: ''
  });
  const engine = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME
  );
  await engine.instantiate();
  engine.open({ query: { castBigIntToDouble: true } });
  const connection = engine.connect();
  connection.query(TABLE);
  const statements = ['commune', 'departement', 'theme', 'level'].map((by) =>
    connection.prepare(question(by))
  );
  const times: number[] = [];
  for (let turn = 0; turn < TURNS + 5; turn++) {
    const began = performance.now();
    for (const statement of statements) statement.query(turn % 5, turn % 3, turn % 95).toArray();
    if (turn >= 5) times.push(performance.now() - began);
  }
  progress(`${ROWS} lignes, ${times.length} filtres`);
  connection.close();
  const name = 'un million de parcours : quatre questions groupées (DuckDB-WASM dans Node)';
  return [measured(name, 'ms', times, { at: 'p95', most: 40 })];
}
