// Client of the travel worker: started by the first request, ended at once by `stop`.
import { proxy } from 'comlink';
import { spawn, type Spawned } from '../worker-call.ts';
import type { ModeComparison } from '../../model/travel/team-travel.ts';
import type { Closure, LonLat, NamedRoad, RoadStretches, Stretch } from '../../model/travel/roads.ts';
import type {
  Around,
  Conditions,
  Roads,
  TeamResult,
  TeamRequest,
  TravelProgress,
  TravelSetup,
  Trip
} from './protocol.ts';
import type { TravelApi } from './travel.worker.ts';

const createWorker = () => new Worker(new URL('./travel.worker.ts', import.meta.url), { type: 'module' });

/**
 * Every request throws `UnusableInput` when a file is missing or damaged, `TravelTimesError` when the routing service cannot answer, and
 * `Stopped` when ended meanwhile.
 */
export class TravelClient {
  readonly #setup: () => TravelSetup;
  readonly #create: () => Worker;
  #worker: { spawned: Spawned<TravelApi>; ready: Promise<void> } | null = null;

  constructor(setup: () => TravelSetup, create = createWorker) {
    this.#setup = setup;
    this.#create = create;
  }

  /** Weekly burden of each post. */
  async team(request: TeamRequest, onProgress: (progress: TravelProgress) => void): Promise<TeamResult> {
    return (await this.#ready()).call((remote) => remote.team(request, proxy(onProgress)));
  }

  /** Burden of the posts by each mode. */
  async modes(request: TeamRequest): Promise<ModeComparison> {
    return (await this.#ready()).call((remote) => remote.modes(request));
  }

  /** Roads used most and roads closed. */
  async roads(request: TeamRequest): Promise<Roads> {
    return (await this.#ready()).call((remote) => remote.roads(request));
  }

  /** The open road at a point, no farther than `within` metres. */
  async roadAt(point: LonLat, within: number, conditions: Conditions): Promise<Stretch | null> {
    return (await this.#ready()).call((remote) => remote.roadAt(point, within, conditions));
  }

  /** Roads of a name or a number, no more than `most`. */
  async roadsNamed(query: string, most: number, conditions: Conditions): Promise<NamedRoad[]> {
    return (await this.#ready()).call((remote) => remote.roadsNamed(query, most, conditions));
  }

  /** Every stretch of what a closure closes. */
  async stretches(closure: Closure, conditions: Conditions): Promise<RoadStretches | null> {
    return (await this.#ready()).call((remote) => remote.stretches(closure, conditions));
  }

  /** Seconds between communes (INSEE codes), rows are origins; null where there is no route. */
  async towns(conditions: Conditions, codes: readonly string[]): Promise<(number | null)[][]> {
    return (await this.#ready()).call((remote) => remote.towns(conditions, codes));
  }

  /** @param limits seconds of the areas */
  async around(id: string, conditions: Conditions, limits: readonly number[]): Promise<Around> {
    return (await this.#ready()).call((remote) => remote.around(id, conditions, limits));
  }

  /** @param from identifier of a place of the setup, as `to` */
  async trip(from: string, to: string, conditions: Conditions): Promise<Trip> {
    return (await this.#ready()).call((remote) => remote.trip(from, to, conditions));
  }

  /** Ends all work under way; the next request starts a new worker. */
  stop(): void {
    this.#worker?.spawned.end();
    this.#worker = null;
  }

  async #ready(): Promise<Spawned<TravelApi>> {
    if (!this.#worker || this.#worker.spawned.isOver) {
      const spawned = spawn<TravelApi>(this.#create);
      const ready = spawned.call((remote) => remote.setUp(this.#setup()));
      this.#worker = { spawned, ready };
    }
    const { spawned, ready } = this.#worker;
    await ready;
    return spawned;
  }
}
