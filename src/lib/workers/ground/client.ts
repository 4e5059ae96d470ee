// Makes the ground of a territory in a worker that is terminated, with its memory, once it has answered or when stopped.
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type { GroundApi } from './protocol.ts';

const createWorker = () => new Worker(new URL('./ground.worker.ts', import.meta.url), { type: 'module' });

/** A work under way is stopped by the next one. */
export const groundClient = (create = createWorker): WorkerClient<GroundApi> =>
  workerClient<GroundApi>(create, { lifetime: 'latest' });
