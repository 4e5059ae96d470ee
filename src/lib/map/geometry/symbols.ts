// Where symbols stand and how large they are: shared by the live map, the SVG map, the pointer and the labels. Pixels.
import { paintedAreas, type Scene, type SceneArea, type ScenePoint } from '../scene.ts';
import { innerPoint, polygonOnScreen } from './polygons.ts';
import { circleRadius } from './scales.ts';
import { shapeOf, type Area, type Shapes } from './shapes.ts';
import { project, unproject, type Point, type Viewport } from './viewport.ts';

export interface SymbolOnScreen {
  point: ScenePoint;
  at: Point;
  radius: number;
}

const MAX_SCHOOL_RADIUS = 13;
const MAX_AREA_RADIUS = 18;
/** Between two lines of hatching, along an axis. */
export const HATCH_SIDE = 7;

const PLAIN = { followed: 3.25, waiting: 4.75, linked: 3.5, team: 4.25, outside: 2 } as const;
const LEAST = 2.5;
/** A diamond of the same area as the disc: its half-diagonal over the radius. */
const DIAMOND = Math.sqrt(Math.PI / 2);

const NARROW_BELOW = 420;
const NARROW_SCALE = 0.78;

/** On a phone's map symbols shrink, so that neighbours stay apart. */
export function symbolScale(mapWidth: number): number {
  return mapWidth < NARROW_BELOW ? NARROW_SCALE : 1;
}

/** Radius of the disc, half-diagonal of the diamond, half-side of the square, at scale 1. */
export function symbolRadius(point: Pick<ScenePoint, 'status' | 'size'>, largest: number): number {
  if (point.size === null || point.status === 'linked') return PLAIN[point.status];
  const radius = Math.max(LEAST, circleRadius(point.size, largest, MAX_SCHOOL_RADIUS));
  return point.status === 'waiting' ? radius * DIAMOND : radius;
}

/** The scene's points where they stand in a view, with the radius of their symbol. */
export function symbolsOnScreen(view: Viewport, points: readonly ScenePoint[]): SymbolOnScreen[] {
  const largest = Math.max(0, ...points.map((point) => point.size ?? 0));
  const scale = symbolScale(view.width);
  return points.map((point) => ({
    point,
    at: project(view, point.lon, point.lat),
    radius: symbolRadius(point, largest) * scale
  }));
}

/** A fixed view fine enough to measure in. */
const MEASURE: Viewport = { width: 0, height: 0, x: 0, y: 0, world: 1e7 };

/** A point well inside an area, degrees. */
export function innerPlace(area: Area): readonly [lon: number, lat: number] {
  return unproject(MEASURE, innerPoint(polygonOnScreen(MEASURE, area)));
}

export interface AreaCircle {
  area: SceneArea;
  lon: number;
  lat: number;
  /** Pixels at scale 1. */
  radius: number;
}

/** Proportional circles: a count by area, at the inner point of each commune or quartier that has an outline. */
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
