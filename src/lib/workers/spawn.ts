// A worker at the other end of function calls, which can be ended at any time: calls under way then fail at once.
import { wrap, type Remote } from 'comlink';
import { Stopped, unsealed, WorkerFailure, type Answer } from './wire-errors.ts';

export interface Spawned<Api> {
  /** Calls the worker; throws what it threw, or Stopped when it is ended before it answers. */
  call<Value>(ask: (remote: Remote<Api>) => Promise<Answer<Value>>): Promise<Value>;
  /** Ends the worker, its work and its memory. */
  end(): void;
}

export function spawn<Api>(create: () => Worker): Spawned<Api> {
  const worker = create();
  const remote = wrap<Api>(worker);
  let fail: (reason: Error) => void = () => undefined;
  const over = new Promise<never>((_, reject) => (fail = reject));
  // Nobody may be waiting when it ends.
  over.catch(() => undefined);
  worker.addEventListener('error', (event) => fail(new WorkerFailure(event.message || 'worker')));
  return {
    call: async (ask) => unsealed(await Promise.race([ask(remote), over])),
    end: () => {
      worker.terminate();
      fail(new Stopped());
    }
  };
}
