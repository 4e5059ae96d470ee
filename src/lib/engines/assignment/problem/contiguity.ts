// Territories in one piece: each unit leans on a neighbour of the same referent that is nearer to the base.
import type { Problem } from './problem.ts';

export interface Contiguity {
  /** Neighbours of unit i that are strictly nearer to referent j, at `i * m + j`. */
  nearer: readonly (readonly number[])[];
  /** Unit nearest the base of each referent, the first by id among equals: it leans on nobody. */
  root: Int32Array;
}

/** After P. Cova and R. Church, 2000, and Zoltners and Sinha, 1983: sufficient for one piece, and a little stricter. */
export function contiguityOf({ n, m, minutes, neighbours }: Problem): Contiguity {
  const root = Int32Array.from({ length: m }, (_, j) => {
    let best = 0;
    for (let i = 1; i < n; i++) if (minutes[i * m + j]! < minutes[best * m + j]!) best = i;
    return best;
  });
  const nearer = Array.from({ length: n * m }, (_, at) => {
    const [i, j] = [Math.floor(at / m), at % m];
    return neighbours[i]!.filter((v) => minutes[v * m + j]! < minutes[at]!);
  });
  return { nearer, root };
}

/** Whether unit i is the root of its referent's territory, or leans on a nearer unit of it. */
export function isSupported(
  { m, freed }: Problem,
  { nearer, root }: Contiguity,
  at: ArrayLike<number>,
  i: number
): boolean {
  const j = at[i]!;
  if (root[j] === i || freed.has(i)) return true;
  for (const v of nearer[i * m + j]!) if (at[v] === j) return true;
  return false;
}
