// DuckDB in a worker of the site's own origin. DuckDB's client leaves calls pending when its worker crashes; this one rejects them.
import {
  AsyncDuckDB,
  getPlatformFeatures,
  VoidLogger,
  type AsyncDuckDBConnection
} from '@duckdb/duckdb-wasm';
import { OPEN_CONFIG, type Connection } from './connection.ts';
import { ENGINE_BYTES } from './engine-size.ts';
import { startEngineWorker, type EngineWorker } from './engine-worker.ts';
import { consoleOver } from './engine-console.ts';
import { preparing } from './prepared.ts';
import type { OnProgress } from './progress.ts';
import { asTableError, TableError, type TableErrorCode } from './table-error.ts';

export interface BootOptions {
  signal: AbortSignal;
  /** A worker started beforehand; its owner terminates it if the boot fails. */
  started?: EngineWorker | undefined;
  onProgress?: OnProgress | undefined;
}

/** Boots the `eh` engine; the signal stops it at any time, also later. Throws a TableError or the signal's reason. */
export async function bootEngine({ signal, started, onProgress }: BootOptions): Promise<Connection> {
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
  const answered = <Answer>(answer: Promise<Answer>): Promise<Answer> => Promise.race([answer, lost]);

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
