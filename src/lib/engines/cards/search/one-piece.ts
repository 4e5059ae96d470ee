// A plan whose sectors are in one piece each, or nearly: where a search begins, since its moves mend no piece that stands apart.
import type { PlanAt } from './annealing.ts';
import type { Rules } from './rules.ts';

/**
 * The heaviest piece of each sector, grown again over the others: the post that lacks most takes what it borders, the nearest first. A block that
 * no sector can come to stays where it was.
 */
export function grownTogether(rules: Rules, at: PlanAt): PlanAt {
  const { neighbours, work, travel, open, shares, posts } = rules;
  const grown = new Int32Array(at.length).fill(-1);
  const loads = new Float64Array(posts);
  const take = (b: number, j: number) => {
    grown[b] = j;
    loads[j]! += work[b]!;
  };
  for (let j = 0; j < posts; j++) for (const b of heaviestPiece(rules, at, j)) take(b, j);
  at.forEach((j, b) => neighbours[b]!.length === 0 && grown[b] === -1 && take(b, j));
  for (;;) {
    let [block, post, lack] = [-1, -1, -Infinity];
    for (let b = 0; b < at.length; b++) {
      if (grown[b] !== -1) continue;
      for (const v of neighbours[b]!) {
        const j = grown[v]!;
        if (j === -1 || open[b * posts + j] === 0) continue;
        const own = -loads[j]! / shares[j]!;
        const isNearer = j === post && travel[b * posts + j]! < travel[block * posts + j]!;
        if (own > lack || isNearer) [block, post, lack] = [b, j, own];
      }
    }
    if (block === -1) break;
    take(block, post);
  }
  return grown.map((j, b) => (j === -1 ? at[b]! : j));
}

function heaviestPiece({ neighbours, work }: Rules, at: PlanAt, j: number): readonly number[] {
  const met = new Uint8Array(at.length);
  let [best, most]: [readonly number[], number] = [[], 0];
  at.forEach((post, first) => {
    if (post !== j || met[first] === 1) return;
    met[first] = 1;
    const piece = [first];
    for (const b of piece) {
      for (const v of neighbours[b]!) {
        if (at[v] !== j || met[v] === 1) continue;
        met[v] = 1;
        piece.push(v);
      }
    }
    const load = piece.reduce((sum, b) => sum + work[b]!, 0);
    if (load > most) [best, most] = [piece, load];
  });
  return best;
}
