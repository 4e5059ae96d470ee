// Routes over a road graph: snaps places to roads, computes the fastest journeys and draws them.
import type { Journey } from '../../../model/travel/roads.ts';
import type { Position } from '../../../algorithms/distance.ts';
import { TICKS_PER_SECOND, adjacencyOf, type Adjacency, type CostParameters } from '../graph/adjacency.ts';
import { NAME_STEPS, UNIT, linkShape, type RoadGraph } from '../graph/road-graph.ts';
import type { RoadName } from '../../../model/travel/road-network.ts';
import { Search, UNREACHED } from './shortest-path.ts';
import { Snapper, alongLink, arrivals, departures, type Snap, type SnapOptions } from './snap.ts';

export interface RouterParameters {
  costs: CostParameters;
  snap: SnapOptions;
  /** Metres a second on foot between a place and its road. */
  walk: number;
}

export interface Route extends Journey {
  /** [lon, lat] in degrees, from the origin to the destination. */
  coordinates: [number, number][];
}

/** A link, or a part of it, in order of travel: shares of its length from its `from` end. */
export interface Piece {
  link: number;
  start: number;
  end: number;
}

/** A part of a link that bears one name, from its `from` end. */
export interface NamedPart {
  road: RoadName | null;
  start: number;
  end: number;
}

/** The end of a journey. */
interface Ending {
  ticks: number;
  /** State in which it enters its last link; null when it stays on one link. */
  node: number | null;
}

/** A place that is nearer to a junction than this share of its link starts at the junction. */
const AT_JUNCTION = 0.001;
export const isAtJunction = ({ start, end }: Piece): boolean => Math.abs(end - start) <= AT_JUNCTION;

/** Interleaved units as degrees, without a point twice in a row. */
function inDegrees(units: readonly number[]): [number, number][] {
  const points: [number, number][] = [];
  for (let i = 0; i < units.length; i += 2) {
    if (i > 1 && units[i] === units[i - 2] && units[i + 1] === units[i - 1]) continue;
    points.push([units[i]! * UNIT, units[i + 1]! * UNIT]);
  }
  return points;
}

/**
 * Answers questions about journeys over a graph under given costs. A router is not reentrant: its one search is overwritten by the next.
 */
export class Router {
  readonly graph: RoadGraph;
  readonly adjacency: Adjacency;
  readonly parameters: RouterParameters;
  readonly #search: Search;
  readonly #snapper: Snapper;

  constructor(graph: RoadGraph, parameters: RouterParameters) {
    this.graph = graph;
    this.parameters = parameters;
    this.adjacency = adjacencyOf(graph, parameters.costs);
    this.#search = new Search(this.adjacency);
    this.#snapper = new Snapper(this.adjacency);
  }

  /** Nearest point of an open road; undefined when there is none within `parameters.snap.within` metres. */
  snap(place: Position): Snap | undefined {
    return this.#snapper.snap(place, this.parameters.snap);
  }

  /** Number of the link nearest to a place, open or closed, no farther than `within` metres. */
  nearestLink(place: Position, within: number): number | undefined {
    return this.#snapper.nearestOfAll(place, within)?.link;
  }

