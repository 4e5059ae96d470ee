// Calls the travel worker from a page: started and set up by the first request, ended at once by `stop`.
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type { TravelApi, TravelSetup } from './protocol.ts';

const createWorker = () => new Worker(new URL('./travel.worker.ts', import.meta.url), { type: 'module' });

export type TravelClient = Omit<WorkerClient<TravelApi>, 'setUp'>;

/** @param setup asked for at each start of a worker */
export const travelClient = (setup: () => TravelSetup, create = createWorker): TravelClient =>
  workerClient<TravelApi>(create, { setUp: (worker) => worker.setUp(setup()) });
