// Snaps places to the road network: nearest point of a road, and the walk to it.
import Flatbush from 'flatbush';
import { CLOSED, statesBefore, type Adjacency } from '../graph/adjacency.ts';
import type { Position } from '../../../algorithms/distance.ts';
import { METRES_PER_UNIT, UNIT, linkShape } from '../graph/road-graph.ts';
import type { Seed } from './shortest-path.ts';

/** A place on the network. */
export interface Snap {
  link: number;
  /** Share of the link's length before the point, 0 at `from`, 1 at `to`. */
  along: number;
  /** Straight-line metres from the place to the road. */
  metres: number;
  /** Point of the road, in coordinate units (not rounded). */
  lon: number;
  lat: number;
}

export interface SnapOptions {
  /** Metres; places farther from any road are not snapped. */
  within: number;
  /** km/h; faster roads, tunnels and bridges, which give no access to buildings, are only used where there is no other. */
  slowest: number;
}

/** Metres of the first search, widened until a road is found. */
const FIRST_RADIUS = 150;

/** Nearest point of one link. */
function onLink(adjacency: Adjacency, link: number, x: number, y: number): Snap {
  const { graph } = adjacency;
  const shape = linkShape(graph, link);
  let best = Infinity;
  let at = 0;
  let walked = 0;
  const found = { lon: shape[0]!, lat: shape[1]! };
  for (let i = 2; i < shape.length; i += 2) {
    const dx = (shape[i]! - shape[i - 2]!) * graph.aspect;
    const dy = shape[i + 1]! - shape[i - 1]!;
    const px = (x - shape[i - 2]!) * graph.aspect;
    const py = y - shape[i - 1]!;
    const length = Math.sqrt(dx * dx + dy * dy);
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / (length * length)));
    const d = Math.sqrt((px - t * dx) ** 2 + (py - t * dy) ** 2);
    if (d < best) {
      best = d;
      at = walked + t * length;
      found.lon = shape[i - 2]! + t * (shape[i]! - shape[i - 2]!);
      found.lat = shape[i - 1]! + t * dy;
    }
    walked += length;
  }
  return { link, along: walked === 0 ? 0 : at / walked, metres: best * METRES_PER_UNIT, ...found };
}

/** Finds the road nearest to a place among the open links of an adjacency. */
export class Snapper {
  readonly #adjacency: Adjacency;
  readonly #index: Flatbush;

  constructor(adjacency: Adjacency) {
    this.#adjacency = adjacency;
    const { graph } = adjacency;
    this.#index = new Flatbush(graph.from.length);
    for (let l = 0; l < graph.from.length; l++) {
      const shape = linkShape(graph, l);
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      for (let i = 0; i < shape.length; i += 2) {
        west = Math.min(west, shape[i]!);
        east = Math.max(east, shape[i]!);
        south = Math.min(south, shape[i + 1]!);
        north = Math.max(north, shape[i + 1]!);
      }
      this.#index.add(west, south, east, north);
    }
    this.#index.finish();
  }

  /** Nearest point of the network, or undefined when no road lies within `options.within` metres. */
  snap(place: Position, options: SnapOptions): Snap | undefined {
    const { speed, offGround } = this.#adjacency.graph;
    const hasAccess = (link: number) => speed[link]! <= options.slowest && !offGround?.[link];
    return this.#nearest(place, options, hasAccess) ?? this.#nearest(place, options);
  }

  /** Nearest point of any road within `within` metres, closed and fast ones included. */
  nearestOfAll(place: Position, within: number): Snap | undefined {
    return this.#nearest(place, { within }, () => true, true);
  }

  #nearest(
    place: Position,
    { within }: Pick<SnapOptions, 'within'>,
    isWanted: (link: number) => boolean = () => true,
    closedToo = false
  ): Snap | undefined {
    const { graph, linkCost } = this.#adjacency;
    const x = place.lon / UNIT;
    const y = place.lat / UNIT;
    for (let radius = Math.min(FIRST_RADIUS, within); ; radius = Math.min(within, radius * 4)) {
      const units = radius / METRES_PER_UNIT;
      const wide = units / graph.aspect;
      let best: Snap | undefined;
      for (const link of this.#index.search(x - wide, y - units, x + wide, y + units)) {
        if ((!closedToo && linkCost[link] === CLOSED) || !isWanted(link)) continue;
        const candidate = onLink(this.#adjacency, link, x, y);
        if (candidate.metres > radius) continue;
        if (
          !best ||
          candidate.metres < best.metres ||
          (candidate.metres === best.metres && link < best.link)
        ) {
          best = candidate;
        }
      }
      if (best || radius >= within) return best;
    }
  }
}

/** States that a journey starting at `snap` reaches first. */
export function departures(adjacency: Adjacency, snap: Snap): Seed[] {
  const { graph, linkCost, atTo, atFrom } = adjacency;
  const cost = linkCost[snap.link]!;
  const seeds = [{ node: atTo[snap.link]!, ticks: Math.round((1 - snap.along) * cost) }];
  if (!graph.oneway[snap.link]) {
    seeds.push({ node: atFrom[snap.link]!, ticks: Math.round(snap.along * cost) });
  }
  return seeds;
}

/** States from which a journey ending at `snap` takes its last piece of road. */
export function arrivals(adjacency: Adjacency, snap: Snap): Seed[] {
  const { graph, linkCost } = adjacency;
  const cost = linkCost[snap.link]!;
  const by = (node: number, ticks: number): Seed[] =>
    statesBefore(adjacency, node, snap.link).map((state) => ({ node: state, ticks }));
  return [
    ...by(graph.from[snap.link]!, Math.round(snap.along * cost)),
    ...(graph.oneway[snap.link] ? [] : by(graph.to[snap.link]!, Math.round((1 - snap.along) * cost)))
  ];
}

/** Ticks along one link when both places are on it and the direction allows, else Infinity. */
export function alongLink(adjacency: Adjacency, from: Snap, to: Snap): number {
  if (from.link !== to.link) return Infinity;
  if (adjacency.graph.oneway[from.link] && to.along < from.along) return Infinity;
  return Math.round(Math.abs(to.along - from.along) * adjacency.linkCost[from.link]!);
}
