// A pattern solved before and kept on disk. Its safety is checked again at each use, its optimality is not.
import type { LinearSolver } from '../../../model/linear.ts';
import { checkPattern, informationLoss, type SuppressionProblem } from './suppression-problem.ts';
import type { SafePattern } from './suppress-cells.ts';

export interface KnownPattern {
  /** Keys of the published cells, joined by `cellKey`; all others are suppressed. */
  shown: ReadonlySet<string>;
  status: 'optimal' | 'heuristic';
  gap: number | null;
}

export const cellKey = (key: readonly string[]): string => key.join(' / ');

/**
 * The known pattern as a result of `suppressCells`.
 *
 * @returns null when it publishes a cell that is not a candidate, or leaves a count open: the problem must be solved again
 */
export function knownSafePattern(
  solver: LinearSolver,
  problem: SuppressionProblem,
  known: KnownPattern
): SafePattern | null {
  const began = performance.now();
  const pattern = Uint8Array.from(problem.primary);
  const asked = (cell: number) => known.shown.has(cellKey(problem.system.names(cell)));
  let shown = 0;
  for (const cell of problem.free) {
    if (asked(cell)) shown++;
    else pattern[cell] = 1;
  }
  if (shown !== known.shown.size || checkPattern(solver, problem, pattern).open.length > 0) return null;
  const loss = informationLoss(problem, pattern);
  return {
    pattern,
    status: known.status,
    loss,
    bound: known.status === 'optimal' ? loss : null,
    gap: known.gap,
    cuts: 0,
    seconds: (performance.now() - began) / 1000
  };
}
