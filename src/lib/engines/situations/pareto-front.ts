// The Pareto front of travel, balance and pupils who change referent: one proven plan for each pair of limits.
import type { LinearSolver } from '../../model/linear.ts';
import type { ProblemFile } from '../../model/plan.ts';
import {
  balance,
  compileProblem,
  namedAssignment,
  type CompileOptions,
  solve,
  type AssignmentSearchOptions
} from '../assignment/index.ts';

/** A plan between two limits, and its figures. */
export interface ParetoPoint {
  /** The limits requested. */
  tolerance: number;
  maxPupilsMoved: number | null;
  status: 'optimal' | 'feasible';
  /** The plan's figures: minutes a week of travel, largest deviation, pupils who change referent. */
  travel: number;
  maxDeviation: number;
  pupilsMoved: number;
  objective: number;
  bound: number | null;
  /** unit -> referent */
  assignment: Record<string, string>;
}

export interface ParetoOptions extends Pick<AssignmentSearchOptions, 'stop' | 'effort'> {
  tolerances?: readonly number[];
  /** Limits on pupils who change; null for none. */
  caps?: readonly (number | null)[];
  /** Time for each point. */
  seconds?: number;
}

const PARETO_TOLERANCES = [0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3] as const;

/** Limits on pupils who change: none may, then shares of all who are followed, then no limit. */
function capsOf({ units }: ProblemFile): (number | null)[] {
  const followed = units.reduce((sum, { current, pupils }) => sum + (current ? pupils : 0), 0);
  return followed === 0
    ? [null]
    : [...[0, 0.1, 0.2, 0.35].map((share) => Math.floor(share * followed)), null];
}

/**
 * Epsilon-constraint sweep (Y. Haimes, 1971): travel is least within each tolerance and cap. From the tightest limits outwards, so that
 * each plan is a start for the next. Limits that no plan keeps give no point. Points may dominate one another: see `undominated`.
 */
export function* paretoFront(
  solver: LinearSolver,
  file: ProblemFile,
  options: ParetoOptions = {},
  compile: CompileOptions = {}
): Generator<ParetoPoint> {
  const { tolerances = PARETO_TOLERANCES, caps = capsOf(file), stop, ...rest } = options;
  const measure = compile.balance ?? 'workload';
  const rising = [...caps].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const starts: (Int32Array | undefined)[] = [];
  for (const tolerance of [...tolerances].sort((a, b) => a - b)) {
    let inner: Int32Array | undefined;
    for (const [at, maxPupilsMoved] of rising.entries()) {
      if (stop?.()) return;
      const limited = { ...file, tolerance, maxPupilsMoved, stability: 0, soft: false };
      const problem = compileProblem(limited, compile);
      const from = inner ?? starts[at];
      const { status, assignment, objective, bound } = solve(solver, problem, {
        ...rest,
        stop,
        from
      });
      if (assignment === null || objective === null) continue;
      inner = assignment;
      starts[at] = assignment;
      const { travel, spread, pupilsMoved } = balance(problem, assignment, measure);
      yield {
        tolerance,
        maxPupilsMoved,
        status: status === 'optimal' ? 'optimal' : 'feasible',
        travel,
        maxDeviation: spread.maxDeviation,
        pupilsMoved,
        objective,
        bound,
        assignment: namedAssignment(problem, assignment)
      };
    }
  }
}

/** Points that no other equals or betters in all three figures, the least travel first. */
export function undominated(points: readonly ParetoPoint[]): ParetoPoint[] {
  const figures = ({ travel, maxDeviation, pupilsMoved }: ParetoPoint) => [travel, maxDeviation, pupilsMoved];
  const dominates = (a: ParetoPoint, b: ParetoPoint) => {
    const [x, y] = [figures(a), figures(b)];
    return x.every((value, k) => value <= y[k]! + 1e-9);
  };
  return points
    .filter((one, at) =>
      points.every((other, k) => k === at || !dominates(other, one) || (dominates(one, other) && k > at))
    )
    .sort((a, b) => a.travel - b.travel || a.maxDeviation - b.maxDeviation);
}

export interface OrderAgreement {
  /** Pairs that both figures tell apart. */
  pairs: number;
  /** Of these, those put in the same order. */
  alike: number;
}

/**
 * Counts the concordant pairs of two figures of the same things, as Kendall's tau does. Values nearer to one another than `tie` count as
 * equal.
 */
export function orderAgreement(first: readonly number[], second: readonly number[], tie = 0): OrderAgreement {
  let [pairs, alike] = [0, 0];
  for (let i = 0; i < first.length; i += 1) {
    for (let j = i + 1; j < first.length; j += 1) {
      const [one, other] = [first[j]! - first[i]!, second[j]! - second[i]!];
      if (Math.abs(one) <= tie || Math.abs(other) <= tie) continue;
      pairs += 1;
      if (one > 0 === other > 0) alike += 1;
    }
  }
  return { pairs, alike };
}
