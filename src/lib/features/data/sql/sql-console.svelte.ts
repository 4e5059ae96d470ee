// State of the SQL console: query text, its result or error. Queries run on request only.
import { createContext } from 'svelte';
import { MOST_SECONDS, type ConsoleResult } from '$lib/tables/console.ts';
import { ConsoleError } from '$lib/tables/console-error.ts';
import type { DatabaseState } from '$lib/session/database.svelte.ts';
import { addressCodec, param } from '$lib/session/kit/address-codec.ts';
import { Request } from '$lib/session/request.svelte.ts';

/** An engine that does not stop within this time is closed and opened again. */
const STOP_LIMIT_MS = 3000;
const UNRESPONSIVE = Symbol('unresponsive');

const queryAddress = addressCodec<{ text: string | null }>({
  text: param('sql', { parse: String, format: (text) => (text.trim() === '' ? '' : text) }, null)
});

export class SqlConsole {
  text = $state('');
  /** The database is being opened for the query. */
  opening = $state(false);
  readonly #request = new Request<ConsoleResult>();
  readonly #database: DatabaseState;
  #abort: AbortController | null = null;

  constructor(database: DatabaseState) {
    this.#database = database;
  }

  get busy(): boolean {
    return this.#request.phase === 'pending';
  }

  get result(): ConsoleResult | null {
    return this.#request.value;
  }

  get error(): ConsoleError | null {
    return this.#request.error as ConsoleError | null;
  }

  /** The query that `result` or `error` belongs to. */
  get query(): string {
    return this.#request.key ?? '';
  }

  /** The text has been edited since the query that ran. */
  get changed(): boolean {
    return this.#request.phase === 'done' && this.text.trim() !== this.query.trim();
  }

  async run(): Promise<void> {
    if (this.busy) return;
    const { text } = this;
    this.#request.reset();
    await this.#request.send(text, () => this.#run(text));
  }

  stop(): void {
    this.#abort?.abort('stopped');
  }

  /** Drops a result whose tables have been replaced. */
  forget(): void {
    if (this.busy) this.stop();
    else this.#request.reset();
  }

  /** Opening a link does not run its query. */
  read(params: URLSearchParams): void {
    const { text } = queryAddress.read(params);
    if (text !== null && text !== this.text) this.text = text;
  }

  write(): URLSearchParams {
    return queryAddress.write(this);
  }

  /** @throws {ConsoleError} */
  async #run(text: string): Promise<ConsoleResult> {
    const abort = new AbortController();
    const { signal } = abort;
    this.#abort = abort;
    this.opening = true;
    let limit: ReturnType<typeof setTimeout> | undefined;
    try {
      const database = await this.#database.open();
      signal.throwIfAborted();
      this.opening = false;
      limit = setTimeout(() => abort.abort('time'), MOST_SECONDS * 1000);
      return await Promise.race([database.queryConsole(text, { signal }), rejectUnstopped(signal)]);
    } catch (error) {
      if (!(error instanceof ConsoleError)) {
        if (!signal.aborted) console.error(error);
        throw new ConsoleError(signal.aborted ? 'stopped' : 'lost', '', { cause: error });
      }
      if (error.fault === 'lost' || error.cause === UNRESPONSIVE) this.#database.restart();
      throw error;
    } finally {
      clearTimeout(limit);
      this.#abort = null;
    }
  }
}

/** Rejects when a stop has no effect in time. */
function rejectUnstopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      const fault = signal.reason === 'time' ? 'time' : 'stopped';
      setTimeout(() => reject(new ConsoleError(fault, '', { cause: UNRESPONSIVE })), STOP_LIMIT_MS);
    });
  });
}

export const [sqlConsole, provideSqlConsole] = createContext<SqlConsole>();
