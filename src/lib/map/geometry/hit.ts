// What a pointer is on: a school's symbol first, then an area.
import type { PlaceRef } from '$lib/model/place.ts';
import { contains, polygonOnScreen } from './polygons.ts';
import type { Scene } from '../scene.ts';
import { shapeOf, type Shapes } from './shapes.ts';
import { symbolsOnScreen } from './symbols.ts';
import type { Point, Viewport } from './viewport.ts';

/** Where areas are the subject, one must aim at a school to get it. */
const AREA_SLACK = 1 / 3;

/** @param slack pixels around a symbol that still count as on it, where schools are the subject (a finger needs more than a mouse) */
export function placeAt(
  view: Viewport,
  scene: Scene,
  shapes: Shapes,
  at: Point,
  slack: number
): PlaceRef | null {
  const most = scene.kind === 'ecoles' ? slack : slack * AREA_SLACK;
  let nearest: PlaceRef | null = null;
  let reach = Infinity;
  for (const {
    point,
    at: [x, y],
    radius
  } of symbolsOnScreen(view, scene.points)) {
    const away = Math.hypot(x - at[0], y - at[1]) - radius;
    if (away < most && away < reach) [nearest, reach] = [point.ref, away];
  }
  if (nearest) return nearest;
  for (const { ref } of scene.areas) {
    const shape = shapeOf(shapes, ref);
    if (!shape) continue;
    if (contains(polygonOnScreen(view, shape), at)) return ref;
  }
  return null;
}
