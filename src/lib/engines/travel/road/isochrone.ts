// Isochrones: times on the roads, extended off the roads over a grid, then traced as contours. No hull is taken: holes stay holes.
import { twiceSignedArea } from '../../../algorithms/plane.ts';
import { contours } from 'd3-contour';
import type { MultiPolygon } from 'geojson';
import { CLOSED, TICKS_PER_SECOND } from '../graph/adjacency.ts';
import { UNIT, planeMetres, type RoadGraph } from '../graph/road-graph.ts';
import { LOCAL_STREET_SPEEDS } from '../parameters.ts';
import { TimeGrid } from './time-grid.ts';
import type { Router } from './router.ts';
import { UNREACHED } from './shortest-path.ts';
import type { Snap } from './snap.ts';

export interface IsochroneOptions {
  /** Side of a cell, metres. */
  cell: number;
  /** Longest way off the roads, metres. */
  offRoad: number;
  /** Metres a second off the roads, in a straight line; walking when absent. */
  offRoadSpeed?: number;
}

/** A walk of a kilometre fills what lies between the roads of a survey; beyond, what is far from any road stays empty. */
const ISOCHRONE_OPTIONS: IsochroneOptions = { cell: 150, offRoad: 1000 };
/** A schematic network has none of the streets: the whole territory lies this near to one of its links. */
const SCHEMATIC_OFF_ROAD = 6000;

/** Options that suit a graph: local streets stand between the links of a schematic network. */
const isochroneOptions = ({ mode, schematic }: RoadGraph['meta']): IsochroneOptions =>
  schematic
    ? { ...ISOCHRONE_OPTIONS, offRoad: SCHEMATIC_OFF_ROAD, offRoadSpeed: LOCAL_STREET_SPEEDS[mode] }
    : ISOCHRONE_OPTIONS;

export interface Isochrone {
  seconds: number;
  /** Degrees; outer rings counterclockwise (RFC 7946). Empty when nothing is within reach. */
  area: MultiPolygon;
}

/** Adds to a grid the times of a search along every reached link, a point every `step` metres. */
function addReachedRoads(router: Router, from: Snap, within: number, grid: TimeGrid, step: number): void {
  const { graph, adjacency } = router;
  const search = router.searchFrom(from, within * TICKS_PER_SECOND);
  const start = from.metres / router.parameters.walk;
  const secondsAt = (node: number) => {
    const others = adjacency.states.get(node) ?? [];
    const ticks = Math.min(search.ticks(node), ...others.map(({ state }) => search.ticks(state)));
    return ticks === UNREACHED ? Infinity : ticks / TICKS_PER_SECOND + start;
  };
  grid.add(from.lon, from.lat, start);
  for (let link = 0; link < graph.from.length; link++) {
    if (adjacency.linkCost[link] === CLOSED) continue;
    const first = secondsAt(graph.from[link]!);
    const last = graph.oneway[link] ? Infinity : secondsAt(graph.to[link]!);
    if (first > within && last > within) continue;
    const cost = adjacency.linkCost[link]! / TICKS_PER_SECOND;
    const total = Math.max(1, graph.metres[link]!);
    const end = graph.shapeStart[link + 1]!;
    let [x, y] = [graph.lon[graph.from[link]!]!, graph.lat[graph.from[link]!]!];
    let before = 0;
    for (let i = graph.shapeStart[link]!; i <= end; i++) {
      const nextX = i < end ? graph.shapeLon[i]! : graph.lon[graph.to[link]!]!;
      const nextY = i < end ? graph.shapeLat[i]! : graph.lat[graph.to[link]!]!;
      const length = planeMetres(graph.aspect, x, y, nextX, nextY);
      const pieces = Math.max(1, Math.ceil(length / step));
      for (let k = 0; k <= pieces; k++) {
        const share = k / pieces;
        const along = Math.min(1, (before + share * length) / total);
        const time = Math.min(first + along * cost, last + (1 - along) * cost);
        if (time <= within) grid.add(x + share * (nextX - x), y + share * (nextY - y), time);
      }
      before += length;
      [x, y] = [nextX, nextY];
    }
  }
}

/**
 * Areas that can be reached from a place within given times. The area of a larger limit contains those of the smaller ones.
 *
 * @param limits seconds
 * @returns in the order of `limits`
 */
export function isochrones(
  router: Router,
  from: Snap,
  limits: readonly number[],
  options: IsochroneOptions = isochroneOptions(router.graph.meta)
): Isochrone[] {
  const most = Math.max(...limits);
  const grid = new TimeGrid(
    router.graph,
    options.cell,
    options.offRoad,
    options.offRoadSpeed ?? router.parameters.walk
  );
  addReachedRoads(router, from, most, grid, options.cell / 2);
  const { values, width, height, west, south } = grid.spread(most);
  const contour = contours()
    .size([width, height])
    .thresholds([...limits].map((limit) => -limit));
  const drawn = new Map(contour(values).map((area) => [-area.value, area.coordinates]));
  const toDegrees = ([x, y]: readonly number[]): [number, number] => [
    (west + (x! - 0.5) * grid.lonStep) * UNIT,
    (south + (y! - 0.5) * grid.latStep) * UNIT
  ];
  return limits.map((seconds) => ({
    seconds,
    area: {
      type: 'MultiPolygon',
      coordinates: (drawn.get(seconds) ?? []).map((rings) =>
        rings.map((ring, index) => {
          const points = ring.map(toDegrees);
          return twiceSignedArea(points) > 0 === (index === 0) ? points : points.reverse();
        })
      )
    }
  }));
}
