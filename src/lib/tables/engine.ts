// DuckDB in a worker of the site's own origin. Its client leaves calls unanswered when the worker dies; this one does not.
import {
  AsyncDuckDB,
  getPlatformFeatures,
  VoidLogger,
  type AsyncDuckDBConnection
} from '@duckdb/duckdb-wasm';
import engineWorkerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import engineUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { OPEN_CONFIG, type Connection } from './connection.ts';
import { ENGINE_BYTES } from './engine-size.ts';
import { consoleOver } from './engine-console.ts';
import { preparing } from './prepared.ts';
import type { OnProgress } from './progress.ts';
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
  // The worker is told where its engine is by its name: a file that the page itself names is kept for offline use.
  const worker = new Worker(new URL('./duckdb.worker.ts', import.meta.url), {
    type: 'module',
    name: new URL(engineWorkerUrl, document.baseURI).href
  });
  let stage: TableErrorCode = 'engine-unreachable';
  let lose: (reason: unknown) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => (lose = reject));
  lost.catch(() => worker.terminate());
  signal.addEventListener('abort', () => lose(signal.reason));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lose(asTableError(event.message ?? 'no worker script', stage));
  });
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, lost]);

  const start = async (): Promise<AsyncDuckDBConnection> => {
    await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
    const engine = new AsyncDuckDB(new VoidLogger(), worker);
    const report = (loaded: number): void => onProgress?.({ stage: 'engine', loaded, total: ENGINE_BYTES });
    await engine.instantiate(new URL(engineUrl, document.baseURI).href, null, ({ bytesLoaded }) =>
      report(Math.min(bytesLoaded, ENGINE_BYTES))
    );
    report(ENGINE_BYTES);
    stage = 'engine-failed';
    await engine.open(OPEN_CONFIG);
    return engine.connect();
  };
  const connection = await answered(start()).catch((cause: unknown) => {
    signal.throwIfAborted();
    const error = asTableError(cause, stage);
    lose(error);
    throw error;
  });

  const run = preparing(connection);
  return {
    openConsole: async () => consoleOver(await answered(connection.bindings.connect()), answered),
    run: (text, values) => answered(run(text, values)),
    insert: (name, stream) => answered(connection.insertArrowFromIPCStream(stream, { name, create: true })),
    close: async () => lose(new TableError('engine-closed'))
  };
}
