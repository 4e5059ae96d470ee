// The lines between communes: those that two communes of intervention share, and the contour of them all.
import type { Position } from 'geojson';
import type { CommuneShape } from './shapes.ts';

export interface Borders {
  /** Each line is two positions or more. */
  interior: Position[][];
  contour: Position[][];
}

interface Edge {
  ends: readonly [Vertex, Vertex];
  times: number;
}
interface Vertex {
  position: Position;
  edges: Edge[];
  index: number;
}

/** More vertices than any set of communes has: the two ends of an edge make one exact number. */
const MOST_VERTICES = 2 ** 26;
/** A position to five decimals, about a metre, as one exact number. */
const key = ([lon = 0, lat = 0]: Position) => Math.round(lon * 1e5) * 4e7 + Math.round(lat * 1e5);

/** Sorts the edges of the communes of intervention: met twice, interior; met once, contour. */
export function bordersOf(communes: readonly CommuneShape[]): Borders {
  const vertices = new Map<number, Vertex>();
  const edges = new Map<number, Edge>();
  const vertexOf = (position: Position): Vertex => {
    const at = key(position);
    let vertex = vertices.get(at);
    if (!vertex) vertices.set(at, (vertex = { position, edges: [], index: vertices.size }));
    return vertex;
  };
  for (const { geometry, properties } of communes) {
    if (!properties.intervention) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat()) {
      let start: Vertex | null = null;
      for (const position of ring) {
        const end = vertexOf(position);
        if (start && start !== end) meet(edges, start, end);
        start = end;
      }
    }
  }
  const all = [...edges.values()];
  return {
    interior: joined(all.filter((edge) => edge.times > 1)),
    contour: joined(all.filter((edge) => edge.times === 1))
  };
}

function meet(edges: Map<number, Edge>, start: Vertex, end: Vertex): void {
  const at = Math.min(start.index, end.index) * MOST_VERTICES + Math.max(start.index, end.index);
  const known = edges.get(at);
  if (known) {
    known.times += 1;
    return;
  }
  const edge: Edge = { ends: [start, end], times: 1 };
  edges.set(at, edge);
  start.edges.push(edge);
  end.edges.push(edge);
}

/** Chains edges end to end, so that a renderer joins them instead of capping each. */
function joined(edges: readonly Edge[]): Position[][] {
  const left = new Set(edges);
  const take = (from: Vertex): Vertex | undefined => {
    const edge = from.edges.find((one) => left.delete(one));
    return edge?.ends[edge.ends[0] === from ? 1 : 0];
  };
  const chains: Position[][] = [];
  for (const edge of edges) {
    if (!left.delete(edge)) continue;
    const [start, end] = edge.ends;
    const ahead: Position[] = [];
    const behind: Position[] = [];
    for (let next = take(end); next; next = take(next)) ahead.push(next.position);
    for (let next = take(start); next; next = take(next)) behind.push(next.position);
    chains.push([...behind.reverse(), start.position, end.position, ...ahead]);
  }
  return chains;
}
