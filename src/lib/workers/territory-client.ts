// Asks the worker of sectors; stops it at once when told to: the plans that it told of stay.
import { proxy } from 'comlink';
import { spawn, type Spawned } from './spawn.ts';
import type { SplitAnswer, SplitRequest, SplitStage } from './territory-work.ts';
import type { TerritoryApi } from './territory.worker.ts';

const createWorker = () => new Worker(new URL('./territory.worker.ts', import.meta.url), { type: 'module' });

export class TerritoryClient {
  readonly #create: () => Worker;
  #worker: Spawned<TerritoryApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  /** Throws `Stopped` when ended meanwhile. */
  solve(request: SplitRequest, tell: (stage: SplitStage) => void): Promise<SplitAnswer> {
    this.#worker ??= spawn<TerritoryApi>(this.#create);
    return this.#worker.call((remote) => remote.solve(request, proxy(tell)));
  }

  /** Ends the search under way; the next one starts anew. */
  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }
}
