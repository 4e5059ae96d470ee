// Calls the cards worker from a page: started and set up by the first request; stopping it ends its work at once.
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type { CardsApi, CardsSetup } from './protocol.ts';

const createWorker = () => new Worker(new URL('./cards.worker.ts', import.meta.url), { type: 'module' });

export type CardsClient = Omit<WorkerClient<CardsApi>, 'setUp'>;

/** @param setup asked for at each start of a worker */
export const cardsClient = (setup: () => CardsSetup, create = createWorker): CardsClient =>
  workerClient<CardsApi>(create, { setUp: (worker) => worker.setUp(setup()) });
