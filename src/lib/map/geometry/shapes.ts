// Outlines of communes and QPV: their type, their files, their bounds.
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import type { PlaceRef } from '$lib/model/place.ts';
import type { Bounds } from './viewport.ts';

export type Area = Polygon | MultiPolygon;
export type CommuneShape = Feature<Area, { code: string; name: string; intervention: boolean }>;
export type QpvShape = Feature<Area, { code: string; name: string }>;

export interface Shapes {
  communes: FeatureCollection<Area, CommuneShape['properties']>;
  qpvs: FeatureCollection<Area, QpvShape['properties']>;
  /** Address of an archive of the communes around the territory, where there is one. */
  around?: string | undefined;
}

/** Loaded, or loading. */
export type GivenShapes = Shapes | Promise<Shapes>;

export const NO_SHAPES: Shapes = {
  communes: { type: 'FeatureCollection', features: [] },
  qpvs: { type: 'FeatureCollection', features: [] }
};

/** The files that `loadShapes` asks for. */
export const SHAPE_FILES = ['communes.geojson', 'qpvs.geojson'] as const;

async function readCollection<T>(fetcher: typeof fetch, url: string): Promise<T> {
  const response = await fetcher(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const value = (await response.json()) as { type?: string; features?: unknown };
  if (value.type !== 'FeatureCollection' || !Array.isArray(value.features)) {
    throw new Error(`${url}: not a GeoJSON FeatureCollection`);
  }
  return value as T;
}

/** Reads `communes.geojson`, which may name an archive beside it, and `qpvs.geojson` under a base path. Throws when one cannot be read. */
export async function loadShapes(base: string, fetcher: typeof fetch = fetch): Promise<Shapes> {
  const [communes, qpvs] = await Promise.all([
    readCollection<Shapes['communes'] & { around?: string }>(fetcher, `${base}/communes.geojson`),
    readCollection<Shapes['qpvs']>(fetcher, `${base}/qpvs.geojson`)
  ]);
  return { communes, qpvs, ...(communes.around && { around: `${base}/${communes.around}` }) };
}

/** The outline of a commune or QPV, when there is one. */
export function shapeOf(shapes: Shapes, ref: PlaceRef): Area | null {
  if (ref.kind !== 'commune' && ref.kind !== 'qpv') return null;
  const features: readonly (CommuneShape | QpvShape)[] =
    ref.kind === 'commune' ? shapes.communes.features : shapes.qpvs.features;
  return features.find((feature) => feature.properties.code === ref.code)?.geometry ?? null;
}

/** West, south, east and north of some areas, at least one. */
export function boundsOf(areas: readonly Area[]): Bounds {
  const positions = areas.flatMap(({ type, coordinates }) =>
    (type === 'Polygon' ? [coordinates] : coordinates).flat(2)
  );
  const lons = positions.map(([lon = 0]) => lon);
  const lats = positions.map(([, lat = 0]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
