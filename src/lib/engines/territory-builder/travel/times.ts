// Travel times of a territory: from the road graphs that its operator made, else straight-line estimates.
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import {
  decodeGraph,
  roadMatrix,
  Router,
  routerParameters,
  straightLineMatrices,
  teamPlaces
} from '../../travel/index.ts';
import type { RoadGraph } from '../../travel/graph/road-graph.ts';
import type { TeamFile } from '../../../model/travel/team-travel.ts';
import type { RoadMode } from '../../../model/travel/road-network.ts';
import type { Matrix } from '../../../model/travel/travel-times.ts';
import { utf8 } from '../bytes.ts';
import { assignmentFile } from './assignment-file.ts';
import { teamFile, type TeamMatrices, type TeamRows } from './team.ts';
import type { TerritoryRows } from '../rows.ts';
import type { DemandRows } from './school-demand.ts';
import type { Config } from '../sources/config.ts';
import type { OpenSource } from '../sources/sources.ts';
import type { ServicePosts } from '../join/posts.ts';

const MODES = ['car', 'bike', 'foot'] as const satisfies readonly RoadMode[];
/** Share of the town halls that must stand by a road of the graph. */
const LEAST_COVERED = 0.5;

type Rows = DemandRows & Pick<TerritoryRows, 'territory' | 'communes'>;

export interface TerritoryTimes {
  matrices: TeamMatrices;
  times: TeamFile['times'];
  /** Files of the graphs, as they were given. */
  graphs: Partial<Record<RoadMode, Uint8Array>>;
  findings: Finding[];
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
export async function territoryTimes(
  config: Pick<Config, 'travel'>,
  rows: Rows,
  open: OpenSource
): Promise<TerritoryTimes> {
  const places = teamPlaces(rows.communes, rows.schools);
  const [towns, count] = [places.slice(0, rows.communes.length), rows.communes.length];
  const roadless = MODES.filter((mode) => config.travel?.graph?.[mode] === undefined);
  const found: TerritoryTimes = {
    // Every mode is there in the end: by a straight line, or on the roads of a graph below.
    matrices: straightLineMatrices(places, roadless) as TeamMatrices,
    times: {},
    graphs: {},
    findings:
      config.travel?.service === undefined ? [] : [{ code: 'travel-service-unread', severity: 'doubtful' }]
  };
  for (const mode of MODES) {
    const file = config.travel?.graph?.[mode];
    if (file === undefined) {
      found.times[mode] = 'straight';
      continue;
    }
    const { bytes } = await open(file);
    const router = new Router(graphOf(file, bytes, mode), routerParameters(mode));
    const near = towns.filter((town) => router.snap(town)).length;
    const seen = { file, found: String(near), expected: String(count) };
    if (near < count * LEAST_COVERED) {
      throw new UnusableInput({ code: 'graph-elsewhere', severity: 'dropped', ...seen });
    }
    if (near < count) found.findings.push({ code: 'graph-partial', severity: 'doubtful', ...seen });
    found.matrices[mode] = await roadMatrix(router, places, places);
    found.times[mode] = router.graph.meta.schematic ? 'schematic' : 'roads';
    found.graphs[mode] = bytes;
  }
  return found;
}

/** `graph/team.json`, `graph/split.json` and `map/sectors.geojson`. */
export async function teamFiles(
  rows: TeamRows & Pick<TerritoryRows, 'territory'>,
  matrices: TeamMatrices,
  times: TeamFile['times']
): Promise<Map<string, Uint8Array>> {
  const team = await teamFile(rows, matrices, times);
  const { file, sectors } = assignmentFile(rows, matrices.car satisfies Matrix, team.team, times);
  return new Map([
    ['graph/team.json', utf8(JSON.stringify(team))],
    ['graph/split.json', utf8(JSON.stringify(file))],
    ['map/sectors.geojson', utf8(JSON.stringify(sectors))]
  ]);
}

/** `graph/` and `map/sectors.geojson` of a territory: always all of them, so that no page asks for a file that is not there. */
export async function travelFiles(
  rows: Rows,
  posts: Pick<ServicePosts, 'staff' | 'assignment'>,
  { matrices, times, graphs }: TerritoryTimes
): Promise<Map<string, Uint8Array>> {
  return new Map([
    ...Object.entries(graphs).map(([mode, bytes]) => [`graph/${mode}.bin`, bytes] as const),
    ...(await teamFiles({ ...rows, ...posts }, matrices, times))
  ]);
}
