// What a pointer is on: a school's symbol first, then an area.
import type { PlaceRef } from '$lib/model/place.ts';
import { contains, polygonOnScreen } from './plane.ts';
import type { Scene } from '../scene.ts';
import { shapeOf, type Shapes } from './shapes.ts';
import { symbolsOnScreen } from '../svg/symbols.ts';
import type { Point, Viewport } from './viewport.ts';

/** `slack`: pixels around a symbol that still count as on it (a finger needs more than a mouse). */
export function placeAt(
  view: Viewport,
  scene: Scene,
  shapes: Shapes,
  at: Point,
  slack: number
): PlaceRef | null {
  let nearest: PlaceRef | null = null;
  let reach = Infinity;
  for (const {
    point,
    at: [x, y],
    radius
  } of symbolsOnScreen(view, scene.points)) {
    const away = Math.hypot(x - at[0], y - at[1]) - radius;
    if (away < slack && away < reach) [nearest, reach] = [point.ref, away];
  }
  if (nearest) return nearest;
  for (const { ref } of scene.areas) {
    const shape = shapeOf(shapes, ref);
    if (!shape) continue;
    if (contains(polygonOnScreen(view, shape), at)) return ref;
  }
  return null;
}
