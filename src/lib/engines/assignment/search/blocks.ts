// Blocks that the heuristic moves: units that must stay together are one block, and a pinned block has one referent open to it.
import { UnionFind } from '../../../algorithms/union-find.ts';
import type { Problem } from '../problem/compile-problem.ts';

export interface Blocks {
  /** Units of each block, in order of the first. */
  members: number[][];
  /** Block of each unit. */
  of: Int32Array;
  /** Cost of block b with referent j at `b * m + j`; Infinity where it may not go. */
  cost: Float64Array;
  /** Pupils who change referent. */
  moved: Float64Array;
  /** Weights of each band, at `b * m + j`; bands of one measure share an array. */
  weights: Float64Array[];
  lower: Float64Array;
  upper: Float64Array;
  /** Bands that hold j and not k, and both, at `j * m + k`. */
  only: Int32Array[];
  both: Int32Array[];
  /** Blocks that must not share a referent. */
  apart: number[][];
  /** Referents open to each block, the cheapest first. */
  choices: number[][];
}

/** Units that must stay together, as one block. */
function grouped({ n, together }: Problem): { members: number[][]; of: Int32Array } {
  const sets = new UnionFind(n);
  for (const [a, b] of together) sets.union(a, b);
  const members = sets.groups();
  const of = new Int32Array(n);
  members.forEach((units, block) => units.forEach((i) => (of[i] = block)));
  return { members, of };
}

/** null when a block has no referent open to it: the rules contradict one another. */
export function blocksOf(problem: Problem): Blocks | null {
  const { m, bands, pupils, current } = problem;
  const { members, of } = grouped(problem);
  const table = (figure: (i: number, j: number) => number) =>
    Float64Array.from({ length: members.length * m }, (_, at) =>
      members[Math.floor(at / m)]!.reduce((sum, i) => sum + figure(i, at % m), 0)
    );
  const closed = table((i, j) => (problem.travel[i * m + j] === Infinity ? 1 : 0));
  for (const [i, j] of problem.pins) {
    for (let k = 0; k < m; k++) if (k !== j) closed[of[i]! * m + k] = 1;
  }
  const cost = table((i, j) => problem.cost[i * m + j]!).map((one, at) =>
    closed[at] === 0 ? one : Infinity
  );
  const choices = members.map((_, b) =>
    Array.from({ length: m }, (_, j) => j)
      .filter((j) => cost[b * m + j] !== Infinity)
      .sort((j, k) => cost[b * m + j]! - cost[b * m + k]! || j - k)
  );
  if (choices.some((list) => list.length === 0)) return null;
  const apart = members.map((): number[] => []);
  for (const [a, b] of problem.apart) {
    if (of[a] === of[b]) return null;
    apart[of[a]!]!.push(of[b]!);
    apart[of[b]!]!.push(of[a]!);
  }
  const shared = new Map<Float64Array, Float64Array>();
  for (const { weight } of bands) {
    const ofUnit = (i: number, j: number) => finite(weight[i * m + j]!);
    if (!shared.has(weight)) shared.set(weight, table(ofUnit));
  }
  const { lower, upper } = boundsOf(problem, choices, shared);
  const bandsOf = Array.from({ length: m }, (): number[] => []);
  bands.forEach(({ members: list }, band) => list.forEach((j) => bandsOf[j]!.push(band)));
  /** Bands of j that hold k, or not. */
  const pick = (withK: boolean) =>
    Array.from({ length: m * m }, (_, at) =>
      Int32Array.from(
        bandsOf[Math.floor(at / m)]!.filter((band) => bandsOf[at % m]!.includes(band) === withK)
      )
    );
  return {
    members,
    of,
    cost,
    apart,
    choices,
    lower,
    upper,
    moved: table((i, j) => (current[i] !== -1 && current[i] !== j ? pupils[i]! : 0)),
    weights: bands.map(({ weight }) => shared.get(weight)!),
    only: pick(false),
    both: pick(true)
  };
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0);

/**
 * Bounds of the bands. Those relative to the plan's own total are approximated around the total of the cheapest plan: the heuristic's
 * plans are tested against the true rule afterwards.
 */
function boundsOf(
  { m, bands }: Problem,
  choices: readonly (readonly number[])[],
  shared: ReadonlyMap<Float64Array, Float64Array>
): { lower: Float64Array; upper: Float64Array } {
  const guess = bands.map(({ weight, share, relativeTolerance, lower, upper }) => {
    if (relativeTolerance === undefined) return { lower, upper };
    const whole = shared.get(weight)!;
    const total = choices.reduce((sum, [cheapest], b) => sum + whole[b * m + cheapest!]!, 0);
    return {
      lower: (1 - relativeTolerance) * share * total,
      upper: (1 + relativeTolerance) * share * total
    };
  });
  return {
    lower: Float64Array.from(guess, (bound) => bound.lower),
    upper: Float64Array.from(guess, (bound) => bound.upper)
  };
}
