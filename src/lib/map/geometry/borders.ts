// The lines between communes: those that two communes of intervention share, and the contour of them all.
import type { Position } from 'geojson';
import type { CommuneShape } from './shapes.ts';

export interface Borders {
  /** Each line is two positions. */
  interior: Position[][];
  contour: Position[][];
}

const key = (position: Position) => `${position[0]?.toFixed(5)},${position[1]?.toFixed(5)}`;

/** Sorts the edges of the communes of intervention: met twice, interior; met once, contour. */
export function bordersOf(communes: readonly CommuneShape[]): Borders {
  const seen = new Map<string, { line: Position[]; times: number }>();
  for (const { geometry, properties } of communes) {
    if (!properties.intervention) continue;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat()) {
      for (const [index, end] of ring.entries()) {
        const start = ring[index - 1];
        if (!start) continue;
        const edge = [key(start), key(end)].sort().join(' ');
        const entry = seen.get(edge);
        if (entry) entry.times += 1;
        else seen.set(edge, { line: [start, end], times: 1 });
      }
    }
  }
  const edges = [...seen.values()];
  return {
    interior: joined(edges.filter((edge) => edge.times > 1).map((edge) => edge.line)),
    contour: joined(edges.filter((edge) => edge.times === 1).map((edge) => edge.line))
  };
}

/** Chains segments end to end, so that a renderer joins them instead of capping each. */
function joined(segments: readonly Position[][]): Position[][] {
  const byEnd = new Map<string, Set<Position[]>>();
  const ends = (line: Position[]) => [line[0], line.at(-1)].filter((end) => end !== undefined);
  for (const line of segments) {
    for (const end of ends(line)) {
      const at = byEnd.get(key(end)) ?? new Set();
      byEnd.set(key(end), at.add(line));
    }
  }
  const left = new Set(segments);
  const take = (end: Position): Position | undefined => {
    for (const line of byEnd.get(key(end)) ?? []) {
      if (!left.delete(line)) continue;
      return ends(line).find((other) => key(other) !== key(end)) ?? end;
    }
    return undefined;
  };
  const chains: Position[][] = [];
  for (const line of segments) {
    if (!left.delete(line)) continue;
    const chain = [...line];
    for (let next = take(chain.at(-1)!); next; next = take(next)) chain.push(next);
    for (let next = take(chain[0]!); next; next = take(next)) chain.unshift(next);
    chains.push(chain);
  }
  return chains;
}
