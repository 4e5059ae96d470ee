// Inequalities that every safe pattern satisfies (Fischetti and Salazar, "Solving the cell suppression problem on
// tabular data with linear constraints", Management Science 47, 2001): sum of coefficient x hidden >= 1.
import { valueOf, type Range } from '../attack/ranges.ts';
import type { Problem } from './problem.ts';
import type { Target } from '../rules.ts';

/** `sum of coefficient[i] x (cells[i] is hidden) >= rhs` over free cells; cells hidden anyway are counted in `rhs`. */
export interface Cut {
  cells: number[];
  coefficients: number[];
  rhs: number;
}

const NOISE = 1e-7;

/** How far the count must be able to move from its true value. */
export const distance = ({ form, low, high }: Target, truth: Float64Array, sense: 'min' | 'max'): number => {
  const value = valueOf(form, truth);
  return sense === 'max' ? high - value : value - low;
};

function cutOf(problem: Problem, coefficients: ReadonlyMap<number, number>): Cut | null {
  const cut: Cut = { cells: [], coefficients: [], rhs: 1 };
  for (const [cell, coefficient] of coefficients) {
    if (problem.hidden[cell] === 1) cut.rhs -= coefficient;
    else if (problem.weight[cell]! > 0 && problem.system.impossible[cell] === 0) {
      cut.cells.push(cell);
      cut.coefficients.push(coefficient);
    }
  }
  if (cut.rhs <= NOISE) return null;
  cut.coefficients = cut.coefficients.map((coefficient) => Math.min(1, coefficient / cut.rhs));
  cut.rhs = 1;
  return cut;
}

/**
 * Capacity cut from the linear proof that `target` cannot move far enough: a cell whose rise helps counts 1, one
 * whose fall helps counts what it could give.
 *
 * @param proof reduced costs of every cell for the form, maximised (`max`) or minimised (`min`).
 */
export function capacityCut(
  problem: Problem,
  target: Target,
  sense: 'min' | 'max',
  proof: Float64Array
): Cut | null {
  const need = distance(target, problem.truth, sense);
  const sign = sense === 'max' ? 1 : -1;
  const coefficients = new Map<number, number>();
  proof.forEach((cost, cell) => {
    const price = sign * cost;
    if (price > NOISE && problem.hidden[cell] === 0) coefficients.set(cell, 1);
    else if (price < -NOISE) {
      const gives = Math.min(1, (-price * problem.truth[cell]!) / need + NOISE);
      if (gives > 2 * NOISE) coefficients.set(cell, gives);
    }
  });
  return cutOf(problem, coefficients);
}

/** Cuts of single sums: what a count gains or loses, the rest of the sum must lose or gain. */
export function rowCuts(problem: Problem): Cut[] {
  const { system, truth, targets } = problem;
  const around = new Map<number, { cell: number; sign: number }[][]>();
  for (const { parent, children } of system.sums) {
    const row = [{ cell: parent, sign: 1 }, ...children.map((cell) => ({ cell, sign: -1 }))];
    for (const { cell } of row) (around.get(cell) ?? around.set(cell, []).get(cell)!).push(row);
  }
  const cuts = new Map<string, Cut>();
  for (const target of targets) {
    if (target.form.minus !== undefined) continue;
    const cell = target.form.plus;
    for (const sense of ['min', 'max'] as const) {
      const need = distance(target, truth, sense);
      if (need <= 0) continue;
      for (const row of around.get(cell) ?? []) {
        const own = row.find((entry) => entry.cell === cell)!.sign * (sense === 'max' ? 1 : -1);
        const coefficients = new Map<number, number>();
        for (const entry of row) {
          if (entry.cell === cell) continue;
          // Opposite sides of a sum move together, the same side against one another.
          coefficients.set(entry.cell, entry.sign === own ? Math.min(1, truth[entry.cell]! / need) : 1);
        }
        const cut = cutOf(problem, coefficients);
        if (cut) cuts.set(`${cut.cells.join()};${cut.coefficients.map((c) => c.toFixed(3)).join()}`, cut);
      }
    }
  }
  return [...cuts.values()];
}

/**
 * Bridge cuts: in every sum, a cell is not hidden alone, for it would be known all the same.
 *
 * @returns pairs (cell, others): hidden(cell) <= sum of hidden(others).
 */
export function bridgeCuts(problem: Problem): { cell: number; others: number[] }[] {
  const { system, hidden, weight } = problem;
  const cuts: { cell: number; others: number[] }[] = [];
  for (const { parent, children } of system.sums) {
    const row = [parent, ...children];
    if (row.some((cell) => hidden[cell] === 1)) continue;
    const free = row.filter((cell) => weight[cell]! > 0);
    for (const cell of free) cuts.push({ cell, others: free.filter((other) => other !== cell) });
  }
  return cuts;
}

/** When only whole numbers betray a count: some cell outside the pattern must be hidden too. */
export function widerCut(problem: Problem, hidden: Uint8Array): Cut | null {
  return cutOf(problem, new Map(problem.free.filter((cell) => hidden[cell] === 0).map((cell) => [cell, 1])));
}

/**
 * Cuts that the open counts of `hidden` give, violated at the point `at` (1 per hidden free cell, or fractions).
 */
export function cutsOf(
  problem: Problem,
  hidden: Uint8Array,
  open: readonly Range[],
  at: Float64Array
): Cut[] {
  const reached = (cut: Cut) => cut.cells.reduce((sum, cell, j) => sum + at[cell]! * cut.coefficients[j]!, 0);
  return open.flatMap(({ target, proofs }) => {
    const cuts = proofs.flatMap(({ sense, shot }): Cut[] => {
      const possible = shot.proof && distance(target, problem.truth, sense) > 0;
      const cut = possible ? capacityCut(problem, target, sense, shot.proof!) : null;
      return cut ? [cut] : [];
    });
    const violated = cuts.filter((cut) => reached(cut) < cut.rhs - 1e-4);
    if (violated.length > 0) return violated;
    const wider = widerCut(problem, hidden);
    return wider && reached(wider) < wider.rhs - 1e-4 ? [wider] : [];
  });
}
