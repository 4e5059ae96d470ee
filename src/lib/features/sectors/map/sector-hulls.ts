// The shape of a sector around its schools: triangles between near schools, and links that join what lies apart. Topology only, in any plane.
import { shortestTree, triangulation, type PlaneEdge, type Triangle } from '$lib/algorithms/plane-graph';
import type { Point } from '$lib/map/geometry/viewport.ts';

/** Indices of the points given. */
export interface SectorHull {
  /** Triangles whose sides are all near. */
  triangles: readonly Triangle[];
  /** Sides of the shortest tree over all points: its near ones belong to the shape, its far ones join its pieces. */
  near: readonly PlaneEdge[];
  far: readonly PlaneEdge[];
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
  const isNear = (a: number, b: number) =>
    Math.hypot(own[a]![0] - own[b]![0], own[a]![1] - own[b]![1]) <= reach;
  const tree = shortestTree(own);
  const name = ([a, b]: PlaneEdge): PlaneEdge => [kept[a]!, kept[b]!];
  return {
    triangles: triangulation(own)
      .filter(([a, b, c]) => isNear(a, b) && isNear(b, c) && isNear(c, a))
      .map(([a, b, c]): Triangle => [kept[a]!, kept[b]!, kept[c]!]),
    near: tree.filter(([a, b]) => isNear(a, b)).map(name),
    far: tree.filter(([a, b]) => !isNear(a, b)).map(name)
  };
}
