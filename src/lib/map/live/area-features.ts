// All outlines of the live map as one collection: a source each would have its worker cut them into tiles three times over.
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { FilterSpecification } from 'maplibre-gl';
import { bordersOf } from '../geometry/borders.ts';
import type { Shapes } from '../geometry/shapes.ts';

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

/** What a layer draws of them. */
export const ofKind = (kind: AreaKind): FilterSpecification => ['==', ['get', 'kind'], kind];
