// Outgoing arcs of every junction with their costs, in compressed sparse rows: the input of the shortest-path search.
import type { RoadGraph } from './road-graph.ts';

/** Costs are whole tenths of a second: sums stay exact, and the queue can use buckets. */
export const TICKS_PER_SECOND = 10;

export interface CostParameters {
  /** Seconds added to each link slower than `slowBelow`. */
  penalty: number;
  /** km/h. */
  slowBelow: number;
  /** Multiplies every driving time. */
  factor: number;
  /** Numbers of the links that are closed. */
  closed?: ReadonlySet<number>;
}

/** Arcs of junction `n`: `first[n]` to `first[n + 1]`. */
export interface Adjacency {
  graph: RoadGraph;
  first: Uint32Array;
  /** Two entries an arc, side by side for the cache: junction that it reaches, cost in ticks. */
  arcs: Int32Array;
  /** Link of each arc. */
  link: Uint32Array;
  /** Junction that each arc leaves. */
  tail: Uint32Array;
  /** Cost of each link in ticks; `CLOSED` when closed. */
  linkCost: Int32Array;
  /** Greatest cost of an open link, in ticks. */
  maxCost: number;
}

/** Cost of a closed link. */
export const CLOSED = -1;

/** Cost of a link in ticks: metres over speed (km/h), plus the penalty of a slow segment. At least one tick. */
function linkTicks(metres: number, speed: number, costs: CostParameters): number {
  const seconds = (metres * 3.6) / speed + (speed < costs.slowBelow ? costs.penalty : 0);
  return Math.max(1, Math.round(seconds * costs.factor * TICKS_PER_SECOND));
}

/** Arcs of a graph under the given costs; closed links have none. */
export function adjacencyOf(graph: RoadGraph, costs: CostParameters): Adjacency {
  const nodes = graph.lon.length;
  const links = graph.from.length;
  const first = new Uint32Array(nodes + 1);
  const linkCost = new Int32Array(links);
  let maxCost = 1;
  for (let l = 0; l < links; l++) {
    linkCost[l] = costs.closed?.has(l) ? CLOSED : linkTicks(graph.metres[l]!, graph.speed[l]!, costs);
    if (linkCost[l] === CLOSED) continue;
    maxCost = Math.max(maxCost, linkCost[l]!);
    first[graph.from[l]! + 1]!++;
    if (!graph.oneway[l]) first[graph.to[l]! + 1]!++;
  }
  for (let n = 0; n < nodes; n++) first[n + 1]! += first[n]!;
  const count = first[nodes]!;
  const cursor = first.slice();
  const arcs = new Int32Array(2 * count);
  const link = new Uint32Array(count);
  const tail = new Uint32Array(count);
  const add = (l: number, a: number, b: number) => {
    const arc = cursor[a]!++;
    arcs[2 * arc] = b;
    arcs[2 * arc + 1] = linkCost[l]!;
    link[arc] = l;
    tail[arc] = a;
  };
  for (let l = 0; l < links; l++) {
    if (linkCost[l] === CLOSED) continue;
    add(l, graph.from[l]!, graph.to[l]!);
    if (!graph.oneway[l]) add(l, graph.to[l]!, graph.from[l]!);
  }
  return { graph, first, arcs, link, tail, linkCost, maxCost };
}
