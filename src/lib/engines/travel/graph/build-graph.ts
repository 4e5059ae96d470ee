// Builds a road graph from a road network: cuts ways at junctions, keeps the largest strongly connected component, joins chains of links,
// simplifies their shapes, and numbers junctions along a Hilbert curve. Names change no link: a link has a part for each name that it bears.
import { BUILD_OPTIONS } from '../parameters.ts';
import { pointsToKeep } from '../../../algorithms/line-simplification.ts';
import { largestComponent, strongComponents } from '../../../algorithms/strong-components.ts';
import { METRES_PER_UNIT, UNIT, type RoadGraph } from './road-graph.ts';
import { joinChains, reversed } from './chains.ts';
import { namesOf } from './road-names.ts';
import { forbiddenTurns } from './turns.ts';
import type { RoadNetwork } from '../../../model/travel/road-network.ts';
import { linksOf, type Link } from './links.ts';

export interface GraphOptions {
  /** km of road per km2 above which a road takes its urban speed. */
  urbanDensity: number;
  /** Greatest distance in metres between a simplified shape and the true line. */
  tolerance: number;
}

const HILBERT_ORDER = 16;

/**
 * Distance along a Hilbert curve of the cell (x, y) of a 65,536 x 65,536 grid. Junctions numbered by it are near in memory and in the
 * file when they are near on the ground.
 */
export function hilbert(x: number, y: number): number {
  let distance = 0;
  for (let side = 1 << (HILBERT_ORDER - 1); side > 0; side >>= 1) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    distance += side * side * ((3 * right) ^ up);
    if (up === 0) {
      if (right === 1) {
        x = side - 1 - (x & (side - 1));
        y = side - 1 - (y & (side - 1));
      }
      [x, y] = [y, x];
    }
    x &= side - 1;
    y &= side - 1;
  }
  return distance;
}

const end = (link: Link): number => link.points[link.points.length - 1]!;

/** Links whose two ends belong to the largest strongly connected component. */
function connectedLinks(links: Link[], points: number): Link[] {
  const first = new Uint32Array(points + 1);
  for (const link of links) {
    first[link.points[0]! + 1]!++;
    if (!link.oneway) first[end(link) + 1]!++;
  }
  for (let i = 0; i < points; i++) first[i + 1]! += first[i]!;
  const cursor = first.slice();
  const target = new Uint32Array(first[points]!);
  for (const link of links) {
    target[cursor[link.points[0]!]!++] = end(link);
    if (!link.oneway) target[cursor[end(link)]!++] = link.points[0]!;
  }
  const component = strongComponents(first, target);
  const largest = largestComponent(component);
  return links.filter((link) => component[link.points[0]!] === largest && component[end(link)] === largest);
}

/**
 * Builds the graph of the largest strongly connected part of a network: from every junction every other one can be reached, forbidden
 * turns apart where the data would make a trap of them.
 *
 * @throws {Error} `no connected road in the network` when nothing is left.
 */
export function buildGraph(network: RoadNetwork, options: GraphOptions = BUILD_OPTIONS): RoadGraph {
  const kept = connectedLinks(linksOf(network, options.urbanDensity), network.lon.length);
  const turns = network.turns ?? [];
  const links = joinChains(kept, network.lon.length, new Set(turns.map(({ via }) => via)));
  if (links.length === 0) throw new Error('no connected road in the network');
  const lonOf = (point: number) => Math.round(network.lon[point]! / UNIT);
  const latOf = (point: number) => Math.round(network.lat[point]! / UNIT);

  const junctions = [...new Set(links.flatMap((link) => [link.points[0]!, end(link)]))];
  const lons = junctions.map(lonOf);
  const lats = junctions.map(latOf);
  const min = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
  const max = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  const [west, south] = [min(lons), min(lats)];
  const scale = 65_535 / Math.max(1, max(lons) - west, max(lats) - south);
  const curve = junctions.map((_, i) =>
    hilbert(Math.floor((lons[i]! - west) * scale), Math.floor((lats[i]! - south) * scale))
  );
  const order = junctions
    .map((_, i) => i)
    .sort((a, b) => curve[a]! - curve[b]! || junctions[a]! - junctions[b]!);
  const numberOf = new Map(order.map((i, number) => [junctions[i]!, number]));
  const middle = ((south + max(lats)) / 2) * UNIT;
  // Rounded to four decimals: JavaScript engines differ in the last digits of a cosine, and files must not.
  const aspect = Math.round(Math.cos((middle * Math.PI) / 180) * 10_000) / 10_000;

  const turned = links.map((link) => {
    const [a, b] = [numberOf.get(link.points[0]!)!, numberOf.get(end(link))!];
    if (link.oneway || a <= b) return { link, a, b };
    return { link: reversed(link), a: b, b: a };
  });
  turned.sort((p, q) => p.a - q.a || p.b - q.b || p.link.metres - q.link.metres);

  const shapeStart = new Uint32Array(turned.length + 1);
  const shapeLon: number[] = [];
  const shapeLat: number[] = [];
  turned.forEach(({ link }, index) => {
    const line = link.points.map((point) => [
      lonOf(point) * aspect * METRES_PER_UNIT,
      latOf(point) * METRES_PER_UNIT
    ]);
    for (const i of pointsToKeep(line, options.tolerance).slice(1, -1)) {
      shapeLon.push(lonOf(link.points[i]!));
      shapeLat.push(latOf(link.points[i]!));
    }
    shapeStart[index + 1] = shapeLon.length;
  });

  const graph: RoadGraph = {
    meta: network.meta,
    aspect,
    lon: Int32Array.from(order, (i) => lons[i]!),
    lat: Int32Array.from(order, (i) => lats[i]!),
    from: Uint32Array.from(turned, ({ a }) => a),
    to: Uint32Array.from(turned, ({ b }) => b),
    metres: Uint32Array.from(turned, ({ link }) => Math.max(1, Math.round(link.metres))),
    speed: Uint8Array.from(turned, ({ link }) => Math.max(1, Math.min(255, Math.round(link.speed)))),
    oneway: Uint8Array.from(turned, ({ link }) => (link.oneway ? 1 : 0)),
    shapeStart,
    shapeLon: Int32Array.from(shapeLon),
    shapeLat: Int32Array.from(shapeLat)
  };
  if (turned.some(({ link }) => link.offGround))
    graph.offGround = Uint8Array.from(turned, ({ link }) => (link.offGround ? 1 : 0));
  const names = namesOf(
    turned.map(({ link }) => link.parts),
    network.ways
  );
  if (names) graph.names = names;
  const forbidden = forbiddenTurns(
    graph,
    turned.map(({ link }) => link.ways),
    turns.flatMap(({ via, ...turn }) => {
      const node = numberOf.get(via);
      return node === undefined ? [] : [{ ...turn, via: node }];
    })
  );
  if (forbidden) graph.turns = forbidden;
  return graph;
}
