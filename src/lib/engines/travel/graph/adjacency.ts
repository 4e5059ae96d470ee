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

/**
 * Arcs of state `n`: `first[n]` to `first[n + 1]`. A state is a junction, or a junction as reached by a link after which some turns are
 * forbidden: such states follow the junctions, and leave by the other links only.
 */
export interface Adjacency {
  graph: RoadGraph;
  first: Uint32Array;
  /** Two entries an arc, side by side for the cache: state that it reaches, cost in ticks. */
  arcs: Int32Array;
  /** Link of each arc. */
  link: Uint32Array;
  /** State that each arc leaves. */
  tail: Uint32Array;
  /** Junction of each state. */
  junction: Uint32Array;
  /** State in which a link is left at its `to` end, and at its `from` end. */
  atTo: Uint32Array;
  atFrom: Uint32Array;
  /** States of the junctions that have several. */
  states: ReadonlyMap<number, readonly ReachedState[]>;
  /** Cost of each link in ticks; `CLOSED` when closed. */
  linkCost: Int32Array;
  /** Greatest cost of an open link, in ticks. */
  maxCost: number;
}

/** A junction as reached by one link, and the links that may not follow. */
export interface ReachedState {
  state: number;
  barred: ReadonlySet<number>;
}

/** Costs of a graph whose every road is open: for its structure alone. */
export const UNRESTRICTED: CostParameters = { penalty: 0, slowBelow: 0, factor: 1 };

/** States of a junction from which one may go on by a link: the junction itself first. */
export function statesBefore({ states }: Adjacency, node: number, link: number): number[] {
  const open = states.get(node)?.filter(({ barred }) => !barred.has(link)) ?? [];
  return [node, ...open.map(({ state }) => state)];
}

/** Cost of a closed link. */
export const CLOSED = -1;

/** Cost of a link in ticks: metres over speed (km/h), plus the penalty of a slow segment. At least one tick. */
function linkTicks(metres: number, speed: number, costs: CostParameters): number {
  const seconds = (metres * 3.6) / speed + (speed < costs.slowBelow ? costs.penalty : 0);
  return Math.max(1, Math.round(seconds * costs.factor * TICKS_PER_SECOND));
}

/** The states that forbidden turns add, numbered from `nodes`. */
function reachedStates({ turns, from, to }: RoadGraph, nodes: number) {
  const atTo = to.slice();
  const atFrom = from.slice();
  const junction: number[] = [];
  const states = new Map<number, ReachedState[]>();
  turns?.from.forEach((link, t) => {
    const via = turns.via[t]!;
    const side = to[link] === via ? atTo : atFrom;
    if (side[link] === via) {
      side[link] = nodes + junction.length;
      junction.push(via);
      const others = states.get(via) ?? states.set(via, []).get(via)!;
      others.push({ state: side[link], barred: new Set() });
    }
    const known = states.get(via)!.find(({ state }) => state === side[link])!;
    (known.barred as Set<number>).add(turns.to[t]!);
  });
  return { atTo, atFrom, states, junction };
}

/** Arcs of a graph under the given costs; closed links have none. */
export function adjacencyOf(graph: RoadGraph, costs: CostParameters): Adjacency {
  const nodes = graph.lon.length;
  const links = graph.from.length;
  const { atTo, atFrom, states, junction: added } = reachedStates(graph, nodes);
  const size = nodes + added.length;
  const junction = Uint32Array.from({ length: size }, (_, n) => (n < nodes ? n : added[n - nodes]!));
  const first = new Uint32Array(size + 1);
  const linkCost = new Int32Array(links);
  const leaving = (node: number, link: number, visit: (state: number) => void) => {
    visit(node);
    for (const { state, barred } of states.get(node) ?? []) if (!barred.has(link)) visit(state);
  };
  let maxCost = 1;
  for (let l = 0; l < links; l++) {
    linkCost[l] = costs.closed?.has(l) ? CLOSED : linkTicks(graph.metres[l]!, graph.speed[l]!, costs);
    if (linkCost[l] === CLOSED) continue;
    maxCost = Math.max(maxCost, linkCost[l]!);
    leaving(graph.from[l]!, l, (state) => first[state + 1]!++);
    if (!graph.oneway[l]) leaving(graph.to[l]!, l, (state) => first[state + 1]!++);
  }
  for (let n = 0; n < size; n++) first[n + 1]! += first[n]!;
  const count = first[size]!;
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
    leaving(graph.from[l]!, l, (state) => add(l, state, atTo[l]!));
    if (!graph.oneway[l]) leaving(graph.to[l]!, l, (state) => add(l, state, atFrom[l]!));
  }
  return { graph, first, arcs, link, tail, junction, atTo, atFrom, states, linkCost, maxCost };
}
