// State of the SQL console: query text, its result or error. Queries run on request only.
import { createContext } from 'svelte';
import { MOST_SECONDS, type ConsoleAnswer } from '$lib/tables/console.ts';
import { ConsoleError, type ConsoleFault } from '$lib/tables/console-error.ts';
import type { DatabaseState } from '$lib/session/database.svelte.ts';
import { readQuestion, writeQuestion } from './question-address.ts';


export type ConsolePhase = 'idle' | 'opening' | 'running' | 'done' | 'failed';

/** An engine that does not stop within this time is closed and opened again. */
const PATIENCE_MS = 3000;

export class SqlConsole {
  text = $state('');
  phase: ConsolePhase = $state('idle');
  answer: ConsoleAnswer | null = $state.raw(null);
  /** The query that `answer` or `fault` belongs to. */
  asked = $state('');
  fault: { code: ConsoleFault; engine: string; suggestions: readonly string[] } | null = $state.raw(null);
  readonly #database: DatabaseState;
  #stop: AbortController | null = null;

  constructor(database: DatabaseState) {
    this.#database = database;
  }

  get busy(): boolean {
    return this.phase === 'opening' || this.phase === 'running';
  }

  /** The text has been edited since the query that ran. */
  get changed(): boolean {
    return this.phase === 'done' && this.text.trim() !== this.asked.trim();
  }

  async run(): Promise<void> {
    if (this.busy) return;
    const asked = this.text;
    const stop = new AbortController();
    this.#stop = stop;
    this.fault = null;
    this.answer = null;
    this.asked = asked;
    this.phase = 'opening';
    let limit: ReturnType<typeof setTimeout> | undefined;
    try {
      const database = await this.#database.open();
      stop.signal.throwIfAborted();
      this.phase = 'running';
      limit = setTimeout(() => stop.abort('time'), MOST_SECONDS * 1000);
      this.answer = await Promise.race([database.ask(asked, { signal: stop.signal }), deaf(stop.signal)]);
      this.phase = 'done';
    } catch (error) {
      const known = error instanceof ConsoleError ? error : null;
      if (!known && !stop.signal.aborted) console.error(error);
      if (known?.fault === 'lost' || known?.cause === DEAF) this.#database.restart();
      const code = known?.fault ?? (stop.signal.aborted ? 'stopped' : 'lost');
      const engine = known?.engine ?? (error instanceof Error ? error.message : '');
      this.fault = { code, engine: known ? engine : '', suggestions: known?.suggestions ?? [] };
      this.phase = 'failed';
    } finally {
      clearTimeout(limit);
      this.#stop = null;
    }
  }

  stop(): void {
    this.#stop?.abort('stopped');
  }

  /** Drops a result whose tables have been replaced. */
  forget(): void {
    this.stop();
    this.answer = null;
    this.fault = null;
    this.asked = '';
    if (!this.busy) this.phase = 'idle';
  }

  read(params: URLSearchParams): void {
    const text = readQuestion(params);
    if (text !== null && text !== this.text) this.text = text;
  }

  write(): URLSearchParams {
    return writeQuestion(this.text);
  }
}

const DEAF = Symbol('deaf');

/** Rejects when a stop has no effect in time. */
function deaf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      const fault = signal.reason === 'time' ? 'time' : 'stopped';
      setTimeout(() => reject(new ConsoleError(fault, '', { cause: DEAF })), PATIENCE_MS);
    });
  });
}

export const [sqlConsole, provideSqlConsole] = createContext<SqlConsole>();
