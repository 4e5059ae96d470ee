// What each referent carries: minutes of workload a week, travel apart.
import type { Problem } from './problem.ts';

export function loadsOf({ m, workload }: Problem, assignment: ArrayLike<number>): Float64Array {
  const loads = new Float64Array(m);
  for (let i = 0; i < assignment.length; i++) if (assignment[i]! >= 0) loads[assignment[i]!]! += workload[i]!;
  return loads;
}

/** The same by name. */
export function namedLoads(problem: Problem, assignment: ArrayLike<number>): Record<string, number> {
  const loads = loadsOf(problem, assignment);
  return Object.fromEntries(problem.referents.map((id, j) => [id, Math.round(loads[j]! * 1e6) / 1e6]));
}

/** Pupils who change referent. */
export function pupilsMoved({ current, pupils }: Problem, assignment: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < assignment.length; i++) {
    if (current[i] !== -1 && assignment[i] !== current[i]) sum += pupils[i]!;
  }
  return sum;
}
