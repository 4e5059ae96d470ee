// The graphs of several modes out of one extract.
import type { Finding } from '../../../model/findings.ts';
import type { RoadMode, RoadNetwork } from '../../../model/travel/road-network.ts';
import { roadNetwork, type Extract } from '../../ground/index.ts';
import { buildGraph, encodeGraph } from '../../travel/index.ts';

export interface GraphFigures {
  nodes: number;
  edges: number;
  /** Share of the length of roads that have a name or a number, 0 to 1. */
  named: number;
  bytes: number;
}

export interface BuiltGraph {
  bytes: Uint8Array;
  figures: GraphFigures;
}

/** Share of the length that has a name or a number. */
function namedShare({ lon, lat, ways }: RoadNetwork): number {
  let [named, all] = [0, 0];
  for (const { points, name, ref } of ways) {
    let length = 0;
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1]!, points[i]!];
      const x = (lon[b]! - lon[a]!) * Math.cos((lat[a]! * Math.PI) / 180);
      length += Math.hypot(x, lat[b]! - lat[a]!);
    }
    all += length;
    if (name !== undefined || ref !== undefined) named += length;
  }
  return all > 0 ? named / all : 0;
}

/** The graph of a mode; a finding where it has no road there. */
export function graphOf(extract: Extract, mode: RoadMode): BuiltGraph | Finding {
  const network = roadNetwork(extract, mode);
  try {
    const graph = buildGraph(network);
    const bytes = encodeGraph(graph);
    const [nodes, edges] = [graph.lon.length, graph.from.length];
    return { bytes, figures: { nodes, edges, named: namedShare(network), bytes: bytes.length } };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no connected road'))
      return { code: 'ground-no-mode', severity: 'doubtful', found: mode };
    throw error;
  }
}
