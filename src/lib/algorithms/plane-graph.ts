// Graphs over points of the plane: the shortest tree, the Delaunay triangulation.

type Point = readonly [number, number];
/** Indices of two points. */
export type PlaneEdge = readonly [number, number];
/** Indices of three points. */
export type Triangle = readonly [number, number, number];

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

/**
 * The shortest tree that joins all points (R. Prim, Shortest connection networks, 1957).
 *
 * @param points one or more
 * @returns its sides
 * @example
 * shortestTree([[0, 0], [9, 0], [1, 0]]); // [[0, 2], [2, 1]]
 */
export function shortestTree(points: readonly Point[]): PlaneEdge[] {
  const best = points.map((point) => ({ to: 0, length: distance(point, points[0]!) }));
  const left = new Set(points.keys());
  left.delete(0);
  const tree: PlaneEdge[] = [];
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

/**
 * Delaunay triangulation (A. Bowyer, 1981; D. Watson, 1981): the circle through a triangle holds no other point.
 *
 * @param points different ones
 * @returns none for points on one line
 * @example
 * triangulation([[0, 0], [1, 0], [0, 1]]).length; // 1
 */
export function triangulation(points: readonly Point[]): Triangle[] {
  const count = points.length;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const side = Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 1e-9);
  // In units of the points' own extent, within one triangle that holds them all.
  const all: Point[] = points.map(([x, y]) => [(x - left) / side, (y - top) / side]);
  all.push([-50, -50], [50, -50], [0, 100]);
  let triangles: Triangle[] = [[count, count + 1, count + 2]];
  for (let i = 0; i < count; i += 1) {
    const edges = new Map<string, PlaneEdge>();
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
