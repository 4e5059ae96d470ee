// Clients of the workers that make a territory from its files. Each worker is terminated, with its memory, once it has answered or when stopped.
import type { BuildApi } from './build/protocol.ts';
import type { GroundApi } from './ground/protocol.ts';
import type { ImportApi } from './import/protocol.ts';
import { workerClient, type WorkerClient } from './worker-client.ts';

const build = () => new Worker(new URL('./build/build.worker.ts', import.meta.url), { type: 'module' });
const ground = () => new Worker(new URL('./ground/ground.worker.ts', import.meta.url), { type: 'module' });
const inspection = () =>
  new Worker(new URL('./import/import.worker.ts', import.meta.url), { type: 'module' });

export type ImportClient = WorkerClient<ImportApi>;

/** Looks at dropped files, side by side. */
export const importClient = (create = inspection): ImportClient =>
  workerClient<ImportApi>(create, { lifetime: 'each' });

/**
 * Builds a territory. A build under way is stopped by the next one.
 * Its requests reject with `UnusableInput`, `UnsafeTerritory`, or `Stopped`.
 */
export const buildClient = (create = build): WorkerClient<BuildApi> =>
  workerClient<BuildApi>(create, { lifetime: 'latest' });

/**
 * Makes the ground of a territory. A work under way is stopped by the next one: at once, whatever the worker does.
 * Its requests reject with `UnusableInput` or `Stopped`.
 */
export const groundClient = (create = ground): WorkerClient<GroundApi> =>
  workerClient<GroundApi>(create, { lifetime: 'latest' });
