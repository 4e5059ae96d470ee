// Sectors in one piece: the pieces of each referent's units, and the separators that exclude a plan whose sectors are in several.
import { vertexCut } from './vertex-cut.ts';
import type { Problem } from './compile-problem.ts';

/** Two units of one sector need one of the units `between`, which every way from the one to the other passes. */
export interface ContiguityCut {
  units: readonly [number, number];
  between: readonly number[];
}

/** A solution in fractions breaks a separator when it misses it by so much. */
const MISSED = 0.02;
/** What a unit weighs in a cut beside its fraction: among equal cuts, the one of fewest units. */
const EACH_UNIT = 1e-6;

/** At most so many units of a piece that lies apart get separators of their own. */
const MOST_UNITS = 4;

/** Whether the rule leaves a unit out: exempted, or touching no other. */
export const isExempt = ({ freed, neighbours }: Pick<Problem, 'freed' | 'neighbours'>, i: number): boolean =>
  freed.has(i) || neighbours[i]!.length === 0;

/** Units that touch those given and are not among them. */
function around({ neighbours }: Problem, units: readonly number[]): Set<number> {
  const inside = new Set(units);
  return new Set(units.flatMap((i) => neighbours[i]!).filter((v) => !inside.has(v)));
}

/** Units that can be reached from some without passing others. */
function reached(
  { neighbours }: Problem,
  from: readonly number[],
  without: ReadonlySet<number>
): Set<number> {
  const found = new Set(from);
  for (const i of found) for (const v of neighbours[i]!) if (!without.has(v)) found.add(v);
  return found;
}

/** Pieces of each referent's units, the largest first, those of exempt units alone left out. */
export function piecesOf(
  problem: Problem,
  plan: ArrayLike<number>,
  exempt: (i: number) => boolean
): number[][][] {
  const { n, m, neighbours } = problem;
  const seen = new Uint8Array(n);
  const pieces = Array.from({ length: m }, (): number[][] => []);
  for (let first = 0; first < n; first++) {
    const j = plan[first]!;
    if (j < 0 || seen[first]) continue;
    const piece = [first];
    seen[first] = 1;
    for (const i of piece) {
      for (const v of neighbours[i]!) {
        if (seen[v] || plan[v] !== j) continue;
        seen[v] = 1;
        piece.push(v);
      }
    }
    if (!piece.every(exempt)) pieces[j]!.push(piece);
  }
  for (const list of pieces) list.sort((a, b) => b.length - a.length || a[0]! - b[0]!);
  return pieces;
}

/** Whether every sector is in one piece, exempt units apart. */
export const isInOnePiece = (problem: Problem, plan: ArrayLike<number>): boolean =>
  piecesOf(problem, plan, (i) => isExempt(problem, i)).every((list) => list.length <= 1);

/** The units around `near` that the way to `far` passes: none of them could be left out. */
function between(problem: Problem, near: readonly number[], far: readonly number[]): number[] {
  const border = around(problem, near);
  const beyond = reached(problem, far, border);
  return [...border].filter((s) => problem.neighbours[s]!.some((v) => beyond.has(v))).sort((a, b) => a - b);
}

/**
 * Separators that a plan breaks; empty when its sectors are in one piece. They are those of R. Carvajal and others, Imposing connectivity
 * constraints in forest planning models, 2013: together, and for every referent, they say exactly that a sector is connected.
 */
export function separatorsOf(
  problem: Problem,
  plan: ArrayLike<number>,
  exempt: (i: number) => boolean = (i) => isExempt(problem, i)
): ContiguityCut[] {
  const { m, minutes } = problem;
  return piecesOf(problem, plan, exempt).flatMap(([main = [], ...others], j) => {
    const nearness = (i: number) => minutes[i * m + j]!;
    const held = main.filter((i) => !exempt(i)).sort((a, b) => nearness(a) - nearness(b) || a - b)[0]!;
    return others.flatMap((piece) => {
      const ways = [between(problem, piece, main), between(problem, main, piece)];
      const distinct = ways[0]!.join() === ways[1]!.join() ? ways.slice(1) : ways;
      const units = piece.filter((i) => !exempt(i)).slice(0, MOST_UNITS);
      return units.flatMap((i) => distinct.map((one): ContiguityCut => ({ units: [i, held], between: one })));
    });
  });
}

/**
 * Separators that a solution in fractions breaks: two units that a referent has for more than what lies between them allows, by the lightest
 * cut. One of the two is the unit that the referent has most of.
 *
 * @param shares of unit i that referent j has, at `i * m + j`
 */
export function separatorsOfShares(
  { n, m, neighbours }: Pick<Problem, 'n' | 'm' | 'neighbours'>,
  shares: ArrayLike<number>
): ContiguityCut[] {
  const found = new Map<string, ContiguityCut>();
  for (let j = 0; j < m; j++) {
    const own = Float64Array.from({ length: n }, (_, i) => shares[i * m + j]!);
    const weights = own.map((share) => share + EACH_UNIT);
    let held = -1;
    for (let i = 0; i < n; i++) if (neighbours[i]!.length > 0 && !(own[i]! <= own[held]!)) held = i;
    for (let i = 0; i < n; i++) {
      const both = held === -1 ? 0 : own[i]! + own[held]!;
      if (i === held || both < 1 + MISSED || neighbours[i]!.length === 0 || neighbours[held]!.includes(i))
        continue;
      const { weight, vertices } = vertexCut(neighbours, weights, i, held);
      if (weight < both - 1 - MISSED)
        found.set(`${i},${held}:${vertices.join()}`, { units: [i, held], between: vertices });
    }
  }
  return [...found.values()];
}
