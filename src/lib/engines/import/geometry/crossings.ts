// Edges that cross, within one surface or between several: an outline that crosses itself has no well-defined inside.
import Flatbush from 'flatbush';
import type { Position } from 'geojson';
import { ringsOf, type Surface } from './surface.ts';

interface Edge {
  owner: string;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Edges of a surface, repeated positions left out. */
function edgesOf(owner: string, surface: Surface): Edge[] {
  return ringsOf(surface).flatMap((ring) =>
    ring.slice(1).flatMap(([x2 = 0, y2 = 0], at): Edge[] => {
      const [x1 = 0, y1 = 0] = ring[at] ?? [];
      return x1 === x2 && y1 === y2 ? [] : [{ owner, x1, y1, x2, y2 }];
    })
  );
}

const boxOf = ({ x1, y1, x2, y2 }: Edge): [number, number, number, number] => [
  Math.min(x1, x2),
  Math.min(y1, y2),
  Math.max(x1, x2),
  Math.max(y1, y2)
];

/** Side of the line through an edge on which a point lies: -1, 0 or 1. */
const sideOf = ({ x1, y1, x2, y2 }: Edge, x: number, y: number): number =>
  Math.sign((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1));

/** Each edge has the ends of the other strictly on both sides: edges that touch or overlap do not cross. */
const cross = (a: Edge, b: Edge): boolean =>
  sideOf(b, a.x1, a.y1) * sideOf(b, a.x2, a.y2) < 0 && sideOf(a, b.x1, b.y1) * sideOf(a, b.x2, b.y2) < 0;

function crossingPoint(a: Edge, b: Edge): Position {
  const [dx, dy, ex, ey] = [a.x2 - a.x1, a.y2 - a.y1, b.x2 - b.x1, b.y2 - b.y1];
  const t = ((b.x1 - a.x1) * ey - (b.y1 - a.y1) * ex) / (dx * ey - dy * ex);
  return [a.x1 + t * dx, a.y1 + t * dy];
}

/** Every pair of edges that cross, each once. */
function* crossingEdges(edges: readonly Edge[]): Generator<[Edge, Edge]> {
  if (edges.length < 2) return;
  const index = new Flatbush(edges.length);
  for (const edge of edges) index.add(...boxOf(edge));
  index.finish();
  for (const [at, edge] of edges.entries()) {
    for (const other of index.search(...boxOf(edge), (found) => found > at && cross(edge, edges[found]!))) {
      yield [edge, edges[other]!];
    }
  }
}

/** One point where edges of the surface cross; null when none do. */
export function selfCrossing(surface: Surface): Position | null {
  for (const [a, b] of crossingEdges(edgesOf('', surface))) return crossingPoint(a, b);
  return null;
}

/** Codes of the areas that cross one another, each pair once; the same code twice for an area that crosses itself. */
export function crossingAreas(areas: readonly { code: string; surface: Surface }[]): [string, string][] {
  const pairs = new Map<string, [string, string]>();
  for (const [a, b] of crossingEdges(areas.flatMap(({ code, surface }) => edgesOf(code, surface)))) {
    const pair = [a.owner, b.owner].sort() as [string, string];
    pairs.set(pair.join(' '), pair);
  }
  return [...pairs.values()];
}
