// The graph, the times and the timetable's times that the travel worker answers from, each fetched once.
import { UnusableInput } from '../../model/findings.ts';
import {
  configuredTimes,
  decodeGraph,
  graphMeta,
  linksAt,
  matrixFromJson,
  NO_ROUTE,
  roadMatrix,
  Router,
  routerParameters,
  shippedTransitMatrix,
  straightLineMatrix,
  TravelTimesError,
  type Matrix,
  type RoadMode
} from '../../engines/travel/index.ts';
import type { Conditions, Told, TravelSetup } from './protocol.ts';

export type RoadConditions = Conditions & { mode: RoadMode };

async function fetched(address: string): Promise<Response> {
  const file = address.slice(address.lastIndexOf('/') + 1);
  const unreachable = (found: string, cause?: unknown) =>
    new UnusableInput(
      { code: 'graph-unreachable', severity: 'dropped', file, found, expected: '200' },
      { cause }
    );
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw unreachable('', cause);
  }
  if (!response.ok) throw unreachable(String(response.status));
  return response;
}

export class TravelFiles {
  readonly setup: TravelSetup;
  readonly #routers = new Map<string, Promise<Router>>();
  readonly #matrices = new Map<string, Promise<Matrix>>();

  constructor(setup: TravelSetup) {
    this.setup = setup;
  }

  /** @throws {UnusableInput} `graph-unreachable`, or what `decodeGraph` finds; asked again, tries again. */
  router({ mode, peak, closed }: RoadConditions): Promise<Router> {
    if (closed.length === 0) {
      return kept(this.#routers, keyOf(mode, peak, closed), async () => {
        const response = await fetched(`${this.setup.folder}/${mode}.bin`);
        const graph = decodeGraph(new Uint8Array(await response.arrayBuffer()));
        return new Router(graph, routerParameters(mode, { peak }));
      });
    }
    return kept(this.#routers, keyOf(mode, peak, closed), async () => {
      const open = await this.router({ mode, peak, closed: [] });
      return new Router(open.graph, routerParameters(mode, { peak, closed: linksAt(open, closed) }));
    });
  }

  /** No road is known for the mode: its times are estimated as the crow flies. */
  isStraight(mode: RoadMode): boolean {
    return this.setup.times?.[mode] === 'straight';
  }

  /** Square, over the places of the setup. */
  matrix({ mode, peak, closed, from }: Conditions, tell?: (told: Told) => void): Promise<Matrix> {
    const { places } = this.setup;
    if (mode === 'transit') return kept(this.#matrices, mode, () => this.#timetable());
    if (from === 'service') return this.#served(mode, mode === 'car' ? peak : 1, tell);
    if (this.isStraight(mode)) {
      return kept(this.#matrices, keyOf(mode, peak, []), () =>
        straightLineMatrix(places, mode, mode === 'car' ? peak : 1)
      );
    }
    return kept(this.#matrices, keyOf(mode, peak, closed), async () => {
      const router = await this.router({ mode, peak, closed });
      const progress = (share: number) => tell?.({ share });
      return roadMatrix(router, places, places, graphMeta(router), { progress });
    });
  }

  /** Times of the configured service, at the peak hour if need be. It knows of no closed road. */
  async #served(mode: RoadMode, peak: number, tell?: (told: Told) => void): Promise<Matrix> {
    const { places, service } = this.setup;
    const matrix = await kept(this.#matrices, `service ${mode}`, () => {
      if (!service) throw new TravelTimesError('refused', 'no service is configured');
      let share = 0;
      const waits = (ms: number) => tell?.({ share, wait: Math.ceil(ms / 1000) });
      const progress = (now: number) => tell?.({ share: (share = now) });
      return configuredTimes(service, { waits }).matrix(places, places, mode, undefined, { progress });
    });
    if (peak === 1) return matrix;
    const seconds = matrix.seconds.map((value) => (value === NO_ROUTE ? value : Math.round(value * peak)));
    return { ...matrix, seconds, meta: { ...matrix.meta, calibration: `peak=${peak}` } };
  }

  /** Times of the timetable, lengths of the road: a bus does not say how far it drives. */
  async #timetable(): Promise<Matrix> {
    const { folder, places } = this.setup;
    const [response, roads] = await Promise.all([
      fetched(`${folder}/matrix-transit.json`),
      this.matrix({ mode: 'car', peak: 1, closed: [] })
    ]);
    return shippedTransitMatrix(matrixFromJson(await response.json()), places, roads);
  }
}

/** The same roads at the same hours. */
const keyOf = (mode: RoadMode, peak: number, closed: Conditions['closed']) =>
  [mode, mode === 'car' ? peak : 1, ...closed.map((point) => point.join())].join(' ');

/** Trials that came and went make way: the oldest first. */
const MOST_KEPT = 24;

/** What was asked for once; a failure is not kept. */
function kept<Value>(
  store: Map<string, Promise<Value>>,
  key: string,
  make: () => Value | Promise<Value>
): Promise<Value> {
  const known = store.get(key);
  if (known) return known;
  const made = Promise.resolve().then(make);
  store.set(key, made);
  const [oldest] = store.keys();
  if (store.size > MOST_KEPT && oldest !== undefined) store.delete(oldest);
  made.catch(() => store.delete(key));
  return made;
}
