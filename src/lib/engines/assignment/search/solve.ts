// Solves a split: a plan at once, then HiGHS to its proof, incumbent, bound and gap told all the while.
import {
  sparseRows,
  type LinearModel,
  type LinearSolver,
  type Outcome,
  type SparseRows
} from '../../../model/linear.ts';
import { modelOf, planOf, pointOf, rowsOf, softColumns } from '../problem/formulation.ts';
import { heuristic } from './heuristic.ts';
import { Incumbent, keepsRules, PROVEN, TINY, type Solution, type SolveProgress } from './incumbent.ts';
import type { Problem } from '../problem/problem.ts';

export interface SolveOptions {
  /** Time of the whole; without it, until the proof. */
  seconds?: number;
  /** `heuristic` unless told; `none` leaves all to the solver. */
  start?: 'heuristic' | 'none';
  /** A plan to begin with; taken when it keeps every rule and is better. */
  from?: Int32Array;
  /** Only plans that cost less are of interest; `infeasible` then says that there is none. */
  below?: number;
  /** Moves that the heuristic weighs. */
  effort?: number;
  onProgress?: (progress: SolveProgress) => void;
  /** Polled: `true` ends with what is known. */
  stop?: () => boolean;
}

/** The problem without whole numbers: a bound, or the news that no plan exists. */
export function relaxation(solver: LinearSolver, problem: Problem): Outcome {
  const rows = rowsOf(problem);
  const model = solver.open(modelOf(problem, rows, problem.soft ? softColumns(rows) : []));
  try {
    model.setIntegers(null);
    return model.solve();
  } finally {
    model.dispose();
  }
}

/** The objective as a row. */
function cheaperThan({ cost }: LinearModel, most: number): [SparseRows, Float64Array, Float64Array] {
  const entries = [...cost].flatMap((value, c): [number, number][] => (value === 0 ? [] : [[c, value]]));
  return [sparseRows([entries]), Float64Array.of(-Infinity), Float64Array.of(most)];
}

/**
 * Solves the problem. `infeasible` is proven; `unknown` means that time ran out before anything was. The optimum and, once proven,
 * the plan do not depend on the order of rows.
 */
export function solve(solver: LinearSolver, problem: Problem, options: SolveOptions = {}): Solution {
  const best = new Incumbent(problem, options.seconds ?? Infinity, options.onProgress);
  const { rows } = best;
  const { below = Infinity } = options;
  const offer = (plan: Int32Array) => {
    if (best.worth(plan) < below && keepsRules(problem, rows, plan)) best.offer(plan);
  };
  if (options.from) offer(options.from);
  if (options.start !== 'none') {
    const { effort, stop } = options;
    const quick = heuristic(problem, {
      ...(effort !== undefined && { effort }),
      ...(stop && { stop }),
      onPlan: ({ feasible, assignment }) => feasible && offer(assignment)
    });
    if (quick?.feasible) offer(quick.assignment);
  }
  const extra = problem.soft ? softColumns(rows) : [];
  const data = modelOf(problem, rows, extra);
  const model = solver.open(data);
  try {
    const whole = Uint8Array.from({ length: problem.n * problem.m + extra.length }, (_, at) =>
      at < problem.n * problem.m ? 1 : 0
    );
    if (below < Infinity) model.addRows(...cheaperThan(data, below - (problem.whole ? 1 : TINY)));
    model.setIntegers(null);
    const relaxed = model.solve();
    if (relaxed.status === 'infeasible') return best.impossible();
    if (relaxed.status === 'optimal') best.raise(relaxed.objective);
    if (best.isProven()) return best.solution('optimal');
    model.setIntegers(whole);
    if (best.plan) model.setStart(pointOf(problem, rows, extra, best.plan));
    const outcome = model.solve({
      ...(options.seconds !== undefined && { seconds: best.left() }),
      gap: PROVEN,
      onImproved: (x) => best.offer(planOf(problem, x)),
      onProgress: ({ bound }) => best.raise(bound),
      ...(options.stop && { stop: options.stop })
    });
    if (outcome.x) best.offer(planOf(problem, outcome.x));
    if (outcome.status === 'infeasible' && best.plan === null) return best.impossible();
    best.raise(outcome.bound);
    if (outcome.status === 'optimal' && best.plan) best.raise(best.worth(best.plan));
    return best.solution(best.plan === null ? 'unknown' : best.isProven() ? 'optimal' : 'feasible');
  } finally {
    model.dispose();
  }
}
