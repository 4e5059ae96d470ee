// The site's database in Node: the same engine and the same loader, over a synchronous connection.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as DuckDB from '@duckdb/duckdb-wasm/blocking';
import { OPEN_CONFIG, runPrepared, type Connection } from '../../src/lib/tables/connection.ts';
import type { Database } from '../../src/lib/tables/database.ts';
import { fillDatabase } from '../../src/lib/tables/fill-database.ts';
import type { Fetch } from '../../src/lib/tables/read-bytes.ts';

const require = createRequire(import.meta.url);
const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
const duckdb = require(path) as typeof DuckDB;

async function* once(stream: Uint8Array): AsyncGenerator<Uint8Array> {
  yield stream;
}

/** One engine for each call: an engine that was locked stays locked. */
export async function openConnection(): Promise<Connection> {
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
  engine.open(OPEN_CONFIG);
  const connection = engine.connect();
  return {
    run: runPrepared(connection),
    insert: async (name, stream) => connection.insertArrowFromIPCStream(stream, { name, create: true }),
    openConsole: async () => {
      const own = engine.connect();
      return {
        check: async (text) => own.prepare(text).close(),
        send: async (text) => once(own.useUnsafe((bindings, id) => bindings.runQuery(id, text)))
      };
    },
    close: async () => connection.close()
  };
}

export function openNodeDatabase(fetch: Fetch): Promise<Database> {
  return fillDatabase(openConnection(), { fetch, base: '' });
}
