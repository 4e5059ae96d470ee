// Looks at dropped files in workers, each terminated, with its memory, once it has answered or when stopped.
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type { ImportApi } from './protocol.ts';

const createWorker = () => new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });

export type ImportClient = WorkerClient<ImportApi>;

export const importClient = (create = createWorker): ImportClient =>
  workerClient<ImportApi>(create, { lifetime: 'each' });
