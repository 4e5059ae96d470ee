// Sizes of school symbols, shared by the live map, the drawn map, the pointer and the labels. Pixels.
import type { ScenePoint } from '../scene.ts';
import { circleRadius } from '../geometry/scales.ts';
import { project, type Point, type Viewport } from '../geometry/viewport.ts';

export interface SymbolOnScreen {
  point: ScenePoint;
  at: Point;
  radius: number;
}

export const MAX_SCHOOL_RADIUS = 13;
export const MAX_AREA_RADIUS = 18;

const PLAIN = { followed: 3.25, waiting: 4.75, linked: 3.5, team: 4.25, outside: 2 } as const;
const LEAST = 2.5;
/** A diamond of the same area as the disc: its half-diagonal over the radius. */
export const DIAMOND = Math.sqrt(Math.PI / 2);

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
