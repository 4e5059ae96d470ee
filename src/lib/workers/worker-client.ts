// The one client of workers, for pages: the requests of a protocol by name, their progress, an end at any time, a new worker after one that failed.
import { proxy, type Remote } from 'comlink';
import { spawn, WorkerFailure, type Reply, type Spawned } from './worker-call.ts';

/** The requests of a worker's protocol as a page sends them: each gives its value, or rejects with what the worker threw. */
export type WorkerRequests<Api> = {
  readonly [Name in keyof Api]: Api[Name] extends (...args: infer Args) => Reply<infer Value>
    ? (...args: Args) => Promise<Value>
    : never;
};

export type WorkerClient<Api> = WorkerRequests<Api> & {
  /** Starts the worker and sets it up, unless it is there. */
  readonly start: () => Promise<void>;
  /** Terminates every worker of the client: requests under way reject with `Stopped`, and the next one starts another. */
  readonly stop: () => void;
};

interface ClientOptions<Api> {
  /**
   * `kept`: one worker serves every request until it is stopped. `each`: a worker a request, side by side. `latest`: a worker a request, which ends
   * the one under way. The last two are terminated, with their memory, once they have answered.
   */
  lifetime?: 'kept' | 'each' | 'latest';
  /** Sent to each new worker before its first request. */
  setUp?: (worker: WorkerRequests<Api>) => Promise<void>;
  /** Seconds without a word of the worker after which a request fails. */
  silence?: number;
}

interface Running<Api> {
  spawned: Spawned<Api>;
  requests: WorkerRequests<Api>;
  ready: Promise<void> | null;
  underWay: number;
  hasFailed: boolean;
}

const SILENCE = 1200;
/** The silence is counted in so many steps: a computer that slept counts one. */
const STEPS = 20;

/**
 * A worker as a page calls it: started by the first request. One that fails unexpectedly takes no other request, and ends with those under way.
 * @param create must leave `new Worker(new URL(...), ...)` whole, for the bundler to find
 */
export function workerClient<Api extends object>(
  create: () => Worker,
  { lifetime = 'kept', setUp, silence = SILENCE }: ClientOptions<Api> = {}
): WorkerClient<Api> {
  const all = new Set<Running<Api>>();
  const end = (worker: Running<Api>) => {
    worker.spawned.end();
    all.delete(worker);
  };
  const stop = () => all.forEach(end);

  function begin(): Running<Api> {
    const spawned = spawn<Api>(create);
    const requests = byName<WorkerRequests<Api>>((name, args) => send(spawned, name, args, silence));
    const worker: Running<Api> = { spawned, requests, ready: null, underWay: 0, hasFailed: false };
    all.add(worker);
    worker.ready = setUp?.(requests) ?? null;
    return worker;
  }
  function workerNow(): Running<Api> {
    if (lifetime === 'latest') stop();
    const there = lifetime === 'kept' && [...all].find((one) => !one.hasFailed && !one.spawned.isOver);
    return there || begin();
  }
  async function run<Value>(request: (worker: WorkerRequests<Api>) => Promise<Value>): Promise<Value> {
    const worker = workerNow();
    worker.underWay++;
    let isReady = worker.ready === null;
    try {
      if (worker.ready) await worker.ready;
      isReady = true;
      return await request(worker.requests);
    } catch (error) {
      worker.hasFailed ||= !isReady || error instanceof WorkerFailure;
      throw error;
    } finally {
      worker.underWay--;
      if (lifetime !== 'kept' || (worker.hasFailed && worker.underWay === 0)) end(worker);
    }
  }

  return byName<WorkerClient<Api>>(
    (name, args) => run((worker) => (worker[name as keyof Api] as Request)(...args)),
    { stop, start: () => run(() => Promise.resolve()) }
  );
}

type Request = (...args: unknown[]) => Promise<unknown>;

/** An object with every method: one of those given, else a request of that name. */
function byName<Requests extends object>(
  request: (name: string, args: unknown[]) => unknown,
  own = {}
): Requests {
  return new Proxy(own as Requests, {
    get: (methods, name) => {
      // A promise that resolves to the client asks for `then`.
      if (typeof name === 'symbol' || name === 'then' || Object.hasOwn(methods, name))
        return Reflect.get(methods, name) as unknown;
      return (...args: unknown[]) => request(name, args);
    }
  });
}

/** One request; a function among its arguments is told the progress. */
async function send<Api>(
  spawned: Spawned<Api>,
  name: string,
  args: readonly unknown[],
  silence: number
): Promise<unknown> {
  let silent = 0;
  const watch = setInterval(
    () => {
      if (++silent >= STEPS) spawned.end(new WorkerFailure(`no answer in ${silence} s`));
    },
    (silence * 1000) / STEPS
  );
  const told = args.map((arg) =>
    typeof arg === 'function'
      ? proxy((item: unknown) => {
          silent = 0;
          (arg as (item: unknown) => void)(item);
        })
      : arg
  );
  try {
    return await spawned.call((remote: Remote<Api>) =>
      (remote as Record<string, (...sent: unknown[]) => Reply<unknown>>)[name]!(...told)
    );
  } finally {
    clearInterval(watch);
  }
}
