// Proportional circles: a count by area, at the inner point of each commune or quartier.
import type { Feature, FeatureCollection, Point } from 'geojson';
import { innerPoint, polygonOnScreen } from '../geometry/plane.ts';
import { circleRadius } from '../geometry/scales.ts';
import { paintedAreas, type Scene, type SceneArea } from '../scene.ts';
import { shapeOf, type Area, type Shapes } from '../geometry/shapes.ts';
import { MAX_AREA_RADIUS } from '../svg/symbols.ts';
import { unproject, type Viewport } from '../geometry/viewport.ts';

export interface AreaCircle {
  area: SceneArea;
  lon: number;
  lat: number;
  /** Pixels at scale 1. */
  radius: number;
}

/** A view fine enough to measure in: any will do, the same for all. */
const MEASURE: Viewport = { width: 0, height: 0, x: 0, y: 0, world: 1e7 };

/** A point well inside an area, degrees. */
export function innerPlace(area: Area): readonly [lon: number, lat: number] {
  return unproject(MEASURE, innerPoint(polygonOnScreen(MEASURE, area)));
}

export function areaCircles(scene: Scene, shapes: Shapes): AreaCircle[] {
  const areas = paintedAreas(scene);
  const largest = Math.max(0, ...areas.map((area) => area.circle ?? 0));
  return areas.flatMap((area) => {
    const shape = area.circle === null ? null : shapeOf(shapes, area.ref);
    const radius = circleRadius(area.circle ?? 0, largest, MAX_AREA_RADIUS);
    if (!shape || radius === 0) return [];
    const [lon, lat] = innerPlace(shape);
    return [{ area, lon, lat, radius }];
  });
}

export type CircleFeature = Feature<Point, { code: string; radius: number }>;

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
