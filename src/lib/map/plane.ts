// Polygons on the screen: what lies inside, what crosses, where the middle is. Rings follow the even-odd rule.
import type { Area } from './shapes.ts';
import { project, type Point, type Viewport } from './viewport.ts';

export type Ring = readonly Point[];

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Rings of a polygon, or of all polygons of a multipolygon, in pixels. */
export function ringsOnScreen(view: Viewport, area: Area): Ring[] {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.flatMap((rings) =>
    rings.map((ring) => ring.map((position) => project(view, position[0] ?? 0, position[1] ?? 0)))
  );
}

export function boxOf(rings: readonly Ring[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const ring of rings) {
    for (const [x, y] of ring) {
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function* edges(rings: readonly Ring[]): Generator<readonly [Point, Point]> {
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      if (before) yield [before, point];
      before = point;
    }
  }
}

export function contains(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const [[ax, ay], [bx, by]] of edges(rings)) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Does the segment touch the box? */
export function segmentMeetsBox([ax, ay]: Point, [bx, by]: Point, box: Box): boolean {
  let enter = 0;
  let leave = 1;
  for (const [from, step, low, high] of [
    [ax, bx - ax, box.left, box.right],
    [ay, by - ay, box.top, box.bottom]
  ] as const) {
    if (step === 0) {
      if (from < low || from > high) return false;
      continue;
    }
    const [first, last] = [(low - from) / step, (high - from) / step];
    enter = Math.max(enter, Math.min(first, last));
    leave = Math.min(leave, Math.max(first, last));
  }
  return enter <= leave;
}

export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

export function boxMeetsEdge(rings: readonly Ring[], box: Box): boolean {
  for (const [a, b] of edges(rings)) if (segmentMeetsBox(a, b, box)) return true;
  return false;
}

const middleOf = (box: Box): Point => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

export function boxInside(rings: readonly Ring[], box: Box): boolean {
  return contains(rings, middleOf(box)) && !boxMeetsEdge(rings, box);
}

export function boxTouches(rings: readonly Ring[], box: Box): boolean {
  return contains(rings, middleOf(box)) || boxMeetsEdge(rings, box);
}

function distanceToEdge(rings: readonly Ring[], [x, y]: Point): number {
  let nearest = Infinity;
  for (const [[ax, ay], [bx, by]] of edges(rings)) {
    const [dx, dy] = [bx - ax, by - ay];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
    nearest = Math.min(nearest, Math.hypot(x - ax - along * dx, y - ay - along * dy));
  }
  return nearest;
}

const STEPS = 12;

/** The point well inside: of a grid over the box, the one farthest from every edge. */
export function innerPoint(rings: readonly Ring[]): Point {
  const box = boxOf(rings);
  let best = middleOf(box);
  let room = contains(rings, best) ? distanceToEdge(rings, best) : -1;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const point: Point = [
        box.left + ((box.right - box.left) * i) / STEPS,
        box.top + ((box.bottom - box.top) * j) / STEPS
      ];
      if (!contains(rings, point)) continue;
      const distance = distanceToEdge(rings, point);
      if (distance > room) [best, room] = [point, distance];
    }
  }
  return best;
}
