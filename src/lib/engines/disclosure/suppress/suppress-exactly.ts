// Optimal cell suppression by branch and cut: a master problem proposes a pattern, the attacker's models separate violated cuts.
import type { LinearSolver } from '../../../model/linear.ts';
import { separateCuts } from './cuts.ts';
import { openMaster, type SuppressionMaster } from './master.ts';
import { checkPattern, informationLoss, type SuppressionProblem } from './suppression-problem.ts';
import { repair } from './repair.ts';

export interface SuppressionProgress {
  /** Loss of the best safe pattern, null before there is one. */
  loss: number | null;
  /** Proven lower bound of the loss. */
  bound: number;
  gap: number | null;
  seconds: number;
}

export interface ExactOptions {
  seconds?: number;
  onProgress?: (progress: SuppressionProgress) => void;
  stop?: () => boolean;
  /** A safe pattern to start from. */
  start?: Uint8Array;
}

export interface ExactSuppression {
  /** 1 where a cell is suppressed; null when no safe pattern was found in time. */
  pattern: Uint8Array | null;
  status: 'optimal' | 'time-limit' | 'interrupted' | 'infeasible';
  loss: number | null;
  bound: number;
  gap: number | null;
  cuts: number;
  rounds: number;
  seconds: number;
  /** Cells that no pattern protects, not even full suppression. */
  unprotectable: number[];
}

/** Relative gap of the master while its patterns are still unsafe: cuts matter more than its optimum. */
const COARSE_GAP = 0.02;
const FINAL_GAP = 1e-6;
/** Size of the solver's own cut pool. The master's rows are sparse covers: a larger pool only slows it down. */
const CUT_POOL = 100;
/** Thresholds, tried in turn, from which a cell of a fractional optimum is rounded to suppressed. */
const THRESHOLDS = [1e-6, 0.2, 0.4, 0.6];
const FRACTIONAL_ROUNDS = 40;

/**
 * Suppresses a set of cells of least total weight such that every target is protected.
 *
 * Cuts after M. Fischetti and J.J. Salazar, "Solving the cell suppression problem on tabular data with linear constraints",
 * Management Science 47 (2001). Fractional optima are separated through rounded patterns, integer ones exactly. The proof of
 * optimality is the master's own bound.
 */
export function suppressExactly(
  solver: LinearSolver,
  problem: SuppressionProblem,
  options: ExactOptions = {}
): ExactSuppression {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const limit = options.seconds ?? Infinity;
  const master = openMaster(solver, problem);
  let best = options.start ?? null;
  let loss = best ? informationLoss(problem, best) : null;
  let bound = 0;
  let rounds = 0;

  const end = (status: ExactSuppression['status'], stuck: number[] = []): ExactSuppression => {
    master.dispose();
    const figures = { loss, bound, gap: gap(loss, bound), cuts: master.cuts, rounds, seconds: elapsed() };
    return { pattern: best, status, ...figures, unprotectable: stuck };
  };
  const raise = (proven: number) => {
    bound = Math.max(bound, Math.ceil(proven - 1e-4));
    options.onProgress?.({ loss, bound, gap: gap(loss, bound), seconds: elapsed() });
  };
  const keep = (pattern: Uint8Array) => {
    const proposed = informationLoss(problem, pattern);
    if (loss === null || proposed < loss) [best, loss] = [pattern, proposed];
  };
  const over = (): ExactSuppression['status'] | null =>
    options.stop?.() ? 'interrupted' : elapsed() >= limit ? 'time-limit' : null;

  if (problem.free.length === 0) {
    const stuck = unprotectableCells(solver, problem);
    if (stuck.length > 0) return end('infeasible', stuck);
    keep(problem.primary);
    return end('optimal');
  }
  for (let round = 0; round < FRACTIONAL_ROUNDS && !over(); round++) {
    const relaxed = master.relaxed();
    if (!relaxed) return end('infeasible', unprotectableCells(solver, problem));
    raise(relaxed.bound);
    if (!separateFractional(solver, problem, master, relaxed.at, keep)) break;
    rounds++;
  }

  let rough = true;
  for (;;) {
    const stopped = over();
    if (stopped) return end(stopped);
    rounds++;
    const answer = master.whole(
      {
        gap: rough ? COARSE_GAP : FINAL_GAP,
        cutPool: CUT_POOL,
        ...(Number.isFinite(limit) && { seconds: Math.max(0.05, limit - elapsed()) }),
        ...(options.stop && { stop: options.stop })
      },
      best
    );
    if (answer.bound !== null) raise(answer.bound);
    if (answer.status === 'infeasible') return end('infeasible', unprotectableCells(solver, problem));
    if (!answer.x) return end(over() ?? 'time-limit');
    if (loss !== null && bound >= loss) return end('optimal');
    const at = master.spread(answer.x);
    const pattern = patternOf(problem, at, 0.5);
    const { open } = checkPattern(solver, problem, pattern);
    if (open.length === 0) {
      keep(pattern);
      raise(bound);
      if (loss !== null && bound >= loss) return end('optimal');
      if (!rough) return end(over() ?? 'time-limit');
      rough = false;
    } else {
      const repaired = repair(solver, problem, pattern, { open, below: loss ?? Infinity });
      if (repaired) keep(repaired);
      const cuts = separateCuts(problem, pattern, open, at);
      if (cuts.length === 0 || cuts.some((cut) => cut.cells.length === 0))
        return end('infeasible', unprotectableCells(solver, problem));
      master.add(cuts);
    }
  }
}

function patternOf(problem: SuppressionProblem, at: Float64Array, threshold: number): Uint8Array {
  const pattern = Uint8Array.from(problem.primary);
  for (const cell of problem.free) if (at[cell]! >= threshold) pattern[cell] = 1;
  return pattern;
}

/** Adds cuts violated by a fractional optimum, if any is found; a safe pattern met on the way is kept. */
function separateFractional(
  solver: LinearSolver,
  problem: SuppressionProblem,
  master: SuppressionMaster,
  at: Float64Array,
  keep: (pattern: Uint8Array) => void
): boolean {
  for (const threshold of THRESHOLDS) {
    const pattern = patternOf(problem, at, threshold);
    const { open } = checkPattern(solver, problem, pattern);
    if (open.length === 0) keep(pattern);
    const cuts = separateCuts(problem, pattern, open, at);
    if (cuts.length === 0) continue;
    master.add(cuts);
    return true;
  }
  return false;
}

function unprotectableCells(solver: LinearSolver, problem: SuppressionProblem): number[] {
  const all = Uint8Array.from(problem.primary);
  for (const cell of problem.free) all[cell] = 1;
  return checkPattern(solver, problem, all).open.map(({ target: { form } }) => form.minus ?? form.plus);
}

const gap = (loss: number | null, bound: number): number | null =>
  loss === null ? null : loss === 0 ? 0 : Math.max(0, (loss - bound) / loss);
