// Travel times of a territory: from the road graphs that its operator made, else straight-line estimates.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UnusableInput, type Finding } from '../../src/lib/model/findings.ts';
import {
  decodeGraph,
  graphMeta,
  roadMatrix,
  Router,
  routerParameters,
  serviceFile,
  straightLineMatrix,
  teamPlaces,
  type Matrix,
  type RoadGraph,
  type RoadMode,
  type ServiceConfig,
  type TeamFile
} from '../../src/lib/engines/travel/index.ts';
import { writeSplit } from '../graph/split.ts';
import { writeTeam, type TeamMatrices } from '../graph/team.ts';
import type { TerritoryRows } from '../tables/rows.ts';
import type { Config } from './config.ts';
import { openSource } from './open-source.ts';
import type { ServicePosts } from './posts.ts';

const MODES = ['car', 'bike', 'foot'] as const satisfies readonly RoadMode[];
/** Share of the town halls that must stand by a road of the graph. */
const LEAST_COVERED = 0.5;

type Rows = Pick<TerritoryRows, 'territory' | 'communes' | 'schools' | 'teams'>;

export interface TerritoryTimes {
  matrices: TeamMatrices;
  times: TeamFile['times'];
  /** Files of the graphs, as they were given. */
  graphs: Partial<Record<RoadMode, Uint8Array>>;
  findings: Finding[];
}

/** The service that a configuration names, as the site's file tells it. */
export function serviceOf({ travel }: Config): ServiceConfig | null {
  if (!travel?.service || travel.url === undefined) return null;
  const { service, url, profile, key } = travel;
  return { service, url, ...(profile !== undefined && { profile }), ...(key !== undefined && { key }) };
}

function graphOf(file: string, bytes: Uint8Array, mode: RoadMode): RoadGraph {
  const refuse = (finding: Finding, cause?: unknown) => new UnusableInput({ ...finding, file }, { cause });
  let graph: RoadGraph;
  try {
    graph = decodeGraph(bytes);
  } catch (cause) {
    throw cause instanceof UnusableInput ? refuse(cause.finding, cause) : cause;
  }
  if (graph.meta.mode === mode) return graph;
  throw refuse({ code: 'graph-other-mode', severity: 'dropped', found: graph.meta.mode, expected: mode });
}

/** @throws UnusableInput when a graph is of no use: cut, of another mode, of another place */
export async function territoryTimes(config: Config, rows: Rows, folder: string): Promise<TerritoryTimes> {
  const places = teamPlaces(rows.communes, rows.schools);
  const [towns, count] = [places.slice(0, rows.communes.length), rows.communes.length];
  const found: TerritoryTimes = {
    matrices: { car: straightLineMatrix(places, 'car') },
    times: {},
    graphs: {},
    findings: []
  };
  for (const mode of MODES) {
    const file = config.travel?.graph?.[mode];
    if (file === undefined) {
      found.matrices[mode] = straightLineMatrix(places, mode);
      found.times[mode] = 'straight';
      continue;
    }
    const { bytes } = await openSource(folder, file);
    const router = new Router(graphOf(file, bytes, mode), routerParameters(mode));
    const near = towns.filter((town) => router.snap(town)).length;
    const seen = { file, found: String(near), expected: String(count) };
    if (near < count * LEAST_COVERED) {
      throw new UnusableInput({ code: 'graph-elsewhere', severity: 'dropped', ...seen });
    }
    if (near < count) found.findings.push({ code: 'graph-partial', severity: 'doubtful', ...seen });
    found.matrices[mode] = await roadMatrix(router, places, places, graphMeta(router));
    found.times[mode] = router.graph.meta.schematic ? 'schematic' : 'roads';
    found.graphs[mode] = bytes;
  }
  return found;
}

/** Writes `graph/` and `map/sectors.geojson` of a territory: always all of them, so that no page asks for a file that is not there. */
export async function writeTravel(
  config: Config,
  rows: Rows,
  posts: Pick<ServicePosts, 'staff' | 'assignment'>,
  { matrices, times, graphs }: TerritoryTimes,
  out: string
): Promise<void> {
  const folder = join(out, 'graph');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.bin')) rmSync(join(folder, name));
  writeFileSync(join(folder, 'service.json'), serviceFile(serviceOf(config)));
  for (const [mode, bytes] of Object.entries(graphs)) writeFileSync(join(folder, `${mode}.bin`), bytes);
  const team = { ...rows, ...posts };
  const { burdens } = await writeTeam(team, matrices, times, folder);
  writeSplit(team, matrices.car satisfies Matrix, burdens, times, { folder, maps: join(out, 'map') });
}
