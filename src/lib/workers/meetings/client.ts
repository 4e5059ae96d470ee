// Calls the worker of meetings from a page. Stopping it ends its work at once: the page keeps the last plan that it was told.
import type { BusyCalendar } from '../../engines/meetings/index.ts';
import { workerClient, type WorkerClient } from '../worker-client.ts';
import type { CalendarOrder, MeetingsApi } from './protocol.ts';

const create = () => new Worker(new URL('./meetings.worker.ts', import.meta.url), { type: 'module' });

export type MeetingsClient = WorkerClient<MeetingsApi>;

/** A client for one kind of work at a time: a repair does not wait for a search, which has a client of its own. */
export const meetingsClient = (): MeetingsClient => workerClient<MeetingsApi>(create);

/**
 * Busy half-days of a calendar, read by a worker that is terminated with it.
 * @throws UnusableInput for a file that is no calendar, or too large
 */
export const readCalendar = (order: CalendarOrder): Promise<BusyCalendar> =>
  workerClient<MeetingsApi>(create, { lifetime: 'each' }).readCalendar(order);
