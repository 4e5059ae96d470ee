// The road graph as typed arrays: junctions, the links between them, and the shape of each link; distances on the ground.

import type { GraphMeta, RoadName } from '../../../model/travel/road-network.ts';

/** Degrees of one coordinate unit, 1.1 m. Integer coordinates give every JavaScript engine the same sums. */
export const UNIT = 1e-5;

/** Metres of one coordinate unit along a meridian (mean Earth radius 6,371,008.8 m). */
export const METRES_PER_UNIT = 1.1119508;

/**
 * Junctions are numbered along a Hilbert curve, links sorted by `from`. A link is a road between two junctions, open both ways unless
 * `oneway`; points of degree 2 belong to its shape. Coordinates in units of 1e-5 degree.
 */
export interface RoadGraph {
  meta: GraphMeta;
  /** Metres of a unit of longitude over those of a unit of latitude, at the middle of the extent. */
  aspect: number;
  /** Junctions, in coordinate units. */
  lon: Int32Array;
  lat: Int32Array;
  /** Junctions at the ends of each link. */
  from: Uint32Array;
  to: Uint32Array;
  metres: Uint32Array;
  /** km/h. */
  speed: Uint8Array;
  oneway: Uint8Array;
  /** Shape points of link `l`, without its ends: `shapeStart[l]` to `shapeStart[l + 1]`. */
  shapeStart: Uint32Array;
  shapeLon: Int32Array;
  shapeLat: Int32Array;
  /** 1 for links in a tunnel or on a bridge, from which no place is reached; absent where there are none. */
  offGround?: Uint8Array;
  /** Absent where every turn is allowed. */
  turns?: ForbiddenTurns;
  /** Absent where no road has a name or a number. */
  names?: RoadNames;
}

/** Forbidden turns, sorted by `from`, `via` and `to`: who comes by link `from` to junction `via` may not go on by link `to`. */
export interface ForbiddenTurns {
  from: Uint32Array;
  via: Uint32Array;
  to: Uint32Array;
}

/** Parts of link `l`, from its `from` end to its `to` end: `start[l]` to `start[l + 1]`, one at least. */
export interface RoadNames {
  /** Each pair of a name and a number once, in the order that links name them. */
  table: readonly RoadName[];
  start: Uint32Array;
  /** Of each part: 0 without a name or a number, else one more than the place of its road in `table`. */
  road: Uint32Array;
  /** Of each part: where it ends, in `NAME_STEPS` of the link's length. */
  end: Uint8Array;
}

/** Parts of a link end at one of so many steps of its length. */
export const NAME_STEPS = 100;

/** Metres between two points in coordinate units, on the plane tangent at the middle of the graph. */
export function planeMetres(aspect: number, lon1: number, lat1: number, lon2: number, lat2: number): number {
  const x = (lon2 - lon1) * aspect;
  const y = lat2 - lat1;
  return Math.sqrt(x * x + y * y) * METRES_PER_UNIT;
}

/** Points of a link from its `from` end to its `to` end, ends included, as interleaved lon, lat units. */
export function linkShape(graph: RoadGraph, link: number): number[] {
  const from = graph.from[link]!;
  const to = graph.to[link]!;
  const points = [graph.lon[from]!, graph.lat[from]!];
  for (let i = graph.shapeStart[link]!; i < graph.shapeStart[link + 1]!; i++) {
    points.push(graph.shapeLon[i]!, graph.shapeLat[i]!);
  }
  points.push(graph.lon[to]!, graph.lat[to]!);
  return points;
}
