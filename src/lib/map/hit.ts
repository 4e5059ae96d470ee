// What a pointer is on: a school's symbol first, then an area.
import type { PlaceRef } from '../model/place.ts';
import { boxOf, contains, overlap, ringsOnScreen } from './plane.ts';
import type { Scene } from './scene.ts';
import { shapeOf, type Shapes } from './shapes.ts';
import { symbolsOnScreen } from './symbols.ts';
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
  const spot = { left: at[0], right: at[0] + 0.01, top: at[1], bottom: at[1] + 0.01 };
  for (const { ref } of scene.areas) {
    const shape = shapeOf(shapes, ref);
    if (!shape) continue;
    const rings = ringsOnScreen(view, shape);
    if (overlap(boxOf(rings), spot) && contains(rings, at)) return ref;
  }
  return null;
}
