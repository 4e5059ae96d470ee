// Separate pieces of each referent's territory, by the neighbours given.
import type { Problem } from './problem.ts';

/** Units of each piece of each referent, the largest piece first. */
export function piecesOf(
  { n, m, units, neighbours }: Problem,
  assignment: ArrayLike<number>
): readonly (readonly (readonly string[])[])[] {
  const seen = new Uint8Array(n);
  const pieces: string[][][] = Array.from({ length: m }, () => []);
  for (let first = 0; first < n; first++) {
    const j = assignment[first]!;
    if (j < 0 || seen[first] === 1) continue;
    const piece = [first];
    seen[first] = 1;
    for (let at = 0; at < piece.length; at++) {
      for (const v of neighbours[piece[at]!]!) {
        if (seen[v] === 1 || assignment[v] !== j) continue;
        seen[v] = 1;
        piece.push(v);
      }
    }
    pieces[j]!.push(piece.sort((a, b) => a - b).map((i) => units[i]!));
  }
  for (const list of pieces) list.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
  return pieces;
}
