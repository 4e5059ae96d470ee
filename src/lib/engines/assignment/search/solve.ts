// Solves a compiled problem: a plan by the heuristic at once, then HiGHS to the proof, plan, bound and gap reported meanwhile.
import {
  sparseRows,
  type LinearModel,
  type LinearSolver,
  type Outcome,
  type SparseRows
} from '../../../model/linear.ts';
import type { AssignmentStatus } from '../../../model/plan.ts';
import { objectiveOf, type Problem } from '../problem/compile-problem.ts';
import { isInOnePiece } from '../problem/contiguity.ts';
import {
  isBand,
  linearModel,
  modelOf,
  planOf,
  solutionPoint,
  rowsOf,
  SOFT_PRICE,
  softColumns,
  type RuleRow
} from '../problem/formulation.ts';
import { openConnected } from './connected-model.ts';
import { heuristic, type HeuristicPlan } from './heuristic.ts';

export interface SearchProgress {
  /** Objective of the best plan, penalty apart, tenths of a minute; null before there is one. */
  objective: number | null;
  penalty: number;
  bound: number | null;
  gap: number | null;
  seconds: number;
  /** The best plan, when it is new: the referent of each unit, -1 for none. */
  plan?: Int32Array;
}

export interface Solution {
  status: AssignmentStatus;
  /** Referent of each unit, in the problem's order; null without a plan. */
  assignment: Int32Array | null;
  /** Tenths of a minute. */
  objective: number | null;
  /** Price of what lies outside the bands, tenths of a minute; 0 unless soft. */
  penalty: number;
  /** No plan costs less (penalty of this plan apart). */
  bound: number | null;
  gap: number | null;
  seconds: number;
}

/** How long a search takes, where it starts and how it is told or stopped. */
export interface AssignmentSearchOptions {
  /** Time of the whole, seconds; unlimited by default. */
  seconds?: number;
  /** `heuristic` by default; `none` leaves all to the solver. */
  start?: 'heuristic' | 'none';
  /** A plan to begin with; taken when it keeps every rule and is better. */
  from?: Int32Array;
  /** Only plans that cost less are of interest; `infeasible` then means that there is none. */
  below?: number;
  /** Moves that the heuristic evaluates. */
  effort?: number;
  onProgress?: (progress: SearchProgress) => void;
  /** Polled: `true` ends with what is known. */
  stop?: () => boolean;
}

/** Relative gap of a proof: far below one tenth of a minute in any territory. */
export const PROVEN = 1e-9;
/** Share of the time that the heuristic may take. */
const QUICK_SHARE = 0.5;
/** Tenths of a minute: absolute tolerance of costs and bounds. */
export const TINY = 1e-4;

