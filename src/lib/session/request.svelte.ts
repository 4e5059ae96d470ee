// The one protocol for asynchronous work of a page: a worker's result, rows of the database, a file.
import { UnusableInput } from '$lib/model/findings.ts';
import { Stopped } from '$lib/workers/stopped.ts';

export type RequestPhase = 'idle' | 'pending' | 'done' | 'failed' | 'stopped';

interface RequestOptions {
  /** Ends the work under way; its promise should reject with `Stopped`. */
  stop?: () => void;
  /** Number of partial results kept, the latest ones; all by default. */
  mostItems?: number;
}

const NONE: readonly never[] = [];

/**
 * State of one request in a page. The latest request wins: whatever an earlier one brings is dropped. The last good value stays
 * until another replaces it, so that figures on screen do not vanish while they are computed again.
 *
 * @typeParam Value the result
 * @typeParam Item partial results that arrive before it
 */
export class Request<Value, Item = never> {
  phase: RequestPhase = $state('idle');
  value: Value | null = $state.raw(null);
  /** Partial results of the current request, in order of arrival. */
  items: readonly Item[] = $state.raw(NONE);
  error: unknown = $state.raw(null);
  /** Identifies the request; null before the first one. */
  key: string | null = $state(null);
  /** Fingerprint of the data that the request was sent with: when the page's differs, the result is stale. */
  basis: string | null = $state(null);
  #round = 0;
  #running: Promise<void> = Promise.resolve();
  readonly #options: RequestOptions;

  constructor(options: RequestOptions = {}) {
    this.#options = options;
  }

  /**
   * Sends a request, whatever was sent before. Never rejects: how it ended is in `phase` and `error`.
   * @returns resolved when the work has ended
   */
  send(key: string, work: (push: (item: Item) => void) => Promise<Value>, basis?: string): Promise<void> {
    this.#begin('pending', key, basis);
    this.#running = this.#run(this.#round, work);
    return this.#running;
  }

  /** Sends a request unless the same one is done or pending. */
  ensure(key: string, work: (push: (item: Item) => void) => Promise<Value>): Promise<void> {
    const known = this.phase === 'pending' || this.phase === 'done';
    return known && key === this.key ? this.#running : this.send(key, work);
  }

  /** Sets a value that is known without a request. */
  set(key: string, value: Value): void {
    this.#begin('done', key);
    this.value = value;
  }

  /** Stops the work under way; the value and the items received stay. */
  stop(): void {
    if (this.phase === 'pending') this.#options.stop?.();
  }

  /** Clears the request, its value and its items; work under way is not stopped, but its result is dropped. */
  reset(): void {
    this.#begin('idle', null);
    this.value = null;
  }

  #begin(phase: RequestPhase, key: string | null, basis: string | null = null): void {
    this.#round++;
    this.phase = phase;
    this.key = key;
    this.basis = basis;
    this.items = NONE;
    this.error = null;
  }

  async #run(round: number, work: (push: (item: Item) => void) => Promise<Value>): Promise<void> {
    const isLatest = () => round === this.#round;
    const { mostItems = Infinity } = this.#options;
    try {
      const value = await work((item) => {
        if (isLatest()) this.items = [...this.items, item].slice(-mostItems);
      });
      if (!isLatest()) return;
      this.value = value;
      this.phase = 'done';
    } catch (error) {
      if (!isLatest()) return;
      this.phase = error instanceof Stopped ? 'stopped' : 'failed';
      this.error = error;
    }
  }
}

/** The refusal of a file, when that is why its request failed. */
export const refusalOf = (error: unknown): UnusableInput | null =>
  error instanceof UnusableInput ? error : null;

/** Message of any other error of a request. */
export function failureOf(error: unknown): string | null {
  if (error === null || error instanceof UnusableInput) return null;
  return error instanceof Error ? error.message : String(error);
}
