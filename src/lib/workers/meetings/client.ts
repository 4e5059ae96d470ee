// Calls the worker of meetings from a page. Stopping it ends its work at once: the page keeps the last plan that it was told.
import { proxy, type Remote } from 'comlink';
import type {
  BusyCalendar,
  MeetingProgress,
  MeetingSolution,
  RepairedPlan
} from '../../engines/meetings/index.ts';
import { spawn, WorkerFailure, type Spawned, type WorkerResult } from '../worker-call.ts';
import type { CalendarOrder, MeetingsApi, PlanOrder, RepairOrder } from './protocol.ts';

const createWorker = () => new Worker(new URL('./meetings.worker.ts', import.meta.url), { type: 'module' });

/** Each request rejects with `Stopped` when it is stopped, with `WorkerFailure` when the worker fails. */
export class MeetingsClient {
  readonly #create: () => Worker;
  #worker: Spawned<MeetingsApi> | null = null;

  constructor(create = createWorker) {
    this.#create = create;
  }

  plan(order: PlanOrder, onProgress: (progress: MeetingProgress) => void): Promise<MeetingSolution> {
    return this.#call((remote) => remote.plan(order, proxy(onProgress)));
  }

  repair(order: RepairOrder): Promise<RepairedPlan> {
    return this.#call((remote) => remote.repair(order));
  }

  /** @throws UnusableInput for a file that is no calendar, or too large */
  readCalendar(order: CalendarOrder): Promise<BusyCalendar> {
    return this.#call((remote) => remote.readCalendar(order));
  }

  stop(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  async #call<Value>(request: (remote: Remote<MeetingsApi>) => Promise<WorkerResult<Value>>): Promise<Value> {
    const worker = (this.#worker ??= spawn<MeetingsApi>(this.#create));
    try {
      return await worker.call<Value>(request);
    } catch (error) {
      if (error instanceof WorkerFailure && this.#worker === worker) this.stop();
      throw error;
    }
  }
}
