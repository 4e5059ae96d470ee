// Looks at dropped files in a worker that is terminated, with its memory, once all are or when stopped.
import { proxy } from 'comlink';
import { spawn, type Spawned } from '../worker-call.ts';
import type { InspectApi } from './inspect.worker.ts';
import type { InspectEvents, InspectRequest } from './protocol.ts';

const createWorker = () => new Worker(new URL('./inspect.worker.ts', import.meta.url), { type: 'module' });

export class InspectClient {
  readonly #create: () => Worker;
  #worker: Spawned<InspectApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  /**
   * Looks at files in their order; each is given to `onFile` once it is. Files under way are stopped.
   *
   * @throws Stopped when stopped meanwhile
   */
  async inspect(
    files: readonly File[],
    request: InspectRequest,
    { onFile, onProgress = () => undefined }: InspectEvents
  ): Promise<void> {
    this.stop();
    const worker = spawn<InspectApi>(this.#create);
    this.#worker = worker;
    try {
      await worker.call((remote) => remote.inspect(files, request, proxy(onFile), proxy(onProgress)));
    } finally {
      worker.end();
    }
  }

  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }
}
