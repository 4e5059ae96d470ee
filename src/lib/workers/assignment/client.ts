// Calls the assignment worker from a page. One worker, started at the first request; stopping it ends its work at once.
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type { AssignmentApi } from './protocol.ts';

const createWorker = () => new Worker(new URL('./assignment.worker.ts', import.meta.url), { type: 'module' });

export type AssignmentClient = WorkerClient<AssignmentApi>;

export const assignmentClient = (create = createWorker): AssignmentClient =>
  workerClient<AssignmentApi>(create);
