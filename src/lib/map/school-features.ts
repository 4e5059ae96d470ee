// Schools of a scene as GeoJSON. What fades is a feature state and is not in it.
import type { Feature, FeatureCollection, Point } from 'geojson';
import type { ScenePoint } from './scene.ts';
import { symbolRadius } from './symbols.ts';

export type SchoolId = number | string;
export type SchoolFeature = Feature<Point, { code: SchoolId; status: string; radius: number }>;

/** A school's number without its letter, which only checks it: the map finds its features by number several times faster. */
export function schoolId(uai: string): SchoolId {
  return /^\d{7}[A-Z]$/i.test(uai) ? Number(uai.slice(0, -1)) : uai;
}

/** Two scenes whose schools stand at the same places under the same symbols, whatever fades. */
export function sameSymbols(a: readonly ScenePoint[], b: readonly ScenePoint[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at]!;
      return (
        one.ref.code === other.ref.code &&
        one.status === other.status &&
        one.size === other.size &&
        one.lon === other.lon &&
        one.lat === other.lat
      );
    })
  );
}

export function schoolFeatures(
  points: readonly ScenePoint[]
): FeatureCollection<Point, SchoolFeature['properties']> {
  const largest = points.reduce((most, { size }) => Math.max(most, size ?? 0), 0);
  const features = points.map((point): SchoolFeature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
    properties: {
      code: schoolId(point.ref.code),
      status: point.status,
      radius: symbolRadius(point, largest)
    }
  }));
  return { type: 'FeatureCollection', features };
}
