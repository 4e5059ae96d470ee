// Optimal suppression by cutting planes: a master problem proposes a pattern, the attacker answers with cuts.
import type { LinearSolver } from '../../../model/linear.ts';
import { cutsOf } from './cuts.ts';
import { openMaster, type Master } from './master.ts';
import { checkPattern, lossOf, type Problem } from './problem.ts';
import { repair } from './repair.ts';

export interface SuppressionProgress {
  /** Loss of the best safe pattern, null before there is one. */
  loss: number | null;
  /** No safe pattern loses less. */
  bound: number;
  gap: number | null;
  seconds: number;
}

export interface SuppressionOptions {
  seconds?: number;
  onProgress?: (progress: SuppressionProgress) => void;
  stop?: () => boolean;
  /** A safe pattern to start with. */
  start?: Uint8Array;
}

export interface Suppression {
  /** 1 where a cell is hidden; null when no safe pattern was found in time. */
  hidden: Uint8Array | null;
  status: 'optimal' | 'time-limit' | 'interrupted' | 'infeasible';
  loss: number | null;
  bound: number;
  gap: number | null;
  cuts: number;
  rounds: number;
  seconds: number;
  /** Cells whose count cannot be protected even when all that may be hidden is. */
  stuck: number[];
}

/** Gap at which the master stops while its patterns are still unsafe: a cut matters more than its optimum. */
const ROUGH = 0.02;
const FINE = 1e-6;
/** Cuts of its own that the solver keeps at hand. The master's rows are sparse covers: more of them only slow it down. */
const CUT_POOL = 100;
/** Shares from which a cell of a fractional optimum counts as hidden, tried in turn. */
const THRESHOLDS = [1e-6, 0.2, 0.4, 0.6];
const FRACTIONAL_ROUNDS = 40;

/**
 * Hides a set of cells of least total weight such that every target stays unsure.
 *
 * Cuts after Fischetti and Salazar (2001); fractional optima are separated through the patterns of their larger
 * shares, whole ones exactly. The proof of optimality is the master's own bound.
 */
export function suppressExactly(
  solver: LinearSolver,
  problem: Problem,
  options: SuppressionOptions = {}
): Suppression {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const limit = options.seconds ?? Infinity;
  const master = openMaster(solver, problem);
  let best = options.start ?? null;
  let loss = best ? lossOf(problem, best) : null;
  let bound = 0;
  let rounds = 0;

  const end = (status: Suppression['status'], stuck: number[] = []): Suppression => {
    master.dispose();
    const figures = { loss, bound, gap: gap(loss, bound), cuts: master.cuts, rounds, seconds: elapsed() };
    return { hidden: best, status, ...figures, stuck };
  };
  const raise = (proven: number) => {
    bound = Math.max(bound, Math.ceil(proven - 1e-4));
    options.onProgress?.({ loss, bound, gap: gap(loss, bound), seconds: elapsed() });
  };
  const keep = (hidden: Uint8Array) => {
    const proposed = lossOf(problem, hidden);
    if (loss === null || proposed < loss) [best, loss] = [hidden, proposed];
  };
  const over = (): Suppression['status'] | null =>
    options.stop?.() ? 'interrupted' : elapsed() >= limit ? 'time-limit' : null;

  if (problem.free.length === 0) {
    const stuck = stuckCells(solver, problem);
    if (stuck.length > 0) return end('infeasible', stuck);
    keep(problem.hidden);
    return end('optimal');
  }
  for (let round = 0; round < FRACTIONAL_ROUNDS && !over(); round++) {
    const relaxed = master.relaxed();
    if (!relaxed) return end('infeasible', stuckCells(solver, problem));
    raise(relaxed.bound);
    if (!separate(solver, problem, master, relaxed.at, keep)) break;
    rounds++;
  }

  let rough = true;
  for (;;) {
    const stopped = over();
    if (stopped) return end(stopped);
    rounds++;
    const answer = master.whole(
      {
        gap: rough ? ROUGH : FINE,
        cutPool: CUT_POOL,
        ...(Number.isFinite(limit) && { seconds: Math.max(0.05, limit - elapsed()) }),
        ...(options.stop && { stop: options.stop })
      },
      best
    );
    if (answer.bound !== null) raise(answer.bound);
    if (answer.status === 'infeasible') return end('infeasible', stuckCells(solver, problem));
    if (!answer.x) return end(over() ?? 'time-limit');
    if (loss !== null && bound >= loss) return end('optimal');
    const at = master.spread(answer.x);
    const hidden = patternOf(problem, at, 0.5);
    const { open } = checkPattern(solver, problem, hidden);
    if (open.length === 0) {
      keep(hidden);
      raise(bound);
      if (loss !== null && bound >= loss) return end('optimal');
      if (!rough) return end(over() ?? 'time-limit');
      rough = false;
    } else {
      const mended = repair(solver, problem, hidden, { open, below: loss ?? Infinity });
      if (mended) keep(mended);
      const cuts = cutsOf(problem, hidden, open, at);
      if (cuts.length === 0 || cuts.some((cut) => cut.cells.length === 0))
        return end('infeasible', stuckCells(solver, problem));
      master.add(cuts);
    }
  }
}

function patternOf(problem: Problem, at: Float64Array, threshold: number): Uint8Array {
  const hidden = Uint8Array.from(problem.hidden);
  for (const cell of problem.free) if (at[cell]! >= threshold) hidden[cell] = 1;
  return hidden;
}

/** Cuts off a fractional optimum; a safe pattern met on the way is kept. */
function separate(
  solver: LinearSolver,
  problem: Problem,
  master: Master,
  at: Float64Array,
  keep: (hidden: Uint8Array) => void
): boolean {
  for (const threshold of THRESHOLDS) {
    const hidden = patternOf(problem, at, threshold);
    const { open } = checkPattern(solver, problem, hidden);
    if (open.length === 0) keep(hidden);
    const cuts = cutsOf(problem, hidden, open, at);
    if (cuts.length === 0) continue;
    master.add(cuts);
    return true;
  }
  return false;
}

function stuckCells(solver: LinearSolver, problem: Problem): number[] {
  const all = Uint8Array.from(problem.hidden);
  for (const cell of problem.free) all[cell] = 1;
  return checkPattern(solver, problem, all).open.map(({ target: { form } }) => form.minus ?? form.plus);
}

const gap = (loss: number | null, bound: number): number | null =>
  loss === null ? null : loss === 0 ? 0 : Math.max(0, (loss - bound) / loss);
