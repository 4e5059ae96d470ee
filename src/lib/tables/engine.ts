// DuckDB in a worker of the site's own origin. Its client leaves calls unanswered when the worker dies; this one does not.
import {
  AsyncDuckDB,
  getPlatformFeatures,
  VoidLogger,
  type AsyncDuckDBConnection
} from '@duckdb/duckdb-wasm';
import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Table } from 'apache-arrow';
import { OPEN_CONFIG, type Connection } from './connection.ts';
import { ENGINE_BYTES } from './engine-size.ts';
import type { OnProgress } from './progress.ts';
import type { SqlValue } from './sql.ts';
import { asTableError, TableError, type TableErrorCode } from './table-error.ts';

export interface BootOptions {
  signal: AbortSignal;
  onProgress?: OnProgress | undefined;
}

/** Boots the `eh` engine; the signal ends it at any time, also later. Throws a TableError or the signal's reason. */
export async function bootEngine({ signal, onProgress }: BootOptions): Promise<Connection> {
  if (typeof WebAssembly !== 'object' || !(await getPlatformFeatures()).wasmExceptions) {
    throw new TableError('no-webassembly');
  }
  signal.throwIfAborted();
  const worker = new Worker(new URL('./duckdb.worker.ts', import.meta.url), { type: 'module' });
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  let stage: TableErrorCode = 'engine-unreachable';
  const lost = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => reject(asTableError(event.message, stage)));
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
  lost.catch(() => worker.terminate());
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, lost]);

  const url = new URL(engineUrl, document.baseURI).href;
  const connection = await answered(
    engine
      .instantiate(url, null, ({ bytesLoaded }) =>
        onProgress?.({ stage: 'engine', loaded: Math.min(bytesLoaded, ENGINE_BYTES), total: ENGINE_BYTES })
      )
      .then(() => {
        stage = 'engine-failed';
        onProgress?.({ stage: 'engine', loaded: ENGINE_BYTES, total: ENGINE_BYTES });
        return engine.open(OPEN_CONFIG);
      })
      .then(() => engine.connect())
  ).catch((cause: unknown) => {
    worker.terminate();
    signal.throwIfAborted();
    throw asTableError(cause, stage);
  });

  return {
    run: (text, values) => answered(run(connection, text, values)),
    insert: (name, stream) => answered(connection.insertArrowFromIPCStream(stream, { name, create: true })),
    close: async () => worker.terminate()
  };
}

async function run(
  connection: AsyncDuckDBConnection,
  text: string,
  values: readonly SqlValue[] = []
): Promise<Table> {
  if (values.length === 0) return connection.query(text);
  const statement = await connection.prepare(text);
  try {
    return await statement.query(...values);
  } finally {
    await statement.close();
  }
}
