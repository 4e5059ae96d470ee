// Whether the ways of a surface close: each end of one is the end of another.
import type { ExtractRelation, ExtractWay } from '../extract.ts';

/**
 * Whether the rings of a relation close with the ways and points that the extract has.
 * @param located whether a point has a position
 */
export function closes(
  { outer, inner }: ExtractRelation,
  ways: ReadonlyMap<number, ExtractWay>,
  located: (point: number) => boolean
): boolean {
  return outer.length > 0 && ringsClose(outer, ways, located) && ringsClose(inner, ways, located);
}

function ringsClose(
  rings: readonly number[],
  ways: ReadonlyMap<number, ExtractWay>,
  located: (point: number) => boolean
): boolean {
  /** Ends met an odd number of times. */
  const open = new Set<number>();
  for (const id of rings) {
    const refs = ways.get(id)?.refs;
    if (!refs || refs.length < 2 || !refs.every(located)) return false;
    for (const end of [refs[0]!, refs[refs.length - 1]!]) if (!open.delete(end)) open.add(end);
  }
  return open.size === 0;
}
