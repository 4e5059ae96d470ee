// Short distances on the ground, good to a few metres over a territory of tens of kilometres.

import type { LonLat } from './spatial-join.ts';

const METRES_A_DEGREE = 111_195;

/** Metres east and north of `origin`, on the plane that touches the sphere there. */
export function metresFrom(origin: LonLat, point: LonLat): [number, number] {
  const shrink = Math.cos((origin.lat * Math.PI) / 180);
  return [(point.lon - origin.lon) * METRES_A_DEGREE * shrink, (point.lat - origin.lat) * METRES_A_DEGREE];
}

/** The way back from metres to degrees. */
export function degreesFrom(origin: LonLat, [east, north]: readonly [number, number]): LonLat {
  const shrink = Math.cos((origin.lat * Math.PI) / 180);
  return {
    lon: origin.lon + east / (METRES_A_DEGREE * shrink),
    lat: origin.lat + north / METRES_A_DEGREE
  };
}

/** Whole metres between two points. */
export function metresBetween(a: LonLat, b: LonLat): number {
  const [east, north] = metresFrom(a, b);
  return Math.round(Math.hypot(east, north));
}
