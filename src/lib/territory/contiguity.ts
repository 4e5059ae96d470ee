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

/** Units that lean on nobody in this assignment. */
export function adrift({ n, m }: Problem, { nearer, root }: Contiguity, at: ArrayLike<number>): number[] {
  const lost: number[] = [];
  for (let i = 0; i < n; i++) {
    const j = at[i]!;
    if (j >= 0 && root[j] !== i && !nearer[i * m + j]!.some((v) => at[v] === j)) lost.push(i);
  }
  return lost;
}
