// The whole answer to a problem, by name: the plan and its proof, or what contradicts what and the nearest plan.
import type { LinearSolver } from '../../../model/linear.ts';
import type { ProblemFile, SplitAnswer } from '../../../model/plan.ts';
import { conflictOf } from './conflict.ts';
import type { Solution } from './incumbent.ts';
import { namedLoads } from '../problem/loads.ts';
import { namedAssignment, problemOf, type Problem, type ProblemOptions } from '../problem/problem.ts';
import { relax } from './relax.ts';
import { solve, type SolveOptions } from './solve.ts';

const EXPLAIN_SECONDS = 10;

/** A solution by name. */
export function named(problem: Problem, solution: Solution): SplitAnswer {
  const { status, assignment, objective, bound, gap, seconds, penalty } = solution;
  return {
    ...{ status, objective, bound, gap, seconds },
    ...(problem.soft && assignment && { penalty }),
    assignment: assignment ? namedAssignment(problem, assignment) : {},
    loads: assignment ? namedLoads(problem, assignment) : {}
  };
}

/** Solves and, when no plan keeps the rules (or none was found in time), names those that conflict and gives the nearest plan. */
export function answer(
  solver: LinearSolver,
  file: ProblemFile,
  options: SolveOptions = {},
  compiling: ProblemOptions = {}
): SplitAnswer {
  const problem = problemOf(file, compiling);
  const found = solve(solver, problem, options);
  const told = named(problem, found);
  if (found.assignment !== null || options.stop?.()) return told;
  const seconds = Math.min(options.seconds ?? EXPLAIN_SECONDS, EXPLAIN_SECONDS);
  const conflict = found.status === 'infeasible' ? conflictOf(solver, problem, seconds) : undefined;
  const relaxed = relax(solver, file, compiling, seconds);
  return { ...told, ...(conflict && { conflict }), ...(relaxed && { relaxed }) };
}
