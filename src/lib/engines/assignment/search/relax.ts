// When rules contradict one another: which to loosen, by as little as possible, and the best plan under what is left.
import type { LinearSolver } from '../../../model/linear.ts';
import type { ProblemFile, Relaxed, Rule } from '../../../model/plan.ts';
import { leastDropped } from './least-dropped.ts';
import { namedLoads } from '../problem/loads.ts';
import { namedAssignment, problemOf, type ProblemOptions } from '../problem/problem.ts';
import { solve } from './solve.ts';
import { widen } from './minimum-tolerance.ts';

/**
 * First the fewest rules (pins, pairs, contiguity, cap) that must go for any plan to exist, loads apart; then the least tolerance; then
 * the best plan under both. null when time was too short for a plan.
 */
export function relax(
  solver: LinearSolver,
  file: ProblemFile,
  options: ProblemOptions = {},
  seconds = 10
): Relaxed | null {
  const part = Math.max(0.5, seconds / 3);
  const dropped: Rule[] = [...(options.dropped ?? [])];
  const compiled = (given: ProblemFile) => problemOf(given, { ...options, dropped });
  let loosened = file;
  let widened = widen(solver, compiled(file), part);
  if (widened === null) {
    const least = leastDropped(solver, compiled(file), part);
    if (least === null) return null;
    dropped.push(...least.rules);
    if (file.maxPupilsMoved !== null && least.over > 0) {
      loosened = { ...file, maxPupilsMoved: Math.ceil(file.maxPupilsMoved + least.over - 1e-6) };
    }
    widened = widen(solver, compiled(loosened), part);
    if (widened === null) return null;
  }
  if (!file.soft) {
    const { tolerance, coordinatorTolerance } = widened;
    loosened = {
      ...loosened,
      tolerance,
      coordinatorTolerance: file.coordinatorTolerance === null ? null : coordinatorTolerance
    };
  }
  const problem = compiled(loosened);
  const { status, assignment, objective } = solve(solver, problem, { seconds: part, from: widened.plan });
  if (assignment === null || objective === null) return null;
  const changed = <Key extends 'tolerance' | 'coordinatorTolerance' | 'maxPupilsMoved'>(key: Key) =>
    loosened[key] === file[key] ? {} : { [key]: loosened[key] };
  return {
    ...changed('tolerance'),
    ...changed('coordinatorTolerance'),
    ...changed('maxPupilsMoved'),
    dropped,
    status: status === 'optimal' ? 'optimal' : 'feasible',
    objective,
    assignment: namedAssignment(problem, assignment),
    loads: namedLoads(problem, assignment)
  };
}
