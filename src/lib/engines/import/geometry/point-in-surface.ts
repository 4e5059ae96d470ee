// Whether a point is in a surface, and its distance to the edge.
import type { Position } from 'geojson';
import { polygonsOf, ringsOf, type Surface } from './surface.ts';

const METRES_PER_DEGREE = 111_195;

function inRing([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Even-odd rule; holes are outside. */
export function isInside(at: Position, surface: Surface): boolean {
  return polygonsOf(surface).some(
    ([outer = [], ...holes]) => inRing(at, outer) && !holes.some((hole) => inRing(at, hole))
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
      const [x1, y1] = [(ax - lon) * east, (ay - lat) * METRES_PER_DEGREE];
      const [dx, dy] = [(bx - ax) * east, (by - ay) * METRES_PER_DEGREE];
      const along = dx === 0 && dy === 0 ? 0 : -(x1 * dx + y1 * dy) / (dx * dx + dy * dy);
      const t = Math.min(1, Math.max(0, along));
      least = Math.min(least, Math.hypot(x1 + t * dx, y1 + t * dy));
    }
  }
  return least;
}
