// Short distances on the ground, good to a few metres over a territory of tens of kilometres.

import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Position } from '../../src/lib/algorithms/distance.ts';
import { METRES_PER_DEGREE } from '../../src/lib/algorithms/distance.ts';
import { distanceToSegment } from '../../src/lib/algorithms/plane.ts';
import { outerRings } from '../../src/lib/engines/territory-builder/index.ts';

/** Metres east and north of `origin`, on the plane that touches the sphere there. */
export function metresFrom(origin: Position, point: Position): [number, number] {
  const shrink = Math.cos((origin.lat * Math.PI) / 180);
  return [
    (point.lon - origin.lon) * METRES_PER_DEGREE * shrink,
    (point.lat - origin.lat) * METRES_PER_DEGREE
  ];
}

/** The way back from metres to degrees. */
export function degreesFrom(origin: Position, [east, north]: readonly [number, number]): Position {
  const shrink = Math.cos((origin.lat * Math.PI) / 180);
  return {
    lon: origin.lon + east / (METRES_PER_DEGREE * shrink),
    lat: origin.lat + north / METRES_PER_DEGREE
  };
}

/** Whole metres between two points. */
export function metresBetween(a: Position, b: Position): number {
  const [east, north] = metresFrom(a, b);
  return Math.round(Math.hypot(east, north));
}

/** Metres from a point to the nearest outer edge of an area, inside or outside; Infinity for an area without edges. */
export function metresToEdge(point: Position, area: Feature<Polygon | MultiPolygon>): number {
  let least = Infinity;
  for (const ring of outerRings(area)) {
    for (let at = 1; at < ring.length; at++) {
      const end = ([lon = NaN, lat = NaN]: readonly number[]) => metresFrom(point, { lon, lat });
      least = Math.min(least, distanceToSegment([0, 0], end(ring[at - 1]!), end(ring[at]!)));
    }
  }
  return least;
}
