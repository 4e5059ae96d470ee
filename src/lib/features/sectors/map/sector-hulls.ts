// The shape of a sector around its schools: triangles between near schools, and links that join what lies apart. Topology only, in any plane.
import type { Point } from '$lib/map/geometry/viewport.ts';

type Pair = readonly [number, number];
type Triple = readonly [number, number, number];

/** Indices of the points given. */
export interface SectorHull {
  /** Triangles whose sides are all near. */
  triangles: readonly Triple[];
  /** Sides of the shortest tree over all points: its near ones belong to the shape, its far ones join its pieces. */
  near: readonly Pair[];
  far: readonly Pair[];
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** The shortest tree that joins all points (Prim). */
function shortestTree(points: readonly Point[]): Pair[] {
  const best = points.map((point) => ({ to: 0, length: distance(point, points[0]!) }));
  const left = new Set(points.keys());
  left.delete(0);
  const tree: Pair[] = [];
  while (left.size > 0) {
    let next = -1;
    for (const i of left) if (next < 0 || best[i]!.length < best[next]!.length) next = i;
    left.delete(next);
    tree.push([best[next]!.to, next]);
    for (const i of left) {
      const length = distance(points[i]!, points[next]!);
      if (length < best[i]!.length) best[i] = { to: next, length };
    }
  }
  return tree;
}

/** Whether a point is inside the circle through three others. */
function isInCircle([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point, [x, y]: Point): boolean {
  const [a, b, c, d, e, f] = [ax - x, ay - y, bx - x, by - y, cx - x, cy - y];
  const [p, q, r] = [a * a + b * b, c * c + d * d, e * e + f * f];
  const side = a * (d * r - q * f) - b * (c * r - q * e) + p * (c * f - d * e);
  const turn = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  return side * Math.sign(turn) > 1e-12 * (p + q + r);
}

/** Delaunay triangulation (Bowyer and Watson): the circle through a triangle holds no other point. */
function triangulation(points: readonly Point[]): Triple[] {
  const count = points.length;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const side = Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 1e-9);
  // In units of the points' own extent, within one triangle that holds them all.
  const all: Point[] = points.map(([x, y]) => [(x - left) / side, (y - top) / side]);
  all.push([-50, -50], [50, -50], [0, 100]);
  let triangles: Triple[] = [[count, count + 1, count + 2]];
  for (let i = 0; i < count; i += 1) {
    const edges = new Map<string, Pair>();
    triangles = triangles.filter(([a, b, c]) => {
      if (!isInCircle(all[a]!, all[b]!, all[c]!, all[i]!)) return true;
      for (const [u, v] of [
        [a, b],
        [b, c],
        [c, a]
      ] as const) {
        // prettier-ignore
        const key = u < v ? `${u},${v}` : `${v},${u}`;
        if (!edges.delete(key)) edges.set(key, [u, v]);
      }
      return false;
    });
    for (const [u, v] of edges.values()) triangles.push([u, v, i]);
  }
  return triangles.filter((triple) => triple.every((at) => at < count));
}

/**
 * The shape of one sector.
 *
 * @param points schools of one referent, in one plane
 * @param reach longest side of a triangle, in the unit of that plane
 */
export function sectorHull(points: readonly Point[], reach: number): SectorHull {
  const seen = new Map<string, number>();
  points.forEach((point, at) => {
    const key = point.join();
    if (!seen.has(key)) seen.set(key, at);
  });
  const kept = [...seen.values()];
  const own = kept.map((at) => points[at]!);
  if (own.length === 0) return { triangles: [], near: [], far: [] };
  const isNear = (a: number, b: number) => distance(own[a]!, own[b]!) <= reach;
  const tree = shortestTree(own);
  const name = ([a, b]: Pair): Pair => [kept[a]!, kept[b]!];
  return {
    triangles: triangulation(own)
      .filter(([a, b, c]) => isNear(a, b) && isNear(b, c) && isNear(c, a))
      .map(([a, b, c]): Triple => [kept[a]!, kept[b]!, kept[c]!]),
    near: tree.filter(([a, b]) => isNear(a, b)).map(name),
    far: tree.filter(([a, b]) => !isNear(a, b)).map(name)
  };
}
