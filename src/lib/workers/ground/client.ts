// Makes the ground of a territory in a worker that is terminated, with its memory, once it has answered or when stopped.
import { proxy } from 'comlink';
import type { GroundApi } from './ground.worker.ts';
import type { BuiltGround, GroundOrder, GroundProgress } from './protocol.ts';
import { spawn, type Spawned } from '../worker-call.ts';

const createWorker = () => new Worker(new URL('./ground.worker.ts', import.meta.url), { type: 'module' });

export class GroundClient {
  readonly #create: () => Worker;
  #worker: Spawned<GroundApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  /**
   * Makes graphs, tiles and the file for paper. A work under way is stopped.
   *
   * @throws UnusableInput before the work when the extract does not cover the box, or with what is wrong in it
   * @throws Stopped when stopped meanwhile: at once, whatever the worker does
   */
  async build(order: GroundOrder, onProgress: (progress: GroundProgress) => void): Promise<BuiltGround> {
    this.stop();
    const worker = spawn<GroundApi>(this.#create);
    this.#worker = worker;
    try {
      return await worker.call((remote) => remote.build(order, proxy(onProgress)));
    } finally {
      worker.end();
    }
  }

  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }
}
