// Hours against balance against pupils who change: one proven plan for each limit, none of them better in all three.
import type { LinearSolver } from '../../../model/linear.ts';
import type { ProblemFile } from '../../../model/plan.ts';
import { balance } from '../problem/balance.ts';
import { namedAssignment, problemOf, type ProblemOptions } from '../problem/problem.ts';
import { solve, type SolveOptions } from '../search/solve.ts';

export interface FrontPoint {
  /** The limits asked. */
  tolerance: number;
  maxPupilsMoved: number | null;
  status: 'optimal' | 'feasible';
  /** What the plan has: minutes a week on the road, largest deviation, pupils who change. */
  travel: number;
  maxDeviation: number;
  pupilsMoved: number;
  objective: number;
  bound: number | null;
  /** unit -> referent */
  assignment: Record<string, string>;
}

export interface FrontOptions extends Pick<SolveOptions, 'stop' | 'effort'> {
  tolerances?: readonly number[];
  /** Limits on pupils who change; null for none. */
  caps?: readonly (number | null)[];
  /** Time for each point. */
  seconds?: number;
}

export const FRONT_TOLERANCES = [0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3] as const;

/** Steps of pupils who change: none, then shares of all who are followed, then no limit. */
export function capsOf({ units }: ProblemFile): (number | null)[] {
  const followed = units.reduce((sum, { current, pupils }) => sum + (current ? pupils : 0), 0);
  return followed === 0
    ? [null]
    : [...[0, 0.1, 0.2, 0.35].map((share) => Math.floor(share * followed)), null];
}

/**
 * Epsilon-constraint sweep (Y. Haimes, 1971): travel is least within each tolerance and cap. From the tightest limits outwards, so that
 * each plan is a start for the next. Limits that no plan keeps give no point.
 */
export function* front(
  solver: LinearSolver,
  file: ProblemFile,
  options: FrontOptions = {},
  compiling: ProblemOptions = {}
): Generator<FrontPoint> {
  const { tolerances = FRONT_TOLERANCES, caps = capsOf(file), stop, ...rest } = options;
  const measure = compiling.balance ?? 'workload';
  const rising = [...caps].sort((a, b) => (a ?? Infinity) - (b ?? Infinity));
  const starts: (Int32Array | undefined)[] = [];
  for (const tolerance of [...tolerances].sort((a, b) => a - b)) {
    let inner: Int32Array | undefined;
    for (const [at, maxPupilsMoved] of rising.entries()) {
      if (stop?.()) return;
      const problem = problemOf({ ...file, tolerance, maxPupilsMoved, stability: 0, soft: false }, compiling);
      const from = inner ?? starts[at];
      const { status, assignment, objective, bound } = solve(solver, problem, {
        ...rest,
        ...(stop && { stop }),
        ...(from && { from })
      });
      if (assignment === null || objective === null) continue;
      inner = assignment;
      starts[at] = assignment;
      const { travel, spread, pupilsMoved } = balance(problem, assignment, measure);
      yield {
        ...{ tolerance, maxPupilsMoved, travel, pupilsMoved, objective, bound },
        maxDeviation: spread.maxDeviation,
        status: status === 'optimal' ? 'optimal' : 'feasible',
        assignment: namedAssignment(problem, assignment)
      };
    }
  }
}

/** Points that no other equals or betters in all three figures, the least travel first. */
export function undominated(points: readonly FrontPoint[]): FrontPoint[] {
  const figures = ({ travel, maxDeviation, pupilsMoved }: FrontPoint) => [travel, maxDeviation, pupilsMoved];
  const covers = (a: FrontPoint, b: FrontPoint) => {
    const [x, y] = [figures(a), figures(b)];
    return x.every((value, k) => value <= y[k]! + 1e-9);
  };
  return points
    .filter((one, at) =>
      points.every((other, k) => k === at || !covers(other, one) || (covers(one, other) && k > at))
    )
    .sort((a, b) => a.travel - b.travel || a.maxDeviation - b.maxDeviation);
}
