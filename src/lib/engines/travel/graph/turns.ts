// Forbidden turns of a graph, from those of its network: "only" becomes what it forbids, and no turn is forbidden that would cut the graph.
import { UNRESTRICTED, adjacencyOf } from './adjacency.ts';
import type { NetworkTurn } from '../../../model/travel/road-network.ts';
import type { ForbiddenTurns, RoadGraph } from './road-graph.ts';
import { largestComponent, strongComponents } from '../../../algorithms/strong-components.ts';

/** A turn of links. */
interface Turn {
  from: number;
  via: number;
  to: number;
}

const keyOf = ({ from, via, to }: Turn): string => `${from} ${via} ${to}`;

function columns(turns: readonly Turn[]): ForbiddenTurns {
  return {
    from: Uint32Array.from(turns, ({ from }) => from),
    via: Uint32Array.from(turns, ({ via }) => via),
    to: Uint32Array.from(turns, ({ to }) => to)
  };
}

/**
 * Turns of links that are forbidden; undefined when there are none.
 *
 * @param ways ways of the network that each link begins and ends with
 * @param turns their `via` is a junction of the graph; a turn whose ways are not in the graph, or meet the junction twice, is left out
 */
export function forbiddenTurns(
  graph: RoadGraph,
  ways: readonly (readonly [number, number])[],
  turns: readonly NetworkTurn[]
): ForbiddenTurns | undefined {
  const touching = new Map<number, number[]>();
  for (const { via } of turns) touching.set(via, []);
  graph.from.forEach((node, link) => {
    for (const one of new Set([node, graph.to[link]!])) touching.get(one)?.push(link);
  });
  const leaves = (link: number, via: number) => graph.from[link] === via || graph.oneway[link] === 0;
  const arrives = (link: number, via: number) => graph.to[link] === via || graph.oneway[link] === 0;
  /** The one link of a way at a junction. */
  const linkOf = (way: number, via: number): number | undefined => {
    const found = touching.get(via)!.filter((link) => {
      const ends = [graph.from[link] === via && ways[link]![0], graph.to[link] === via && ways[link]![1]];
      return ends.includes(way) && graph.from[link] !== graph.to[link];
    });
    return found.length === 1 ? found[0] : undefined;
  };
  const found = new Map<string, Turn>();
  for (const { from: fromWay, via, to: toWay, only } of turns) {
    const [from, to] = [linkOf(fromWay, via), linkOf(toWay, via)];
    if (from === undefined || to === undefined || !arrives(from, via) || !leaves(to, via)) continue;
    const barred = only ? touching.get(via)!.filter((link) => link !== to && leaves(link, via)) : [to];
    for (const link of barred) found.set(keyOf({ from, via, to: link }), { from, via, to: link });
  }
  const list = [...found.values()].sort((a, b) => a.from - b.from || a.via - b.via || a.to - b.to);
  const safe = withoutTraps(graph, list);
  return safe.length === 0 ? undefined : columns(safe);
}

/** Leaves out the turns around links that could then not be reached, or not be left. */
function withoutTraps(graph: RoadGraph, turns: readonly Turn[]): readonly Turn[] {
  if (turns.length === 0) return turns;
  const { first, arcs, link, tail, atTo, atFrom } = adjacencyOf(
    { ...graph, turns: columns(turns) },
    UNRESTRICTED
  );
  const target = Uint32Array.from(link, (_, arc) => arcs[2 * arc]!);
  const component = strongComponents(first, target);
  const main = largestComponent(component);
  const isEntered = new Uint8Array(graph.from.length);
  link.forEach((one, arc) => {
    if (component[tail[arc]!] === main) isEntered[one] = 1;
  });
  const isLeft = (one: number) =>
    component[atTo[one]!] === main || (graph.oneway[one] === 0 && component[atFrom[one]!] === main);
  const cut = new Set<number>();
  graph.from.forEach((node, one) => {
    if (isEntered[one] === 1 && isLeft(one)) return;
    cut.add(node).add(graph.to[one]!);
  });
  if (cut.size === 0) return turns;
  const left = turns.filter(({ via }) => !cut.has(via));
  return left.length === turns.length ? [] : withoutTraps(graph, left);
}
