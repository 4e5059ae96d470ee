// Where a surface carries its name: its centroid when that lies inside, else the middle of its widest row.
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { JoinPoint } from './spatial-join.ts';

type Ring = Position[];

/** Twice the signed area of a ring, and its area-weighted centroid, in the ring's own units. */
function centroidOf(ring: Ring): { twiceArea: number; point: JoinPoint } {
  const [ox = 0, oy = 0] = ring[0] ?? [];
  let twiceArea = 0;
  let x = 0;
  let y = 0;
  for (let at = 1; at < ring.length; at += 1) {
    const [ax, ay] = [(ring[at - 1]?.[0] ?? 0) - ox, (ring[at - 1]?.[1] ?? 0) - oy];
    const [bx, by] = [(ring[at]?.[0] ?? 0) - ox, (ring[at]?.[1] ?? 0) - oy];
    const cross = ax * by - bx * ay;
    twiceArea += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  return { twiceArea, point: { lon: ox + x / (3 * twiceArea), lat: oy + y / (3 * twiceArea) } };
}

/** Longest stretch of the horizontal line at `lat` that lies inside the polygon, as [west, east]. */
function widestStretch(rings: readonly Ring[], lat: number): [number, number] | null {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [ax = 0, ay = 0] = ring[at - 1] ?? [];
      const [bx = 0, by = 0] = ring[at] ?? [];
      if (ay > lat !== by > lat) crossings.push(ax + ((lat - ay) / (by - ay)) * (bx - ax));
    }
  }
  crossings.sort((a, b) => a - b);
  let best: [number, number] | null = null;
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const stretch: [number, number] = [crossings[at] ?? 0, crossings[at + 1] ?? 0];
    if (!best || stretch[1] - stretch[0] > best[1] - best[0]) best = stretch;
  }
  return best;
}

/** Point inside the largest part of a surface, degrees with 5 decimals. */
export function labelPoint(surface: Polygon | MultiPolygon): JoinPoint {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
  const parts = polygons.map((rings) => ({ rings, ...centroidOf(rings[0] ?? []) }));
  parts.sort((a, b) => Math.abs(b.twiceArea) - Math.abs(a.twiceArea));
  const part = parts[0];
  if (!part) throw new Error('a surface without a part has no label point');
  const fixed = ({ lon, lat }: JoinPoint) => ({ lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) });
  const centroid = fixed(part.point);
  if (booleanPointInPolygon([centroid.lon, centroid.lat], { type: 'Polygon', coordinates: part.rings })) {
    return centroid;
  }
  const latitudes = (part.rings[0] ?? []).map(([, lat = 0]) => lat);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  let best: { lat: number; stretch: [number, number] } | null = null;
  for (let step = 1; step < 16; step += 1) {
    const lat = south + ((north - south) * step) / 16;
    const stretch = widestStretch(part.rings, lat);
    if (stretch && (!best || stretch[1] - stretch[0] > best.stretch[1] - best.stretch[0])) {
      best = { lat, stretch };
    }
  }
  if (!best) return centroid;
  return fixed({ lon: (best.stretch[0] + best.stretch[1]) / 2, lat: best.lat });
}
