// Opens the site's database in a page. To be imported lazily, since it loads the engine's client.
import type { Database } from './database.ts';
import { bootEngine } from './engine.ts';
import type { EngineWorker } from './engine-worker.ts';
import { fillDatabase } from './fill-database.ts';
import type { OnProgress } from './progress.ts';
import type { Fetch } from './read-bytes.ts';

interface OpenOptions {
  fetch: Fetch;
  /** Address of the site without a final slash. */
  base: string;
  /** A worker started before this module was loaded; otherwise one is started. */
  engine?: EngineWorker | undefined;
  onProgress?: OnProgress;
  /** Stops the opening; once open, use `close()`. */
  signal?: AbortSignal;
}

/**
 * Opens a locked database with every valid table. Throws a TableError, or the signal's reason; after either, nothing is
 * left running and it may be called again.
 */
export async function openDatabase({
  fetch,
  base,
  engine,
  onProgress,
  signal
}: OpenOptions): Promise<Database> {
  signal?.throwIfAborted();
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal?.reason);
  signal?.addEventListener('abort', onAbort);
  try {
    const booting = bootEngine({ signal: stop.signal, started: engine, onProgress });
    return await fillDatabase(booting, { fetch, base, onProgress, signal: stop.signal });
  } catch (error) {
    stop.abort(error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}
