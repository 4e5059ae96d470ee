// What identifies a search on an assignment problem: whether its result still applies, or was kept for the same problem.
import type { ProblemFile, TeamBalance } from '../plan.ts';

interface KeyedProblem {
  problem: ProblemFile;
  balance: 'workload' | 'hours';
  teams?: TeamBalance | null;
}

/** Identifies a request. Coordinators that may change are left out. */
export function requestKey({ problem, balance, teams }: KeyedProblem): string {
  const settled = teams?.kept || teams?.held;
  const referents = problem.referents.map((one) => (settled ? one : { ...one, coordinator: null }));
  return JSON.stringify([{ ...problem, referents }, balance, settled ? teams : { ...teams, current: null }]);
}
