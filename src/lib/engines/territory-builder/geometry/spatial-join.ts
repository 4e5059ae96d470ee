// Which area holds each point: bounding boxes in a packed R-tree, then the exact test.
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import Flatbush from 'flatbush';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';

export interface JoinPoint {
  lon: number;
  lat: number;
}

export type JoinArea = Feature<Polygon | MultiPolygon>;
/** [west, south, east, north], degrees. */
export type JoinBox = [number, number, number, number];

/** Outer rings only: holes lie inside. */
export function outerRings(area: JoinArea): Position[][] {
  const { geometry } = area;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => (rings[0] ? [rings[0]] : []));
}

/** The box of an area; null when it has no vertex. */
export function boxOf(area: JoinArea): JoinBox | null {
  const box: JoinBox = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of outerRings(area)) {
    for (const [lon = NaN, lat = NaN] of ring) {
      if (lon < box[0]) box[0] = lon;
      if (lat < box[1]) box[1] = lat;
      if (lon > box[2]) box[2] = lon;
      if (lat > box[3]) box[3] = lat;
    }
  }
  return box[0] <= box[2] && box[1] <= box[3] ? box : null;
}

/**
 * Joins points to areas. A point on an edge counts as inside; where areas overlap or share an edge, the lowest index wins,
 * so that the answer does not depend on the index's inner order.
 * @param points degrees, in the areas' own reference
 * @returns for each point the index of its area, or null
 */
export function joinPoints(points: readonly JoinPoint[], areas: readonly JoinArea[]): (number | null)[] {
  const boxes = areas.map(boxOf);
  const indexed = boxes.flatMap((box, area) => (box ? [{ box, area }] : []));
  if (indexed.length === 0) return points.map(() => null);
  const tree = new Flatbush(indexed.length);
  for (const { box } of indexed) tree.add(...box);
  tree.finish();
  return points.map(({ lon, lat }) => {
    const candidates = tree.search(lon, lat, lon, lat).map((found) => indexed[found]!.area);
    candidates.sort((a, b) => a - b);
    return candidates.find((area) => booleanPointInPolygon([lon, lat], areas[area]!)) ?? null;
  });
}
