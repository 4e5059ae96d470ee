// Short distances on the ground, good to a few metres over a territory of tens of kilometres.

import { outerRings, type Area, type LonLat } from '../../src/lib/engines/territory-builder/index.ts';

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

/** Metres from a point to the nearest outer edge of an area, inside or outside; Infinity for an area without edges. */
export function metresToEdge(point: LonLat, area: Area): number {
  let least = Infinity;
  for (const ring of outerRings(area)) {
    for (let at = 1; at < ring.length; at++) {
      const [[x1, y1], [x2, y2]] = [at - 1, at].map((end) => {
        const [lon = NaN, lat = NaN] = ring[end]!;
        return metresFrom(point, { lon, lat });
      }) as [[number, number], [number, number]];
      const [dx, dy] = [x2 - x1, y2 - y1];
      const length = dx * dx + dy * dy;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
      least = Math.min(least, Math.hypot(x1 + share * dx, y1 + share * dy));
    }
  }
  return least;
}
