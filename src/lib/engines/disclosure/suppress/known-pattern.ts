// A pattern that was solved once and kept: which cells to show. Its safety is proven anew each time, its optimum is not.
import type { LinearSolver } from '../../../model/linear.ts';
import { checkPattern, lossOf, type Problem } from './problem.ts';
import type { Secured } from './secure.ts';

export interface KnownPattern {
  /** Keys of the cells to show, joined by `keyOf`; all others are hidden. */
  shown: ReadonlySet<string>;
  status: 'optimal' | 'heuristic';
  gap: number | null;
}

export const keyOf = (key: readonly string[]): string => key.join(' / ');

/**
 * The pattern as if it had just been found, or null when it shows a cell that may not be shown, lacks one that has been, or leaves
 * a count open: it must then be solved again.
 */
export function securedAs(solver: LinearSolver, problem: Problem, known: KnownPattern): Secured | null {
  const began = performance.now();
  const hidden = Uint8Array.from(problem.hidden);
  const asked = (cell: number) => known.shown.has(keyOf(problem.system.names(cell)));
  let shown = 0;
  for (const cell of problem.free) {
    if (asked(cell)) shown++;
    else hidden[cell] = 1;
  }
  if (shown !== known.shown.size || checkPattern(solver, problem, hidden).open.length > 0) return null;
  const loss = lossOf(problem, hidden);
  return {
    hidden,
    status: known.status,
    loss,
    bound: known.status === 'optimal' ? loss : null,
    gap: known.gap,
    cuts: 0,
    seconds: (performance.now() - began) / 1000
  };
}
