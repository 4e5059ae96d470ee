// Schools of a scene as GeoJSON. What fades is a feature state and is not in it.
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ScenePoint } from './scene.ts';
import { symbolRadius } from './symbols.ts';

export type SchoolFeature = Feature<Point, { code: string; status: string; radius: number }>;

export function schoolFeatures(
  points: readonly ScenePoint[]
): FeatureCollection<Point, SchoolFeature['properties']> {
  const largest = Math.max(0, ...points.map((point) => point.size ?? 0));
  const features = points.map((point): SchoolFeature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
    properties: { code: point.ref.code, status: point.status, radius: symbolRadius(point, largest) }
  }));
  return { type: 'FeatureCollection', features };
}
