// Builds a territory in a worker that is terminated, with its memory, once it has answered or when stopped.
import { proxy } from 'comlink';
import type { BuildApi } from './build.worker.ts';
import type { BuildProgress, BuildRequest, Built } from './protocol.ts';
import { spawn, type Spawned } from '../worker-call.ts';

const createWorker = () => new Worker(new URL('./build.worker.ts', import.meta.url), { type: 'module' });

export class BuildClient {
  readonly #create: () => Worker;
  #worker: Spawned<BuildApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  /**
   * Builds a territory. A build under way is stopped.
   *
   * @throws UnusableInput at the first file that is missing or of no use
   * @throws UnsafeTerritory when a count could be found again or may not be published
   * @throws Stopped when stopped meanwhile
   */
  async build(request: BuildRequest, onProgress: (progress: BuildProgress) => void): Promise<Built> {
    this.stop();
    const worker = spawn<BuildApi>(this.#create);
    this.#worker = worker;
    try {
      return await worker.call((remote) => remote.build(request, proxy(onProgress)));
    } finally {
      worker.end();
    }
  }

  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }
}
