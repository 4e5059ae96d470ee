// The best plan and the bound of a problem being solved: kept together, told when either moves.
import type { SplitStatus } from '../../../model/plan.ts';
import { isBand, pointOf, rowsOf, softColumns, SOFT_PRICE, type RuleRow } from '../problem/formulation.ts';
import { objectiveOf, type Problem } from '../problem/problem.ts';

export interface SolveProgress {
  /** Objective of the best plan, penalty apart; null before there is one. */
  objective: number | null;
  penalty: number;
  bound: number | null;
  gap: number | null;
  seconds: number;
  /** The best plan, when it is new: the referent of each unit, -1 for none. */
  plan?: Int32Array;
}

export interface Solution {
  status: SplitStatus;
  /** Referent of each unit, in the problem's order; null without a plan. */
  assignment: Int32Array | null;
  objective: number | null;
  /** Price of what lies outside the bands; 0 unless soft. */
  penalty: number;
  /** No plan costs less (penalty of this plan apart). */
  bound: number | null;
  gap: number | null;
  seconds: number;
}

/** Relative gap: far below one tenth of a minute in any territory. */
export const PROVEN = 1e-9;
export const TINY = 1e-4;

/** What is known while a problem is solved. */
export class Incumbent {
  plan: Int32Array | null = null;
  bound = -Infinity;
  readonly rows: readonly RuleRow[];
  readonly #began = performance.now();

  constructor(
    readonly problem: Problem,
    readonly limit: number,
    readonly onProgress?: (progress: SolveProgress) => void
  ) {
    this.rows = rowsOf(problem);
  }

  seconds(): number {
    return (performance.now() - this.#began) / 1000;
  }

  left(): number {
    return Math.max(0.01, this.limit - this.seconds());
  }

  penaltyOf(plan: Int32Array): number {
    if (!this.problem.soft) return 0;
    const extra = softColumns(this.rows);
    const slack = pointOf(this.problem, this.rows, extra, plan).subarray(this.problem.n * this.problem.m);
    return SOFT_PRICE * slack.reduce((sum, one) => sum + one, 0);
  }

  worth(plan: Int32Array): number {
    return objectiveOf(this.problem, plan) + this.penaltyOf(plan);
  }

  offer(plan: Int32Array): void {
    if (this.plan !== null && this.worth(plan) >= this.worth(this.plan) - TINY) return;
    this.plan = plan;
    this.tell(plan);
  }

  raise(bound: number | null): void {
    if (bound === null) return;
    const whole = this.problem.whole && !this.problem.soft ? Math.ceil(bound - TINY) : bound;
    if (whole <= this.bound) return;
    this.bound = whole;
    this.tell();
  }

  /** The bound reaches the plan. */
  isProven(): boolean {
    if (this.plan === null) return false;
    const worth = this.worth(this.plan);
    return this.bound >= worth - Math.max(TINY, PROVEN * Math.abs(worth));
  }

  solution(status: SplitStatus): Solution {
    const { plan } = this;
    if (plan === null)
      return { status, assignment: null, ...this.#figures(), penalty: 0, seconds: this.seconds() };
    return {
      status,
      assignment: plan,
      ...this.#figures(),
      penalty: this.penaltyOf(plan),
      seconds: this.seconds()
    };
  }

  impossible(): Solution {
    const nothing = { assignment: null, objective: null, bound: null, gap: null, penalty: 0 };
    return { status: 'infeasible', ...nothing, seconds: this.seconds() };
  }

  tell(plan?: Int32Array): void {
    const penalty = this.plan ? this.penaltyOf(this.plan) : 0;
    const seconds = this.seconds();
    this.onProgress?.({ ...this.#figures(), penalty, seconds, ...(plan && { plan }) });
  }

  #figures(): { objective: number | null; bound: number | null; gap: number | null } {
    const { plan } = this;
    const bound = Number.isFinite(this.bound) ? this.bound : null;
    if (plan === null) return { objective: null, bound, gap: null };
    const [objective, penalty] = [objectiveOf(this.problem, plan), this.penaltyOf(plan)];
    const missing = bound === null ? null : Math.max(0, objective + penalty - bound);
    return {
      objective,
      bound: bound === null ? null : Math.min(objective, bound - penalty),
      gap: missing === null ? null : missing === 0 ? 0 : missing / Math.max(1, objective + penalty)
    };
  }
}

/** Whether the plan keeps every rule; with `soft`, every rule but the bands. */
export function keepsRules(problem: Problem, rows: readonly RuleRow[], plan: ArrayLike<number>): boolean {
  const x = pointOf(problem, rows, [], plan);
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
