// Edges that cross: a sweep over segments in order of their western ends, each tested against those still open.
import type { MultiPolygon, Polygon, Position } from 'geojson';

type Surface = Polygon | MultiPolygon;

interface Edge {
  owner: string;
  ring: number;
  at: number;
  /** Edges of the ring, so that the last is known to touch the first. */
  of: number;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

function edgesOf(owner: string, surface: Surface): Edge[] {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
  return polygons.flat().flatMap((ring: Position[], number) => {
    // A point said twice is no edge.
    const points = ring.filter(
      ([x, y], at) => at === 0 || x !== ring[at - 1]?.[0] || y !== ring[at - 1]?.[1]
    );
    return points.slice(1).map(([x2 = 0, y2 = 0], at) => {
      const [x1 = 0, y1 = 0] = points[at] ?? [];
      return { owner, ring: number, at, of: points.length - 1, x1, y1, x2, y2 };
    });
  });
}

const side = (e: Edge, x: number, y: number): number =>
  Math.sign((e.x2 - e.x1) * (y - e.y1) - (e.y2 - e.y1) * (x - e.x1));

/** A true crossing: each edge has the other's ends on both sides. Edges that touch or lie on one another do not cross. */
function cross(a: Edge, b: Edge): boolean {
  return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
}

function areNeighbours(a: Edge, b: Edge): boolean {
  if (a.owner !== b.owner || a.ring !== b.ring) return false;
  const apart = Math.abs(a.at - b.at);
  return apart <= 1 || apart === a.of - 1;
}

/**
 * Which areas cross themselves or one another.
 *
 * @returns pairs of owners, each once; both the same for an area that crosses itself
 */
export function crossings(areas: readonly { code: string; surface: Surface }[]): [string, string][] {
  const edges = areas.flatMap(({ code, surface }) => edgesOf(code, surface));
  const west = (e: Edge): number => Math.min(e.x1, e.x2);
  const east = (e: Edge): number => Math.max(e.x1, e.x2);
  edges.sort((a, b) => west(a) - west(b));
  const found = new Map<string, [string, string]>();
  let open: Edge[] = [];
  for (const edge of edges) {
    const from = west(edge);
    open = open.filter((other) => east(other) >= from);
    const low = Math.min(edge.y1, edge.y2);
    const high = Math.max(edge.y1, edge.y2);
    for (const other of open) {
      if (Math.max(other.y1, other.y2) < low || Math.min(other.y1, other.y2) > high) continue;
      const pair = [edge.owner, other.owner].sort() as [string, string];
      if (found.has(pair.join(' ')) || areNeighbours(edge, other) || !cross(edge, other)) continue;
      found.set(pair.join(' '), pair);
    }
    open.push(edge);
  }
  return [...found.values()];
}
