// Is a point in an area, and how far from it when it is not.
import type { MultiPolygon, Polygon, Position } from 'geojson';

type Surface = Polygon | MultiPolygon;

const METRES_PER_DEGREE = 111_195;

const ringsOf = (surface: Surface): Position[][][] =>
  surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;

function inRing([x = 0, y = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi = 0, yi = 0] = ring[i] ?? [];
    const [xj = 0, yj = 0] = ring[j] ?? [];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export function isInside(at: Position, surface: Surface): boolean {
  return ringsOf(surface).some(
    ([outer = [], ...holes]) => inRing(at, outer) && !holes.some((hole) => inRing(at, hole))
  );
}

/** Metres from a point to the nearest edge of an area, on the plane that touches the earth there. */
export function metresFromEdge([lon = 0, lat = 0]: Position, surface: Surface): number {
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  let least = Infinity;
  for (const ring of ringsOf(surface).flat()) {
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
