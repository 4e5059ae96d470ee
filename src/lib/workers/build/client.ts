// Builds a territory in a worker that is terminated, with its memory, once it has answered or when stopped.
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type { BuildApi } from './protocol.ts';

const create = () => new Worker(new URL('./build.worker.ts', import.meta.url), { type: 'module' });

/** A build under way is stopped by the next one. */
export const buildClient = (): WorkerClient<BuildApi> =>
  workerClient<BuildApi>(create, { lifetime: 'latest' });
