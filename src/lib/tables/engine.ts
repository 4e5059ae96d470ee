// DuckDB in a worker of the site's own origin. DuckDB's client leaves calls pending when its worker crashes; this one rejects them.
import {
  AsyncDuckDB,
  getPlatformFeatures,
  VoidLogger,
  type AsyncDuckDBConnection
} from '@duckdb/duckdb-wasm';
import { OPEN_CONFIG, runPrepared, type Connection } from './connection.ts';
import { ENGINE_BYTES } from './engine-size.ts';
import { startEngineWorker, type EngineWorker } from './engine-worker.ts';
import { openEngineConsole } from './engine-console.ts';
import type { OnProgress } from './progress.ts';
import { asTableError, TableError, type TableErrorCode } from './table-error.ts';

interface BootOptions {
  signal: AbortSignal;
  /** A worker started beforehand; its owner terminates it if the boot fails. */
  started?: EngineWorker | undefined;
  onProgress?: OnProgress | undefined;
}

/** Boots the `eh` engine; the signal stops it at any time, also later. Throws a TableError or the signal's reason. */
export async function bootEngine({ signal, started, onProgress }: BootOptions): Promise<Connection> {
  if ('oneFile' in document.documentElement.dataset) throw new TableError('one-file');
  if (typeof WebAssembly !== 'object' || !(await getPlatformFeatures()).wasmExceptions) {
    throw new TableError('no-webassembly');
  }
  signal.throwIfAborted();
  const { worker, file, ready } = started ?? startEngineWorker();
  let stage: TableErrorCode = 'engine-unreachable';
  let lose: (reason: unknown) => void = () => undefined;
  const lost = new Promise<never>((_resolve, reject) => (lose = reject));
  lost.catch(() => worker.terminate());
  signal.addEventListener('abort', () => lose(signal.reason));
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lose(asTableError(event.message ?? 'no worker script', stage));
  });
  const guarded = <Value>(call: Promise<Value>): Promise<Value> => Promise.race([call, lost]);

  const start = async (): Promise<AsyncDuckDBConnection> => {
    await ready;
    const engine = new AsyncDuckDB(new VoidLogger(), worker);
    const report = (loaded: number): void => onProgress?.({ stage: 'engine', loaded, total: ENGINE_BYTES });
    await engine.instantiate(file, null, ({ bytesLoaded }) => report(Math.min(bytesLoaded, ENGINE_BYTES)));
    report(ENGINE_BYTES);
    stage = 'engine-failed';
    await engine.open(OPEN_CONFIG);
    return engine.connect();
  };
  const connection = await guarded(start()).catch((cause: unknown) => {
    signal.throwIfAborted();
    const error = asTableError(cause, stage);
    lose(error);
    throw error;
  });

  const run = runPrepared(connection);
  return {
    openConsole: async () => openEngineConsole(await guarded(connection.bindings.connect()), guarded),
    run: (text, values) => guarded(run(text, values)),
    insert: (name, stream) => guarded(connection.insertArrowFromIPCStream(stream, { name, create: true })),
    close: async () => lose(new TableError('engine-closed'))
  };
}