  /** A link, or the part of it between two shares of its length, in degrees and in order of travel. */
  line(link: number, start = 0, end = 1): [lon: number, lat: number][] {
    return inDegrees(this.#piece(link, start, end));
  }

  /** Parts of a link by name, from its `from` end: one where the names of the network are unknown. */
  partsOf(link: number): NamedPart[] {
    const { names } = this.graph;
    if (!names) return [{ road: null, start: 0, end: 1 }];
    const parts: NamedPart[] = [];
    for (let part = names.start[link]!; part < names.start[link + 1]!; part++) {
      const road = names.table[names.road[part]! - 1] ?? null;
      parts.push({ road, start: parts[parts.length - 1]?.end ?? 0, end: names.end[part]! / NAME_STEPS });
    }
    return parts;
  }

  /** Name and number of the longest part of a link; null where it has neither. */
  roadOf(link: number): RoadName | null {
    const longest = ({ start, end }: NamedPart) => end - start;
    return this.partsOf(link).reduce((most, part) => (longest(part) > longest(most) ? part : most)).road;
  }

  /** Pieces of road of the fastest route between two places, in order of travel; undefined where there is none. */
  pieces(from: Snap, to: Snap): Piece[] | undefined {
    this.searchFrom(from, undefined, new Set(arrivals(this.adjacency, to).map(({ node }) => node)));
    return this.#pieces(from, to)?.filter(({ start, end }) => start !== end);
  }

  /** Links of the fastest route between two places, in order of travel; undefined where there is none. */
  links(from: Snap, to: Snap): number[] | undefined {
    return this.pieces(from, to)?.flatMap((piece) => (isAtJunction(piece) ? [] : [piece.link]));
  }

  /**
   * Searches from a place. The result is valid until the next search of this router.
   *
   * @param within ticks; nodes farther away stay unreached
   * @param until the search may stop once these nodes are settled
   */
  searchFrom(from: Snap, within?: number, until?: Iterable<number>): Search {
    this.#search.run(departures(this.adjacency, from), { within, until });
    return this.#search;
  }

  /** Seconds and metres from one place to several, walks to and from the road included; undefined where there is no route. */
  journeys(from: Snap, to: readonly (Snap | undefined)[]): (Journey | undefined)[] {
    const until = new Set<number>();
    for (const snap of to) if (snap) for (const { node } of arrivals(this.adjacency, snap)) until.add(node);
    this.searchFrom(from, undefined, until);
    return to.map((snap) => {
      const ending = snap && this.#ending(from, snap);
      if (!ending) return undefined;
      const walked = from.metres + snap.metres;
      return {
        seconds: ending.ticks / TICKS_PER_SECOND + walked / this.parameters.walk,
        metres: this.#metres(from, snap, ending) + walked
      };
    });
  }

  /** The fastest route between two places, with its line; undefined where there is none. */
  route(from: Snap, to: Snap): Route | undefined {
    const [journey] = this.journeys(from, [to]);
    const pieces = journey && this.#pieces(from, to);
    if (!pieces) return undefined;
    const units = pieces.flatMap(({ link, start, end }) => this.#piece(link, start, end));
    return { ...journey, coordinates: inDegrees(units) };
  }

  /** Pieces of the last search, which was from `from`; those of no length too. */
  #pieces(from: Snap, to: Snap): Piece[] | undefined {
    const ending = this.#ending(from, to);
    if (!ending) return undefined;
    if (ending.node === null) return [{ link: from.link, start: from.along, end: to.along }];
    const { junction, link: linkOf, tail } = this.adjacency;
    const arcs = this.#search.arcsTo(ending.node);
    const start = arcs.length > 0 ? tail[arcs[0]!]! : ending.node;
    return [
      { link: from.link, start: from.along, end: junction[start] === this.graph.to[from.link] ? 1 : 0 },
      ...arcs.map((arc) => {
        const link = linkOf[arc]!;
        const forward = junction[tail[arc]!] === this.graph.from[link];
        return { link, start: forward ? 0 : 1, end: forward ? 1 : 0 };
      }),
      { link: to.link, start: junction[ending.node] === this.graph.from[to.link] ? 0 : 1, end: to.along }
    ];
  }

  /** Best end of a journey after a search from `from`. */
  #ending(from: Snap, to: Snap): Ending | undefined {
    let best: Ending = { ticks: alongLink(this.adjacency, from, to), node: null };
    for (const { node, ticks } of arrivals(this.adjacency, to)) {
      const reached = this.#search.ticks(node);
      if (reached !== UNREACHED && reached + ticks < best.ticks) best = { ticks: reached + ticks, node };
    }
    return best.ticks === Infinity ? undefined : best;
  }

  #metres(from: Snap, to: Snap, { node }: Ending): number {
    const { graph, adjacency } = this;
    if (node === null) return Math.abs(to.along - from.along) * graph.metres[from.link]!;
    const { junction } = adjacency;
    let metres = graph.metres[to.link]! * (junction[node] === graph.from[to.link] ? to.along : 1 - to.along);
    let at = node;
    for (let arc = this.#search.arriving(at); arc >= 0; arc = this.#search.arriving(at)) {
      metres += graph.metres[adjacency.link[arc]!]!;
      at = adjacency.tail[arc]!;
    }
    const forward = junction[at] === graph.to[from.link];
    return metres + graph.metres[from.link]! * (forward ? 1 - from.along : from.along);
  }

  /** Interleaved units of a link between two shares of its length, in order of travel. */
  #piece(link: number, start: number, end: number): number[] {
    const shape = linkShape(this.graph, link);
    const lengths = [0];
    for (let i = 2; i < shape.length; i += 2) {
      const dx = (shape[i]! - shape[i - 2]!) * this.graph.aspect;
      const dy = shape[i + 1]! - shape[i - 1]!;
      lengths.push(lengths[lengths.length - 1]! + Math.sqrt(dx * dx + dy * dy));
    }
    const total = lengths[lengths.length - 1]!;
    const [low, high] = [Math.min(start, end) * total, Math.max(start, end) * total];
    const at = (distance: number): [number, number] => {
      let i = 1;
      while (i < lengths.length - 1 && lengths[i]! < distance) i++;
      const span = lengths[i]! - lengths[i - 1]!;
      const t = span === 0 ? 0 : (distance - lengths[i - 1]!) / span;
      return [
        shape[2 * i - 2]! + t * (shape[2 * i]! - shape[2 * i - 2]!),
        shape[2 * i - 1]! + t * (shape[2 * i + 1]! - shape[2 * i - 1]!)
      ];
    };
    const points = [at(low)];
    lengths.forEach((length, i) => {
      if (length > low && length < high) points.push([shape[2 * i]!, shape[2 * i + 1]!]);
    });
    points.push(at(high));
    return (start <= end ? points : points.reverse()).flat();
  }
}
