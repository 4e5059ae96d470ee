// Solves both levels at once over the teams that could be.
import type { LinearSolver } from '../../../model/linear.ts';
import { modelOf, planOf, pointOf, rowsOf } from '../problem/formulation.ts';
import type { Grouping } from '../problem/groupings.ts';
import { PROVEN, TINY, type SolveProgress } from '../search/incumbent.ts';
import { objectiveOf, type Problem } from '../problem/problem.ts';
import { teamsOf, type TeamChoice } from './team-choice.ts';

export interface JointOptions {
  seconds?: number | undefined;
  stop?: () => boolean;
  onProgress?: (progress: SolveProgress) => void;
  onPlan?: (assignment: Int32Array, grouping: Grouping) => void;
  start: { grouping: Grouping; assignment: Int32Array } | null;
}

export interface Joint {
  assignment: Int32Array | null;
  grouping: Grouping;
  bound: number | null;
  isImpossible: boolean;
}

/** @param problem the split without coordinators */
export function solveJoint(
  solver: LinearSolver,
  problem: Problem,
  choice: TeamChoice,
  { seconds, stop, onProgress, onPlan, start }: JointOptions
): Joint {
  const own = rowsOf(problem);
  const shifted = choice.columns.map((column) => ({
    ...column,
    entries: column.entries.map(([row, value]) => [own.length + row, value] as const)
  }));
  const rows = [...own, ...choice.rows];
  const size = problem.n * problem.m;
  const model = solver.open(modelOf(problem, rows, shifted));
  try {
    if (start) {
      const x = new Float64Array(size + shifted.length);
      x.set(pointOf(problem, own, [], start.assignment));
      for (const team of teamsOf(choice.teams, start.grouping)) x[size + team] = 1;
      model.setStart(x);
    }
    const known = start ? objectiveOf(problem, start.assignment) : null;
    const groupingOf = (x: Float64Array): Grouping => {
      const grouping = new Array<number>(problem.m).fill(0);
      const chosen = choice.teams.filter((_, t) => x[size + t]! > 0.5);
      chosen.forEach((team, c) => team.forEach((j) => (grouping[j] = c)));
      return grouping;
    };
    const outcome = model.solve({
      gap: PROVEN,
      ...(seconds !== undefined && { seconds: Math.max(0.01, seconds) }),
      ...(stop && { stop }),
      ...(onPlan && { onImproved: (x) => onPlan(planOf(problem, x), groupingOf(x)) }),
      ...(onProgress && {
        onProgress: (news) => onProgress({ ...news, objective: news.objective ?? known, penalty: 0 })
      })
    });
    const { x, status } = outcome;
    const assignment = x ? planOf(problem, x) : null;
    const proven = status === 'optimal' && assignment ? objectiveOf(problem, assignment) : outcome.bound;
    return {
      ...{ assignment, grouping: x ? groupingOf(x) : [] },
      bound: proven === null ? null : problem.whole ? Math.ceil(proven - TINY) : proven,
      isImpossible: status === 'infeasible'
    };
  } finally {
    model.dispose();
  }
}
