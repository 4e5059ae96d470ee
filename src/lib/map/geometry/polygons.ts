// Polygons on the screen: what lies inside, what crosses, where the middle is. Rings follow the even-odd rule.
import type { Area } from './shapes.ts';
import { project, type Point, type Viewport } from './viewport.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Edges as x1, y1, x2, y2 in a row: labels test thousands of places against them. */
export interface Polygon {
  box: Box;
  edges: Float64Array;
}

/** A polygon from rings, the last point of a ring joined to its first. */
export function polygonOf(rings: readonly (readonly Point[])[]): Polygon {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const edges: number[] = [];
  for (const ring of rings) {
    let before = ring.at(-1);
    for (const point of ring) {
      const [x, y] = point;
      if (before && (before[0] !== x || before[1] !== y)) edges.push(before[0], before[1], x, y);
      before = point;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return { box, edges: Float64Array.from(edges) };
}

/** All parts of an area as one polygon, in pixels. */
export function polygonOnScreen(view: Viewport, area: Area): Polygon {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygonOf(
    polygons.flatMap((rings) =>
      rings.map((ring) => ring.map((position) => project(view, position[0] ?? 0, position[1] ?? 0)))
    )
  );
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function contains({ box, edges }: Polygon, at: Point): boolean {
  const x = at[0];
  const y = at[1];
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  let inside = false;
  for (let i = 0; i < edges.length; i += 4) {
    const ay = edges[i + 1]!;
    const by = edges[i + 3]!;
    if (ay > y === by > y) continue;
    const ax = edges[i]!;
    if (x < ((edges[i + 2]! - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function meets(ax: number, ay: number, bx: number, by: number, box: Box): boolean {
  if (ax < box.left && bx < box.left) return false;
  if (ax > box.right && bx > box.right) return false;
  if (ay < box.top && by < box.top) return false;
  if (ay > box.bottom && by > box.bottom) return false;
  const side = (x: number, y: number) => (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0;
  const first = side(box.left, box.top);
  return (
    side(box.right, box.top) !== first ||
    side(box.left, box.bottom) !== first ||
    side(box.right, box.bottom) !== first
  );
}

/** Does the segment touch the box? */
export function segmentMeetsBox(a: Point, b: Point, box: Box): boolean {
  return meets(a[0], a[1], b[0], b[1], box);
}

export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]));
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** `meets` for each edge, inlined: the hot loop of label placement. */
function boxMeetsEdge({ edges }: Polygon, { left, right, top, bottom }: Box): boolean {
  for (let i = 0; i < edges.length; i += 4) {
    const ax = edges[i]!;
    const bx = edges[i + 2]!;
    if ((ax < left && bx < left) || (ax > right && bx > right)) continue;
    const ay = edges[i + 1]!;
    const by = edges[i + 3]!;
    if ((ay < top && by < top) || (ay > bottom && by > bottom)) continue;
    const dx = bx - ax;
    const dy = by - ay;
    const first = dx * (top - ay) > dy * (left - ax);
    if (dx * (top - ay) > dy * (right - ax) !== first) return true;
    if (dx * (bottom - ay) > dy * (left - ax) !== first) return true;
    if (dx * (bottom - ay) > dy * (right - ax) !== first) return true;
  }
  return false;
}

const middleOf = (box: Box): Point => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];

export function boxInside(polygon: Polygon, box: Box): boolean {
  return contains(polygon, middleOf(box)) && !boxMeetsEdge(polygon, box);
}

export function boxTouches(polygon: Polygon, box: Box): boolean {
  return overlap(polygon.box, box) && (contains(polygon, middleOf(box)) || boxMeetsEdge(polygon, box));
}

/** Squared distance from a point to the nearest edge; stops once it is no more than `least`. */
function squaredDistanceToEdge({ edges }: Polygon, [x, y]: Point, least: number): number {
  let nearest = Infinity;
  for (let i = 0; i < edges.length; i += 4) {
    const px = x - edges[i]!;
    const py = y - edges[i + 1]!;
    const dx = edges[i + 2]! - edges[i]!;
    const dy = edges[i + 3]! - edges[i + 1]!;
    const along = (px * dx + py * dy) / (dx * dx + dy * dy);
    const t = along < 0 ? 0 : along > 1 ? 1 : along;
    const distance = (px - t * dx) ** 2 + (py - t * dy) ** 2;
    if (distance >= nearest) continue;
    if (distance <= least) return distance;
    nearest = distance;
  }
  return nearest;
}

const STEPS = 9;

/** An approximate pole of inaccessibility: of a grid over the box, the point farthest from every edge. */
export function innerPoint(polygon: Polygon): Point {
  const { box } = polygon;
  let best = middleOf(box);
  let room = contains(polygon, best) ? squaredDistanceToEdge(polygon, best, 0) : -1;
  for (let i = 1; i < STEPS; i += 1) {
    for (let j = 1; j < STEPS; j += 1) {
      const point: Point = [
        box.left + ((box.right - box.left) * i) / STEPS,
        box.top + ((box.bottom - box.top) * j) / STEPS
      ];
      if (!contains(polygon, point)) continue;
      const distance = squaredDistanceToEdge(polygon, point, room);
      if (distance > room) [best, room] = [point, distance];
    }
  }
  return best;
}
