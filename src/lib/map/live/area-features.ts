// Areas as GeoJSON for the live map. All outlines are one collection: a source each would have its worker cut them into tiles three times
// over.
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import { bordersOf } from '../geometry/borders.ts';
import type { Shapes } from '../geometry/shapes.ts';
import type { AreaCircle } from '../geometry/symbols.ts';

/** Communes of intervention and the others; lines between communes and around the territory; priority neighbourhoods. */
export type AreaKind = 'inside' | 'outside' | 'interior' | 'contour' | 'qpv';

type AreaFeature = Feature<Geometry, { kind: AreaKind; code?: string }>;

export function areaFeatures({
  communes,
  qpvs
}: Shapes): FeatureCollection<Geometry, AreaFeature['properties']> {
  const area = (kind: AreaKind, code: string, geometry: Geometry): AreaFeature => ({
    type: 'Feature',
    geometry,
    properties: { kind, code }
  });
  const { interior, contour } = bordersOf(communes.features);
  const lines = (kind: AreaKind, coordinates: typeof interior): AreaFeature => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates },
    properties: { kind }
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...communes.features.map(({ geometry, properties: { code, intervention } }) =>
        area(intervention ? 'inside' : 'outside', code, geometry)
      ),
      lines('interior', interior),
      lines('contour', contour),
      ...qpvs.features.map(({ geometry, properties: { code } }) => area('qpv', code, geometry))
    ]
  };
}

type CircleFeature = Feature<Point, { code: string; radius: number }>;

export function circleFeatures(
  circles: readonly AreaCircle[]
): FeatureCollection<Point, CircleFeature['properties']> {
  const features = circles.map(({ area, lon, lat, radius }): CircleFeature => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { code: area.ref.code, radius }
  }));
  return { type: 'FeatureCollection', features };
}
