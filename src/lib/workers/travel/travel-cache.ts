// Road graphs and matrices of the travel worker, each fetched or computed once.
import { UnusableInput } from '../../model/findings.ts';
import {
  decodeGraph,
  linksAt,
  matrixFromJson,
  roadMatrix,
  Router,
  routerParameters,
  shippedTransitMatrix,
  straightLineMatrices
} from '../../engines/travel/index.ts';
import type { RoadMode } from '../../model/travel/road-network.ts';
import type { Matrix } from '../../model/travel/travel-times.ts';
import type { Conditions, Graphs, TravelProgress, TravelSetup } from './protocol.ts';

/** Conditions of a mode that has roads. */
export type RoadConditions = Conditions & { mode: RoadMode };

async function fetched(graphs: Graphs, file: string): Promise<Response> {
  const unreachable = (found: string, cause?: unknown) =>
    new UnusableInput(
      { code: 'graph-unreachable', severity: 'dropped', file, found, expected: '200' },
      { cause }
    );
  if (typeof graphs !== 'string') {
    const bytes = graphs.get(file);
    if (!bytes) throw unreachable('404');
    return new Response(bytes as BodyInit);
  }
  let response: Response;
  try {
    response = await fetch(`${graphs}/${file}`);
  } catch (cause) {
    throw unreachable('', cause);
  }
  if (!response.ok) throw unreachable(String(response.status));
  return response;
}

export class TravelCache {
  readonly setup: TravelSetup;
  readonly #routers = new Map<string, Promise<Router>>();
  readonly #matrices = new Map<string, Promise<Matrix>>();

  constructor(setup: TravelSetup) {
    this.setup = setup;
  }

  /** @throws {UnusableInput} `graph-unreachable`, or an error of `decodeGraph`; failures are not kept */
  router({ mode, peak, closed }: RoadConditions): Promise<Router> {
    if (closed.length === 0) {
      return cached(this.#routers, keyOf(mode, peak, closed), async () => {
        const response = await fetched(this.setup.graphs, `${mode}.bin`);
        const graph = decodeGraph(new Uint8Array(await response.arrayBuffer()));
        return new Router(graph, routerParameters(mode, { peak }));
      });
    }
    return cached(this.#routers, keyOf(mode, peak, closed), async () => {
      const open = await this.router({ mode, peak, closed: [] });
      return new Router(open.graph, routerParameters(mode, { peak, closed: linksAt(open, closed) }));
    });
  }

  /** Whether times of the mode are straight-line estimates. */
  isStraightLine(mode: RoadMode): boolean {
    return this.setup.times?.[mode] === 'straight';
  }

  /** Square, over the places of the setup. */
  matrix(
    { mode, peak, closed }: Conditions,
    onProgress?: (progress: TravelProgress) => void
  ): Promise<Matrix> {
    const { places } = this.setup;
    if (mode === 'transit') return cached(this.#matrices, mode, () => this.#timetable());
    if (this.isStraightLine(mode)) {
      return cached(
        this.#matrices,
        keyOf(mode, peak, []),
        () => straightLineMatrices(places, [mode], mode === 'car' ? peak : 1)[mode]
      );
    }
    return cached(this.#matrices, keyOf(mode, peak, closed), async () => {
      const router = await this.router({ mode, peak, closed });
      const progress = (share: number) => onProgress?.({ share });
      return roadMatrix(router, places, places, { progress });
    });
  }

  /** Times of the timetable with the distances of the road. */
  async #timetable(): Promise<Matrix> {
    const { graphs, places } = this.setup;
    const [response, roads] = await Promise.all([
      fetched(graphs, 'matrix-transit.json'),
      this.matrix({ mode: 'car', peak: 1, closed: [] })
    ]);
    return shippedTransitMatrix(matrixFromJson(await response.json()), places, roads);
  }
}

/** Conditions that give the same times have the same key. */
const keyOf = (mode: RoadMode, peak: number, closed: Conditions['closed']) =>
  [mode, mode === 'car' ? peak : 1, ...closed.map(({ at, road = '' }) => `${at.join()} ${road}`)].join(' ');

/** Entries of a cache: beyond, the oldest is dropped. */
const MOST_KEPT = 24;

/** The cached value of a key, made when there is none; a failure is not kept. */
function cached<Value>(
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
