// Publishes a territory in a worker that is terminated, with its memory, once it has answered or when stopped.
import { proxy } from 'comlink';
import type { PublishApi } from './publish.worker.ts';
import type { PublishedSite, PublishProgress, PublishRequest } from './protocol.ts';
import { spawn, WorkerFailure, type Spawned } from '../worker-call.ts';

const createWorker = () => new Worker(new URL('./publish.worker.ts', import.meta.url), { type: 'module' });

/** What the browser says of the computer, where it does: gigabytes, rounded down. */
interface Computer {
  deviceMemory?: number;
}
/** Making pages takes half a gigabyte. */
const LEAST_MEMORY = 2;

export class PublishClient {
  readonly #base: string;
  readonly #create: () => Worker;
  #worker: Spawned<PublishApi> | null = null;

  /** @param base address of the site without a final slash: the shell comes from there */
  constructor(base: string, create = createWorker) {
    this.#base = base;
    this.#create = create;
  }

  /**
   * Makes the zip of a complete static site; without pages made beforehand, and says so, when the worker runs out of memory.
   * A publication under way is stopped.
   *
   * @throws UnusableInput, UnsafeTerritory when the files may not be published as asked
   * @throws Stopped when stopped meanwhile
   * @throws WorkerFailure when the shell cannot be had
   */
  async publish(
    request: PublishRequest,
    onProgress: (progress: PublishProgress) => void
  ): Promise<PublishedSite> {
    const { deviceMemory = LEAST_MEMORY } = navigator as Computer;
    const shellOnly = request.shellOnly ?? deviceMemory < LEAST_MEMORY;
    try {
      return await this.#run({ ...request, shellOnly }, onProgress);
    } catch (error) {
      if (shellOnly || !(error instanceof WorkerFailure && error.outOfMemory)) throw error;
      return this.#run({ ...request, shellOnly: true }, onProgress);
    }
  }

  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  async #run(request: PublishRequest, onProgress: (progress: PublishProgress) => void) {
    this.stop();
    const worker = spawn<PublishApi>(this.#create);
    this.#worker = worker;
    const { href } = new URL(`${this.#base}/`, location.href);
    try {
      return await worker.call((remote) => remote.publish(href, request, proxy(onProgress)));
    } finally {
      worker.end();
    }
  }
}
