// The result of a problem, by name: the plan and its proof, or the rules that contradict one another and the nearest plan.
import type { LinearSolver } from '../../model/linear.ts';
import { type AssignmentResult, type ProblemFile, type TeamBalance } from '../../model/plan.ts';
import { compileProblem, namedAssignment, namedLoads, type Problem } from './problem/compile-problem.ts';
import { compileOptions, TEAM_MEASURES } from './problem/teams.ts';
import { closestNames } from './two-levels/groupings.ts';
import { solveTwoLevels } from './two-levels/solve-two-levels.ts';
import { conflictOf } from './search/conflict.ts';
import { relax } from './search/relax.ts';
import { solve, type Solution, type AssignmentSearchOptions } from './search/solve.ts';

/** The search as it goes. */
export interface AssignmentProgress {
  /** Of the best plan, penalty apart, tenths of a minute a week; null before there is one. */
  objective: number | null;
  bound: number | null;
  gap: number | null;
  seconds: number;
  /** The best plan, when it is new: unit -> referent. */
  assignment?: Record<string, string>;
  /** referent -> coordinator in it, on two levels. */
  coordinators?: Record<string, string>;
}

/** How a problem is solved, beside its file. */
export interface AssignmentOptions extends Omit<AssignmentSearchOptions, 'onProgress'> {
  /** What referents are balanced on; `workload` by default. */
  balance?: 'workload' | 'hours';
  /** Coordinators to be balanced as well, on pupils and meetings. `seconds` and `stop` are then the only other options that count. */
  teams?: TeamBalance | null;
  onProgress?: (progress: AssignmentProgress) => void;
}

/** Seconds, at most, to find a conflict, and again to find the nearest plan; and the least, where the search took all its time. */
const EXPLAIN_SECONDS = 10;
const LEAST_SECONDS = 0.5;

/**
 * Solves a problem and, when no plan keeps its rules (or none was found in time), names those that conflict and gives the nearest plan.
 * Two levels: where no grouping of referents allows a plan, the conflict is that of the referents' own rules if they contradict one
 * another by themselves, and that of the present grouping otherwise.
 */
export function solveAssignment(
  solver: LinearSolver,
  file: ProblemFile,
  options: AssignmentOptions = {}
): AssignmentResult {
  return options.teams
    ? solveWithTeams(solver, file, options.teams, options)
    : solveReferents(solver, file, options);
}

/** A solution by name. */
export function namedResult(problem: Problem, solution: Solution): AssignmentResult {
  const { status, assignment, objective, bound, gap, seconds, penalty } = solution;
  return {
    status,
    objective,
    bound,
    gap,
    seconds,
    ...(problem.soft && assignment && { penalty }),
    assignment: assignment ? namedAssignment(problem, assignment) : {},
    loads: assignment ? namedLoads(problem, assignment) : {}
  };
}

/** For each of two explanations, of the time that the search has left. */
const explainSeconds = (seconds = Infinity, spent = 0) =>
  Math.min(EXPLAIN_SECONDS, Math.max(Math.min(seconds / 2, LEAST_SECONDS), (seconds - spent) / 2));

function solveReferents(
  solver: LinearSolver,
  file: ProblemFile,
  { balance, onProgress, ...options }: AssignmentOptions
): AssignmentResult {
  const problem = compileProblem(file, { balance });
  const found = solve(solver, problem, {
    ...options,
    onProgress: ({ plan, objective, bound, gap, seconds }) =>
      onProgress?.({
        objective,
        bound,
        gap,
        seconds,
        ...(plan && { assignment: namedAssignment(problem, plan) })
      })
  });
  const result = namedResult(problem, found);
  if (found.assignment !== null || options.stop?.()) return result;
  const seconds = explainSeconds(options.seconds, found.seconds);
  const conflict = found.status === 'infeasible' ? conflictOf(solver, problem, seconds) : undefined;
  const relaxed = relax(solver, problem, { balance }, seconds) ?? undefined;
  return { ...result, conflict, relaxed };
}

function solveWithTeams(
  solver: LinearSolver,
  file: ProblemFile,
  teams: TeamBalance,
  { balance = 'workload', seconds, stop, onProgress }: AssignmentOptions
): AssignmentResult {
  const { coordinators, current, kept, tolerance, shares, held } = teams;
  const interchangeable = !kept && !shares && !held;
  const renamed = (grouping: Record<string, string>) =>
    interchangeable ? closestNames(grouping, current, coordinators) : grouping;
  const found = solveTwoLevels(solver, file, {
    coordinators: coordinators.map((id) => ({ id })),
    measures: TEAM_MEASURES,
    tolerance,
    balance,
    grouping: kept ? current : undefined,
    shares: shares ?? undefined,
    held: held ?? undefined,
    seconds,
    stop,
    onProgress: ({ objective, bound, gap, seconds: spent, assignment, grouping }) =>
      onProgress?.({
        objective,
        bound,
        gap,
        seconds: spent,
        ...(assignment && { assignment }),
        ...(grouping && { coordinators: renamed(grouping) })
      })
  });
  if (found.problem && found.solution && found.grouping) {
    const { status, gap, seconds: spent } = found;
    const { objective, penalty } = found.solution;
    const bound = found.bound === null ? null : Math.min(objective ?? Infinity, found.bound - penalty);
    const result = namedResult(found.problem, { ...found.solution, status, bound, gap, seconds: spent });
    return { ...result, coordinators: renamed(found.grouping) };
  }
  const nothing = { objective: null, bound: null, gap: null, assignment: {}, loads: {} };
  const result: AssignmentResult = { status: found.status, ...nothing, seconds: found.seconds };
  if (stop?.()) return result;
  const limit = explainSeconds(seconds, found.seconds);
  const onScreen = compileProblem(
    {
      ...file,
      referents: file.referents.map((one) => ({ ...one, coordinator: current[one.id] ?? null })),
      coordinatorTolerance: tolerance
    },
    compileOptions(balance, teams)
  );
  return {
    ...result,
    conflict: found.status === 'infeasible' ? teamConflict() : undefined,
    relaxed: relax(solver, onScreen, compileOptions(balance, teams), limit) ?? undefined
  };

  function teamConflict() {
    const alone = { ...file, coordinatorTolerance: null };
    const own = solveReferents(solver, alone, { balance, seconds: limit });
    return own.status === 'infeasible' ? own.conflict : conflictOf(solver, onScreen, limit);
  }
}
