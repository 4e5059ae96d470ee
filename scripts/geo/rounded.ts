// Coordinates with so many decimals and no more: the same bytes on every machine, and no false precision.
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** A copy of the surface with `decimals` (5 is about a metre); points that fall together are merged, rings that vanish too. */
export function rounded<T extends Polygon | MultiPolygon>(surface: T, decimals: number): T {
  const round = (value = 0) => Number(value.toFixed(decimals));
  const ring = (points: Position[]) =>
    points
      .map(([lon, lat]): Position => [round(lon), round(lat)])
      .filter((point, at, all) => point[0] !== all[at - 1]?.[0] || point[1] !== all[at - 1]?.[1]);
  const rings = (polygon: Position[][]) => polygon.map(ring).filter((points) => points.length >= 4);
  return {
    ...surface,
    coordinates:
      surface.type === 'Polygon'
        ? rings(surface.coordinates)
        : surface.coordinates.map(rings).filter((polygon) => polygon.length > 0)
  };
}
