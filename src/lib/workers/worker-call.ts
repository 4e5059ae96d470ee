// How the page calls a worker: the worker's result as a value, failures included (structured cloning drops the class of an Error),
// and a worker called through Comlink that can be terminated at any time.
import { wrap, type Remote } from 'comlink';
import { UnsafeTerritory, UnusableInput, type Finding } from '../model/findings.ts';
import { Stopped } from './stopped.ts';

export type WorkerResult<Value> =
  | { kind: 'done'; value: Value }
  | { kind: 'unusable'; finding: Finding; findings: readonly Finding[] }
  | { kind: 'unsafe'; reasons: readonly string[] }
  | { kind: 'failed'; message: string };

/** In a protocol: what a request answers, and what it tells on the way. */
export type Reply<Value> = Promise<WorkerResult<Value>>;
export type Report<Item> = (item: Item) => void;

/** In the worker: runs the work and wraps its value or its error. Unexpected errors are logged here, where their stack is. */
export async function toResult<Value>(work: () => Value | Promise<Value>): Promise<WorkerResult<Value>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (error instanceof UnusableInput)
      return { kind: 'unusable', finding: error.finding, findings: error.findings };
    if (error instanceof UnsafeTerritory) return { kind: 'unsafe', reasons: error.reasons };
    console.error(error);
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * In the page: unwraps the value.
 * @throws UnusableInput, UnsafeTerritory or WorkerFailure, rebuilt with their class
 */
export function fromResult<Value>(result: WorkerResult<Value>): Value {
  if (result.kind === 'done') return result.value;
  if (result.kind === 'failed') throw new WorkerFailure(result.message);
  if (result.kind === 'unsafe') throw new UnsafeTerritory(result.reasons);
  throw new UnusableInput(result.finding, { findings: result.findings });
}

/** Messages of browsers and WebAssembly runtimes when memory is exhausted. */
const OUT_OF_MEMORY = /out of memory|\bOOM\b|allocat|enlarge memory|memory limit|access out of bounds/i;

/** An unexpected error in the worker, or a worker that could not start. */
export class WorkerFailure extends Error {
  get outOfMemory(): boolean {
    return OUT_OF_MEMORY.test(this.message);
  }

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'WorkerFailure';
  }
}

/** A worker that can be terminated at any time: pending calls are then rejected. */
export interface Spawned<Api> {
  /**
   * Calls the worker.
   * @throws what the worker threw, or Stopped when it is terminated before it answers
   */
  call<Value>(request: (remote: Remote<Api>) => Promise<WorkerResult<Value>>): Promise<Value>;
  /** Terminates the worker and frees its memory; pending calls reject with the reason, `Stopped` by default. */
  end(reason?: Error): void;
  /** Terminated by `end` or by the browser: spawn another. */
  readonly isOver: boolean;
}

export function spawn<Api>(create: () => Worker): Spawned<Api> {
  const worker = create();
  const remote = wrap<Api>(worker);
  let isOver = false;
  let fail: (reason: Error) => void = () => undefined;
  const terminated = new Promise<never>((_, reject) => (fail = reject));
  // No call may be pending when it ends: not an unhandled rejection.
  terminated.catch(() => undefined);
  const end = (reason: Error = new Stopped()) => {
    isOver = true;
    worker.terminate();
    fail(reason);
  };
  // Outside any call: the script could not load, or the browser killed the worker.
  worker.addEventListener('error', (event) => end(new WorkerFailure(event.message || 'worker')));
  // An answer that this thread cannot read back.
  worker.addEventListener('messageerror', () => end(new WorkerFailure('unreadable answer')));
  return {
    async call(request) {
      try {
        return fromResult(await Promise.race([request(remote), terminated]));
      } catch (error) {
        // A worker that ran out of memory keeps it allocated and would fail again.
        if (error instanceof WorkerFailure && error.outOfMemory) end(error);
        throw error;
      }
    },
    end,
    get isOver() {
      return isOver;
    }
  };
}
