// A worker called through Comlink that can be terminated at any time: pending calls are then rejected.
import { wrap, type Remote } from 'comlink';
import { Stopped, fromResult, WorkerFailure, type WorkerResult } from './worker-result.ts';

export interface Spawned<Api> {
  /**
   * Calls the worker.
   * @throws what the worker threw, or Stopped when it is terminated before it answers
   */
  call<Value>(request: (remote: Remote<Api>) => Promise<WorkerResult<Value>>): Promise<Value>;
  /** Terminates the worker and frees its memory. */
  end(): void;
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
  const end = (reason: Error) => {
    isOver = true;
    worker.terminate();
    fail(reason);
  };
  // Outside any call: the script could not load, or the browser killed the worker.
  worker.addEventListener('error', (event) => end(new WorkerFailure(event.message || 'worker')));
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
    end: () => end(new Stopped()),
    get isOver() {
      return isOver;
    }
  };
}
