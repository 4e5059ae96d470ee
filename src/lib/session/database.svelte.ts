// State of the page's database, opened on demand, once. Pages work without it.
import { createContext } from 'svelte';
import type { Database } from '$lib/tables/database.ts';
import { startEngineWorker, type EngineWorker } from '$lib/tables/engine-worker.ts';
import type { Progress } from '$lib/tables/progress.ts';
import { TableError, type TableErrorCode } from '$lib/tables/table-error.ts';
import type { Query } from '$lib/tables/sql.ts';

type DatabasePhase = 'closed' | 'opening' | 'open' | 'failed';

/** Cause of a failure, as a code that pages translate. */
export interface Fault {
  code: TableErrorCode;
  table?: string | undefined;
  found?: string | undefined;
  expected?: string | undefined;
}

export class DatabaseState {
  phase: DatabasePhase = $state('closed');
  progress: Progress | null = $state.raw(null);
  fault: Fault | null = $state.raw(null);
  /** Tables that could not be loaded, while others could. */
  problems: readonly Fault[] = $state.raw([]);
  readonly #base: string;
  readonly #fetch: typeof fetch;
  #closed = false;
  #database: Database | null = null;
  #opening: Promise<Database> | null = null;
  #abort: AbortController | null = null;

  /**
   * @param base address of the site without a final slash
   * @param load gives the files of the territory
   */
  constructor(base: string, load: typeof fetch) {
    this.#base = base;
    this.#fetch = load;
  }

  /** Opens the database once; after a failure, tries again. */
  open(): Promise<Database> {
    if (this.#closed) return Promise.reject(new DOMException('closed', 'AbortError'));
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** Opens without waiting: a failure is kept in `fault`. */
  openInBackground(): void {
    void this.open().catch((error: unknown) => error);
  }

  async query<Row>(query: Query<Row>): Promise<Row[]> {
    return (await this.open()).query(query);
  }

  /** Stops an opening under way; the database is then closed. */
  cancel(): void {
    this.#abort?.abort();
  }

  /** Ends the engine for good: the territory of its tables is no longer shown. */
  close(): void {
    this.#closed = true;
    this.cancel();
    this.restart();
  }

  /** Closes an engine that no longer responds; the next query opens another. */
  restart(): void {
    void this.#database?.close();
    this.#database = null;
    this.#opening = null;
    this.phase = 'closed';
  }

  async #open(): Promise<Database> {
    this.phase = 'opening';
    this.fault = null;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    let engine: EngineWorker | undefined;
    try {
      if ('WebAssembly' in globalThis) engine = startEngineWorker();
      const { openDatabase } = await import('$lib/tables/open-database.ts');
      this.#database = await openDatabase({
        fetch: this.#fetch,
        base: this.#base,
        engine,
        signal,
        onProgress: (progress) => (this.progress = progress)
      });
      signal.throwIfAborted();
      this.problems = this.#database.problems;
      this.phase = 'open';
      return this.#database;
    } catch (error) {
      engine?.worker.terminate();
      this.#opening = null;
      this.phase = signal.aborted ? 'closed' : 'failed';
      if (!signal.aborted) {
        const { code, table, found, expected } =
          error instanceof TableError ? error : new TableError('engine-unreachable', { cause: error });
        this.fault = { code, table, found, expected };
      }
      throw error;
    }
  }
}

export const [databaseState, provideDatabaseState] = createContext<DatabaseState>();
