// Valid inequalities of the cell suppression problem: sum of coefficient x suppressed >= 1 (Fischetti and Salazar, "Solving the
// cell suppression problem on tabular data with linear constraints", Management Science 47, 2001).
import { cellValue, type FeasibilityInterval } from '../attack/feasibility-intervals.ts';
import type { SuppressionProblem } from './suppression-problem.ts';
import type { ProtectionTarget } from '../rules.ts';

/** `sum of coefficient[i] x (cells[i] is suppressed) >= rhs` over free cells; primary suppressions are counted in `rhs`. */
export interface Cut {
  cells: number[];
  coefficients: number[];
  rhs: number;
}

const TOLERANCE = 1e-7;

/** How far the interval must extend from the true count. */
export const requiredShift = (
  { form, low, high }: ProtectionTarget,
  truth: Float64Array,
  sense: 'min' | 'max'
): number => {
  const value = cellValue(form, truth);
  return sense === 'max' ? high - value : value - low;
};

function cutOf(problem: SuppressionProblem, coefficients: ReadonlyMap<number, number>): Cut | null {
  const cut: Cut = { cells: [], coefficients: [], rhs: 1 };
  for (const [cell, coefficient] of coefficients) {
    if (problem.primary[cell] === 1) cut.rhs -= coefficient;
    else if (problem.weight[cell]! > 0 && problem.system.impossible[cell] === 0) {
      cut.cells.push(cell);
      cut.coefficients.push(coefficient);
    }
  }
  if (cut.rhs <= TOLERANCE) return null;
  cut.coefficients = cut.coefficients.map((coefficient) => Math.min(1, coefficient / cut.rhs));
  cut.rhs = 1;
  return cut;
}

/**
 * Capacity cut from the dual proof that `target` cannot move far enough: a cell that helps by rising has coefficient 1, one
 * that helps by falling has the share of the shift that its count can give.
 *
 * @param proof reduced costs of every cell for the form, maximised (`max`) or minimised (`min`)
 */
function capacityCut(
  problem: SuppressionProblem,
  target: ProtectionTarget,
  sense: 'min' | 'max',
  proof: Float64Array
): Cut | null {
  const need = requiredShift(target, problem.truth, sense);
  const sign = sense === 'max' ? 1 : -1;
  const coefficients = new Map<number, number>();
  proof.forEach((cost, cell) => {
    const price = sign * cost;
    if (price > TOLERANCE && problem.primary[cell] === 0) coefficients.set(cell, 1);
    else if (price < -TOLERANCE) {
      const gives = Math.min(1, (-price * problem.truth[cell]!) / need + TOLERANCE);
      if (gives > 2 * TOLERANCE) coefficients.set(cell, gives);
    }
  });
  return cutOf(problem, coefficients);
}

/** Capacity cuts of single sums: what a count gains or loses, the rest of the sum must compensate. */
export function rowCuts(problem: SuppressionProblem): Cut[] {
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
      const need = requiredShift(target, truth, sense);
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
 * Bridgeless cuts: no cell is the only one suppressed in a sum, since its value would follow.
 *
 * @returns pairs (cell, others): suppressed(cell) <= sum of suppressed(others)
 */
export function bridgeCuts(problem: SuppressionProblem): { cell: number; others: number[] }[] {
  const { system, primary, weight } = problem;
  const cuts: { cell: number; others: number[] }[] = [];
  for (const { parent, children } of system.sums) {
    const row = [parent, ...children];
    if (row.some((cell) => primary[cell] === 1)) continue;
    const free = row.filter((cell) => weight[cell]! > 0);
    for (const cell of free) cuts.push({ cell, others: free.filter((other) => other !== cell) });
  }
  return cuts;
}

/** For a count disclosed by integrality alone: some cell outside the pattern must be suppressed too. */
function extensionCut(problem: SuppressionProblem, pattern: Uint8Array): Cut | null {
  return cutOf(problem, new Map(problem.free.filter((cell) => pattern[cell] === 0).map((cell) => [cell, 1])));
}

/** Cuts derived from the open counts of a pattern and violated at the point `at` (1 per suppressed free cell, or fractions). */
export function separateCuts(
  problem: SuppressionProblem,
  pattern: Uint8Array,
  open: readonly FeasibilityInterval[],
  at: Float64Array
): Cut[] {
  const reached = (cut: Cut) => cut.cells.reduce((sum, cell, j) => sum + at[cell]! * cut.coefficients[j]!, 0);
  return open.flatMap(({ target, proofs }) => {
    const cuts = proofs.flatMap(({ sense, shot }): Cut[] => {
      const possible = shot.proof && requiredShift(target, problem.truth, sense) > 0;
      const cut = possible ? capacityCut(problem, target, sense, shot.proof!) : null;
      return cut ? [cut] : [];
    });
    const violated = cuts.filter((cut) => reached(cut) < cut.rhs - 1e-4);
    if (violated.length > 0) return violated;
    const wider = extensionCut(problem, pattern);
    return wider && reached(wider) < wider.rhs - 1e-4 ? [wider] : [];
  });
}
