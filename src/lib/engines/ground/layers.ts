// The street map by layers, before it is cut into tiles. Names of layers and kinds are those of Shortbread 1.0 (shortbread-tiles.org).
import type { Feature, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';

export const GROUND_LAYERS = [
  'water_polygons',
  'water_lines',
  'land',
  'streets',
  'street_labels',
  'place_labels',
  'pois'
] as const;
export type GroundLayer = (typeof GROUND_LAYERS)[number];

/** `kind` is Shortbread's (motorway, residential, river, water, forest, townhall...). */
export interface GroundProperties {
  kind: string;
  name?: string;
  ref?: string;
  link?: boolean;
  tunnel?: boolean;
  bridge?: boolean;
  rail?: boolean;
  population?: number;
}

export type GroundFeature = Feature<
  Point | LineString | MultiLineString | Polygon | MultiPolygon,
  GroundProperties
> & {
  /** The smallest zoom at which it is drawn. */
  minZoom: number;
};

export type GroundLayers = Record<GroundLayer, GroundFeature[]>;
