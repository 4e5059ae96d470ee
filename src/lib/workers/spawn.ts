// A worker at the other end of function calls, which can be ended at any time: calls under way then fail at once.
import { wrap, type Remote } from 'comlink';
import { Stopped, unsealed, WorkerFailure, type Answer } from './wire-errors.ts';

export interface Spawned<Api> {
  /** Calls the worker; throws what it threw, or Stopped when it is ended before it answers. */
  call<Value>(ask: (remote: Remote<Api>) => Promise<Answer<Value>>): Promise<Value>;
  /** Ends the worker, its work and its memory. */
  end(): void;
  /** It was ended, or the browser ended it: whoever asks next needs another. */
  readonly isOver: boolean;
}

export function spawn<Api>(create: () => Worker): Spawned<Api> {
  const worker = create();
  const remote = wrap<Api>(worker);
  let isOver = false;
  let fail: (reason: Error) => void = () => undefined;
  const over = new Promise<never>((_, reject) => (fail = reject));
  // Nobody may be waiting when it ends.
  over.catch(() => undefined);
  const end = (reason: Error) => {
    isOver = true;
    worker.terminate();
    fail(reason);
  };
  // What no call caught: the script could not load, or the browser took its memory back.
  worker.addEventListener('error', (event) => end(new WorkerFailure(event.message || 'worker')));
  return {
    async call(ask) {
      try {
        return unsealed(await Promise.race([ask(remote), over]));
      } catch (error) {
        // What ran out of memory holds it still, and would fail again.
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
