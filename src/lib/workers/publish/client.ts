// Publishes a territory in a worker that is terminated, with its memory, once it has answered or when stopped.
import { WorkerFailure } from '../worker-call.ts';
import { workerClient } from '../worker-client.ts';
import type { PublishApi, PublishedSite, PublishProgress, PublishRequest } from './protocol.ts';

const createWorker = () => new Worker(new URL('./publish.worker.ts', import.meta.url), { type: 'module' });

/** What the browser says of the computer, where it does: gigabytes, rounded down. */
interface Computer {
  deviceMemory?: number;
}
/** Making pages takes half a gigabyte. */
const LEAST_MEMORY = 2;

export interface PublishClient {
  /**
   * Makes the zip of a complete static site; without pages made beforehand, and says so, when the worker runs out of memory.
   * A publication under way is stopped.
   *
   * @throws UnusableInput, UnsafeTerritory when the files may not be published as asked
   * @throws Stopped when stopped meanwhile
   * @throws WorkerFailure when the shell cannot be had
   */
  publish: (
    request: PublishRequest,
    onProgress: (progress: PublishProgress) => void
  ) => Promise<PublishedSite>;
  stop: () => void;
}

/** @param base address of the site without a final slash: the shell comes from there */
export function publishClient(base: string, create = createWorker): PublishClient {
  const client = workerClient<PublishApi>(create, { lifetime: 'latest' });
  return {
    stop: client.stop,
    async publish(request, onProgress) {
      const { href } = new URL(`${base}/`, location.href);
      const { deviceMemory = LEAST_MEMORY } = navigator as Computer;
      const shellOnly = deviceMemory < LEAST_MEMORY;
      try {
        return await client.publish(href, { ...request, shellOnly }, onProgress);
      } catch (error) {
        if (shellOnly || !(error instanceof WorkerFailure && error.outOfMemory)) throw error;
        return client.publish(href, { ...request, shellOnly: true }, onProgress);
      }
    }
  };
}
