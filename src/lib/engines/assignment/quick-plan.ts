// Results without a solver: what a plan costs as it stands, and a plan in a tenth of a second.
import type { AssignmentResult, ProblemFile } from '../../model/plan.ts';
import { assignmentOf, compileProblem, objectiveOf, type Problem } from './problem/compile-problem.ts';
import { heuristic } from './search/heuristic.ts';
import { penaltyOf } from './search/solve.ts';
import { namedResult } from './solve-assignment.ts';

/** A plan by name with its figures; `seconds` is the time that it took. */
function standing(problem: Problem, assignment: Int32Array, seconds: number): AssignmentResult {
  const objective = objectiveOf(problem, assignment);
  const penalty = penaltyOf(problem, assignment);
  const figures = { objective, penalty, bound: null, gap: null, seconds };
  return namedResult(problem, { status: 'feasible', assignment, ...figures });
}

/** The result of a plan as it stands, with no bound. Its rules are not tested. @param assignment unit -> referent */
export function resultOfPlan(
  file: ProblemFile,
  assignment: Readonly<Record<string, string>>,
  seconds = 0
): AssignmentResult {
  const problem = compileProblem(file);
  return standing(problem, assignmentOf(problem, assignment), seconds);
}

/** A plan in a tenth of a second, with no bound; none (`unknown`) where the heuristic meets no plan that keeps the rules. @param stop polled */
export function quickPlan(file: ProblemFile, stop: () => boolean): AssignmentResult {
  const began = performance.now();
  const problem = compileProblem(file);
  const found = heuristic(problem, { stop });
  const seconds = (performance.now() - began) / 1000;
  if (found?.feasible) return standing(problem, found.assignment, seconds);
  const none = { status: 'unknown', objective: null, bound: null, gap: null, penalty: 0 } as const;
  return namedResult(problem, { ...none, assignment: null, seconds });
}
