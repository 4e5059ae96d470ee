// Contiguity of each referent's units: each needs the support of a neighbour of the same referent that is nearer to the base.
import type { Problem } from './compile-problem.ts';

export interface Contiguity {
  /** Neighbours of unit i that are strictly nearer to referent j, at `i * m + j`. */
  nearer: readonly (readonly number[])[];
  /** Unit nearest the base of each referent, the first by id among equals: it needs no support. */
  root: Int32Array;
}

/** After A. Zoltners and P. Sinha, 1983, and T. Cova and R. Church, 2000: sufficient for contiguity, and a little stricter. */
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

/** Whether unit i is the root of its referent, is exempt, or has the support of a nearer unit of the same referent. */
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
