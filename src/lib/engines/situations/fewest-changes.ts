// How few pupils can change referent while the rules hold: a bound that is proven, and the gap that a plan leaves to it.
import type { LinearSolver } from '../../model/linear.ts';
import type { ProblemFile } from '../../model/plan.ts';
import {
  assignmentOf,
  compileProblem,
  solve,
  type AssignmentSearchOptions,
  type CompileOptions
} from '../assignment/index.ts';

export interface FewestChanges {
  /** `optimal`: no plan changes fewer pupils. `infeasible`: no plan keeps the rules. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Pupils who change in the best plan met; null without one. */
  pupils: number | null;
  /** No plan that keeps the rules changes fewer, whatever its road; null where nothing is proven. */
  bound: number | null;
}

/**
 * Looks for the plan that changes the fewest pupils under the rules of a problem, and for the proof that none changes fewer. Bands of hours
 * count the estimated road, which the bound is told with. Bands of coordinators are left out: what holds without them holds with them.
 *
 * @param from a plan to begin with (unit -> referent)
 */
export function fewestChanges(
  solver: LinearSolver,
  file: ProblemFile,
  options: Pick<AssignmentSearchOptions, 'seconds' | 'stop'> & {
    from?: Readonly<Record<string, string>>;
  } = {},
  compile: CompileOptions = {}
): FewestChanges {
  const problem = compileProblem({ ...file, soft: false, coordinatorTolerance: null }, compile);
  const { m, current, pupils } = problem;
  const cost = problem.cost.map((_, at) => {
    const i = Math.floor(at / m);
    return current[i] === -1 || current[i] === at % m ? 0 : pupils[i]!;
  });
  const { from, ...limits } = options;
  const { status, objective, bound } = solve(
    solver,
    { ...problem, cost, whole: pupils.every(Number.isInteger) },
    { ...limits, start: 'none', ...(from && { from: assignmentOf(problem, from) }) }
  );
  // A bound of -0 is 0.
  return { status, pupils: objective, bound: bound === null ? null : bound + 0 };
}
