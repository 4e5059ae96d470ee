// Whether a point is in a surface, and its distance to the edge.
import type { Position } from 'geojson';
import { METRES_PER_DEGREE } from '../../../algorithms/distance.ts';
import { distanceToSegment, isInRing } from '../../../algorithms/plane.ts';
import { polygonsOf, ringsOf, type Surface } from './surface.ts';

/** Even-odd rule; holes are outside. */
export function isInside(at: Position, surface: Surface): boolean {
  return polygonsOf(surface).some(
    ([outer = [], ...holes]) => isInRing(at, outer) && !holes.some((hole) => isInRing(at, hole))
  );
}

/** Metres from a point to the nearest edge, on the local equirectangular plane. */
export function metresToEdge([lon = 0, lat = 0]: Position, surface: Surface): number {
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  let least = Infinity;
  for (const ring of ringsOf(surface)) {
    for (let at = 1; at < ring.length; at += 1) {
      const [ax = 0, ay = 0] = ring[at - 1] ?? [];
      const [bx = 0, by = 0] = ring[at] ?? [];
      const a = [(ax - lon) * east, (ay - lat) * METRES_PER_DEGREE];
      const b = [(bx - lon) * east, (by - lat) * METRES_PER_DEGREE];
      least = Math.min(least, distanceToSegment([0, 0], a, b));
    }
  }
  return least;
}
