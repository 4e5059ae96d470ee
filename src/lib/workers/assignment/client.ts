// Asks the worker of sectors; stops it at once when told to: what it told of stays.
import { proxy, type Remote } from 'comlink';
import type { Absence } from '../../engines/assignment/situations/absence.ts';
import type { ForcedPrice } from '../../engines/assignment/proof/forced-price.ts';
import type { FrontPoint } from '../../engines/assignment/situations/pareto-front.ts';
import type { NewPost, Place } from '../../engines/assignment/situations/new-post.ts';
import type { PostsAnswer, PostsQuestion } from '../../engines/assignment/situations/posts.ts';
import { spawn, type Spawned } from '../spawn.ts';
import type { Asked } from './requests.ts';
import type { SplitAnswer, SplitRequest, SplitStage } from './protocol.ts';
import type { TerritoryApi } from './assignment.worker.ts';
import { WorkerFailure, type WorkerResult } from '../worker-result.ts';

const createWorker = () => new Worker(new URL('./assignment.worker.ts', import.meta.url), { type: 'module' });

/** Every question throws `Stopped` when ended meanwhile. */
export class TerritoryClient {
  readonly #create: () => Worker;
  #worker: Spawned<TerritoryApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  solve(request: SplitRequest, tell: (stage: SplitStage) => void): Promise<SplitAnswer> {
    return this.#ask((remote) => remote.solve(request, proxy(tell)));
  }

  /** What the plan would cost with a unit elsewhere, one post after the other. */
  prices(
    asked: Asked,
    plan: Record<string, string>,
    unit: string,
    tell: (price: ForcedPrice) => void
  ): Promise<void> {
    return this.#ask((remote) => remote.prices(asked, plan, unit, proxy(tell)));
  }

  front(asked: Asked, tell: (point: FrontPoint) => void): Promise<void> {
    return this.#ask((remote) => remote.front(asked, proxy(tell)));
  }

  /** The best bases of a post more, from the best on. */
  post(asked: Asked, places: readonly Place[], id: string, tell: (found: NewPost) => void): Promise<void> {
    return this.#ask((remote) => remote.post(asked, places, id, proxy(tell)));
  }

  absence(asked: Asked, plan: Record<string, string>, absent: string): Promise<Absence> {
    return this.#ask((remote) => remote.absence(asked, plan, absent));
  }

  posts(question: PostsQuestion): Promise<PostsAnswer> {
    return this.#ask((remote) => remote.posts(question));
  }

  /** Ends the work under way; the next question starts anew. */
  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  /** A worker that failed is let go of, its solver with it: the next question starts anew. */
  async #ask<Value>(ask: (remote: Remote<TerritoryApi>) => Promise<WorkerResult<Value>>): Promise<Value> {
    const worker = (this.#worker ??= spawn<TerritoryApi>(this.#create));
    try {
      return await worker.call<Value>(ask);
    } catch (error) {
      if (error instanceof WorkerFailure && this.#worker === worker) this.stop();
      throw error;
    }
  }
}