/** The problem without whole numbers, sectors in one piece apart: a lower bound, or proof that no plan exists. */
export function relaxation(solver: LinearSolver, problem: Problem): Outcome {
  const model = solver.open(linearModel(problem));
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
export function solve(
  solver: LinearSolver,
  problem: Problem,
  options: AssignmentSearchOptions = {}
): Solution {
  const best = new Incumbent(problem, options.seconds ?? Infinity, options.onProgress);
  const { rows } = best;
  const { below = Infinity } = options;
  const offer = (plan: Int32Array) => {
    if (best.totalOf(plan) < below && keepsRules(problem, rows, plan)) best.offer(plan);
  };
  if (options.from) offer(options.from);
  if (options.start !== 'none') {
    const { effort } = options;
    const stop = () => options.stop?.() === true || best.seconds() > QUICK_SHARE * best.limit;
    const onPlan = ({ feasible, assignment }: HeuristicPlan) => feasible && offer(assignment);
    const quick = heuristic(problem, { effort, stop, onPlan });
    if (quick?.feasible) offer(quick.assignment);
  }
  const extra = problem.soft ? softColumns(rows) : [];
  const model = openConnected(solver, problem, rows, { extra });
  try {
    const whole = Uint8Array.from({ length: problem.n * problem.m + extra.length }, (_, at) =>
      at < problem.n * problem.m ? 1 : 0
    );
    if (below < Infinity)
      model.addRows(...cheaperThan(modelOf(problem, rows, extra), below - (problem.whole ? 1 : TINY)));
    model.setIntegers(null);
    const timed = options.seconds === undefined ? {} : { seconds: best.secondsLeft() };
    const relaxed = model.solve(timed);
    if (relaxed.status === 'infeasible') return best.infeasible();
    if (relaxed.status === 'optimal') best.raise(relaxed.objective);
    if (best.isProven()) return best.solution('optimal');
    model.setIntegers(whole);
    if (best.plan) model.setStart(solutionPoint(problem, rows, extra, best.plan));
    const outcome = model.solve({
      seconds: options.seconds === undefined ? undefined : best.secondsLeft(),
      gap: PROVEN,
      stop: options.stop,
      onImproved: (x) => best.offer(planOf(problem, x)),
      onProgress: ({ bound }) => best.raise(bound)
    });
    if (outcome.x) best.offer(planOf(problem, outcome.x));
    if (outcome.status === 'infeasible' && best.plan === null) return best.infeasible();
    best.raise(outcome.bound);
    if (outcome.status === 'optimal' && best.plan) best.raise(best.totalOf(best.plan));
    return best.solution(best.plan === null ? 'unknown' : best.isProven() ? 'optimal' : 'feasible');
  } finally {
    model.dispose();
  }
}

/** Price of what a plan leaves outside the bands, tenths of a minute; 0 unless the problem is soft. */
export function penaltyOf(
  problem: Problem,
  plan: Int32Array,
  rows: readonly RuleRow[] = rowsOf(problem)
): number {
  if (!problem.soft) return 0;
  const slack = solutionPoint(problem, rows, softColumns(rows), plan).subarray(problem.n * problem.m);
  return SOFT_PRICE * slack.reduce((sum, one) => sum + one, 0);
}

/** The best plan and the best bound known while a problem is solved; every change of either is reported. */
class Incumbent {
  plan: Int32Array | null = null;
  bound = -Infinity;
  readonly rows: readonly RuleRow[];
  readonly #began = performance.now();

  constructor(
    readonly problem: Problem,
    readonly limit: number,
    readonly onProgress?: (progress: SearchProgress) => void
  ) {
    this.rows = rowsOf(problem);
  }

  seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  secondsLeft(): number {
    return Math.max(0.01, this.limit - this.seconds());
  }

  /** Objective and penalty. */
  totalOf(plan: Int32Array): number {
    return objectiveOf(this.problem, plan) + penaltyOf(this.problem, plan, this.rows);
  }

  offer(plan: Int32Array): void {
    if (this.plan !== null && this.totalOf(plan) >= this.totalOf(this.plan) - TINY) return;
    this.plan = plan;
    this.#report(plan);
  }

  raise(bound: number | null): void {
    if (bound === null) return;
    const whole = this.problem.whole && !this.problem.soft ? Math.ceil(bound - TINY) : bound;
    if (whole <= this.bound) return;
    this.bound = whole;
    this.#report();
  }

  /** The bound reaches the plan. */
  isProven(): boolean {
    if (this.plan === null) return false;
    const total = this.totalOf(this.plan);
    return this.bound >= total - Math.max(TINY, PROVEN * Math.abs(total));
  }

  solution(status: AssignmentStatus): Solution {
    return { status, assignment: this.plan, ...this.#figures(), seconds: this.seconds() };
  }

  infeasible(): Solution {
    const nothing = { assignment: null, objective: null, bound: null, gap: null, penalty: 0 };
    return { status: 'infeasible', ...nothing, seconds: this.seconds() };
  }

  #report(plan?: Int32Array): void {
    this.onProgress?.({ ...this.#figures(), seconds: this.seconds(), plan });
  }

  #figures(): Pick<Solution, 'objective' | 'penalty' | 'bound' | 'gap'> {
    const { plan } = this;
    const bound = Number.isFinite(this.bound) ? this.bound : null;
    if (plan === null) return { objective: null, penalty: 0, bound, gap: null };
    const objective = objectiveOf(this.problem, plan);
    const penalty = penaltyOf(this.problem, plan, this.rows);
    const missing = bound === null ? null : Math.max(0, objective + penalty - bound);
    return {
      objective,
      penalty,
      bound: bound === null ? null : Math.min(objective, bound - penalty),
      gap: missing === null ? null : missing === 0 ? 0 : missing / Math.max(1, objective + penalty)
    };
  }
}

/** Whether the plan keeps every rule; with `soft`, every rule but the bands. */
function keepsRules(problem: Problem, rows: readonly RuleRow[], plan: ArrayLike<number>): boolean {
  const x = solutionPoint(problem, rows, [], plan);
  if (problem.contiguous && !isInOnePiece(problem, plan)) return false;
  for (let i = 0; i < problem.n; i++) {
    if (plan[i]! >= 0 && problem.travel[i * problem.m + plan[i]!] === Infinity) return false;
  }
  return rows.every(({ rule, entries, lower, upper }) => {
    if (problem.soft && isBand(rule)) return true;
    const load = entries.reduce((sum, [column, value]) => sum + value * x[column]!, 0);
    const slack = 1e-6 * Math.max(1, Math.abs(load));
    return load >= lower - slack && load <= upper + slack;
  });
}
