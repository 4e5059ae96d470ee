// Which communes touch: outlines of one file share the vertices of their common edges.
import type { Position } from 'geojson';
import type { SourceSurface } from '../rows.ts';

/** A corner is one vertex; an edge has two. */
const LEAST_SHARED = 2;

function verticesOf(outline: SourceSurface): Set<string> {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  const name = ([lon = 0, lat = 0]: Position) => `${lon.toFixed(6)} ${lat.toFixed(6)}`;
  return new Set(polygons.flat(2).map(name));
}

/** Pairs of codes, each in order, the list in order. */
export function touchingPairs(
  areas: readonly { code: string; outline: SourceSurface }[]
): [string, string][] {
  const holders = new Map<string, string[]>();
  for (const { code, outline } of areas) {
    for (const vertex of verticesOf(outline)) {
      const codes = holders.get(vertex);
      if (codes) codes.push(code);
      else holders.set(vertex, [code]);
    }
  }
  const shared = new Map<string, number>();
  for (const codes of holders.values()) {
    const sorted = [...codes].sort();
    sorted.forEach((a, at) => {
      for (const b of sorted.slice(at + 1)) shared.set(`${a} ${b}`, (shared.get(`${a} ${b}`) ?? 0) + 1);
    });
  }
  return [...shared]
    .filter(([, count]) => count >= LEAST_SHARED)
    .map(([pair]) => pair.split(' ') as [string, string])
    .sort(([a, b], [c, d]) => (a + b < c + d ? -1 : 1));
}
