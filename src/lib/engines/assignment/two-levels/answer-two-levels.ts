// The whole answer on two levels, by name: plan, coordinators and proof; or what contradicts what, and the nearest plan.
import type { LinearSolver } from '../../../model/linear.ts';
import type { ProblemFile, SplitAnswer } from '../../../model/plan.ts';
import { answer, named } from '../search/answer.ts';
import { conflictOf } from '../search/conflict.ts';
import { nearestNames } from './nearest-names.ts';
import { problemOf } from '../problem/problem.ts';
import { relax } from '../search/relax.ts';
import { solveTwoLevels } from './solve-two-levels.ts';
import { compilingOf, TEAM_MEASURES, type TeamsAsked } from '../problem/teams.ts';
import type { TwoLevelOptions, TwoLevelProgress } from './two-levels.ts';

const EXPLAIN_SECONDS = 10;

export interface TwoLevelAnswerOptions extends Pick<TwoLevelOptions, 'seconds' | 'stop'> {
  onProgress?: (progress: TwoLevelProgress) => void;
}

/**
 * Solves with the coordinators balanced on children and meetings. Where no grouping allows a plan, the conflict is that of the
 * referents' own rules if they contradict one another by themselves, and that of the grouping on screen otherwise.
 */
export function answerTwoLevels(
  solver: LinearSolver,
  file: ProblemFile,
  teams: TeamsAsked,
  options: TwoLevelAnswerOptions = {},
  balance: 'workload' | 'hours' = 'workload'
): SplitAnswer {
  const { coordinators, current, kept, tolerance, shares, held } = teams;
  const alike = !shares && !held;
  const nameIt = (grouping: Record<string, string>) =>
    kept || !alike ? grouping : nearestNames(grouping, current, coordinators);
  const { seconds, stop, onProgress } = options;
  const found = solveTwoLevels(solver, file, {
    ...{ coordinators: coordinators.map((id) => ({ id })), measures: TEAM_MEASURES, tolerance, balance },
    ...(kept && { grouping: current }),
    ...(shares && { shares }),
    ...(held && { held }),
    ...(seconds !== undefined && { seconds }),
    ...(stop && { stop }),
    ...(onProgress && {
      onProgress: (news) => onProgress({ ...news, ...(news.grouping && { grouping: nameIt(news.grouping) }) })
    })
  });
  if (found.problem && found.solution && found.grouping) {
    const { status, gap, seconds: spent } = found;
    const { objective, penalty } = found.solution;
    const bound = found.bound === null ? null : Math.min(objective ?? Infinity, found.bound - penalty);
    const told = named(found.problem, { ...found.solution, status, bound, gap, seconds: spent });
    return { ...told, coordinators: nameIt(found.grouping) };
  }
  const nothing = { objective: null, bound: null, gap: null, seconds: found.seconds };
  const told: SplitAnswer = { status: found.status, ...nothing, assignment: {}, loads: {} };
  if (stop?.()) return told;
  const limit = Math.min(seconds ?? EXPLAIN_SECONDS, EXPLAIN_SECONDS);
  const onScreen = {
    ...file,
    referents: file.referents.map((one) => ({ ...one, coordinator: current[one.id] ?? null })),
    coordinatorTolerance: tolerance
  };
  const compiling = compilingOf(balance, teams);
  const alone =
    found.status === 'infeasible'
      ? answer(solver, { ...file, coordinatorTolerance: null }, { seconds: limit }, { balance })
      : null;
  const conflict =
    alone === null
      ? undefined
      : alone.status === 'infeasible'
        ? alone.conflict
        : conflictOf(solver, problemOf(onScreen, compiling), limit);
  const relaxed = relax(solver, onScreen, compiling, limit);
  return { ...told, ...(conflict && { conflict }), ...(relaxed && { relaxed }) };
}
