// Surfaces laid over one another, also when an outline crosses itself and no exact answer can be had.
import { area } from '@turf/area';
import { feature, featureCollection } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import { union } from '@turf/union';
import type { Position } from 'geojson';
import { joinPoints } from '../geometry/spatial-join.ts';
import type { SourceSurface } from '../rows.ts';

const polygonsOf = (surface: SourceSurface): Position[][][] =>
  surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;

/** The clipping library gives up, by an error, on some outlines that cross themselves. */
function unlessCrossing<T>(exact: () => T, otherwise: () => T): { value: T; exact: boolean } {
  try {
    return { value: exact(), exact: true };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    return { value: otherwise(), exact: false };
  }
}

/** Part of a surface that lies in another, 0 to 1: of its area, or of its vertices when edges cross. */
export function shareWithin(here: SourceSurface, there: SourceSurface): { value: number; exact: boolean } {
  const [inner, outer] = [feature(here), feature(there)];
  return unlessCrossing(
    () => {
      const common = intersect(featureCollection([inner, outer]));
      return common ? Math.min(1, area(common) / area(inner)) : 0;
    },
    () => {
      const vertices = polygonsOf(here)
        .flat(2)
        .map(([lon = NaN, lat = NaN]) => ({ lon, lat }));
      return joinPoints(vertices, [outer]).filter((at) => at !== null).length / vertices.length;
    }
  );
}

/** One surface made of several; side by side when their edges cross. */
export function merged(surfaces: readonly SourceSurface[]): { value: SourceSurface; exact: boolean } {
  const [only] = surfaces;
  if (only && surfaces.length === 1) return { value: only, exact: true };
  const sideBySide = (): SourceSurface => ({
    type: 'MultiPolygon',
    coordinates: surfaces.flatMap(polygonsOf)
  });
  return unlessCrossing(
    () => union(featureCollection(surfaces.map((surface) => feature(surface))))?.geometry ?? sideBySide(),
    sideBySide
  );
}
