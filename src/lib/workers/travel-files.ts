// The graph, the times and the timetable's times that the travel worker answers from, each fetched once.
import { UnusableInput } from '../model/findings.ts';
import { decodeGraph } from '../travel/graph-file.ts';
import { graphMeta } from '../travel/graph-times.ts';
import type { RoadMode } from '../travel/graph.ts';
import { matrixFromJson } from '../travel/matrix-json.ts';
import { roadMatrix } from '../travel/matrix.ts';
import { routerParameters } from '../travel/parameters.ts';
import { NO_WAY, emptyMatrix, type Matrix } from '../travel/port.ts';
import { Router } from '../travel/router.ts';
import type { Conditions, TravelSetup } from './travel-work.ts';

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
  router(mode: RoadMode, peak: number): Promise<Router> {
    return kept(this.#routers, `${mode} ${mode === 'car' ? peak : 1}`, async () => {
      const response = await fetched(`${this.setup.folder}/${mode}.bin`);
      const graph = decodeGraph(new Uint8Array(await response.arrayBuffer()));
      return new Router(graph, routerParameters(mode, { peak }));
    });
  }

  /** Square, over the places of the setup. */
  matrix({ mode, peak }: Conditions, progress?: (share: number) => void): Promise<Matrix> {
    const { places } = this.setup;
    return kept(this.#matrices, `${mode} ${mode === 'car' ? peak : 1}`, async () => {
      if (mode === 'transit') return this.#timetable();
      const router = await this.router(mode, peak);
      return roadMatrix(router, places, places, graphMeta(router), { progress });
    });
  }

  /** Times of the timetable, lengths of the road: a bus does not say how far it drives. */
  async #timetable(): Promise<Matrix> {
    const { folder, places } = this.setup;
    const [response, roads] = await Promise.all([
      fetched(`${folder}/matrix-transit.json`),
      this.matrix({ mode: 'car', peak: 1 })
    ]);
    const { matrix, points } = matrixFromJson(await response.json());
    const rowOf = new Map(points.map(({ id }, row) => [id, row]));
    const own = emptyMatrix(places.length, places.length, matrix.meta);
    const rows = places.map(({ id }) => rowOf.get(id));
    rows.forEach((from, o) =>
      rows.forEach((to, d) => {
        const cell = o * places.length + d;
        if (from === undefined || to === undefined) return;
        own.seconds[cell] = matrix.seconds[from * matrix.destinations + to]!;
        own.metres![cell] = own.seconds[cell] === NO_WAY ? NO_WAY : roads.metres![cell]!;
      })
    );
    return own;
  }
}

/** What was asked for once; a failure is not kept. */
function kept<Value>(
  store: Map<string, Promise<Value>>,
  key: string,
  make: () => Promise<Value>
): Promise<Value> {
  const known = store.get(key);
  if (known) return known;
  const made = make();
  store.set(key, made);
  made.catch(() => store.delete(key));
  return made;
}
