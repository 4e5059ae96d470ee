/**
 * The assignment engine: units (schools, or groups of them) go to referents with the least travel, loads balanced, with a proof.
 *
 * `buildProblem` makes a problem from a territory's file and a user's settings, `readProblem` from a PROBLEM.json; `solveAssignment` solves
 * it, given a linear solver; `engines/proof` tests what the result claims, by code apart from the solver. Times are in minutes one way,
 * workloads in minutes a week, objectives in tenths of a minute a week.
 *
 * @example
 * ```ts
 * import { MOST, readProblem, solveAssignment } from '$lib/engines/assignment';
 * import { bootHighs } from '$lib/solver/highs.ts';
 *
 * const { problem } = readProblem({
 *   units: [
 *     { id: 'north', workload: 60, visits: 1 },
 *     { id: 'south', workload: 60, visits: 1 }
 *   ],
 *   referents: [{ id: 'A' }, { id: 'B' }],
 *   minutes: [[5, 20], [20, 10]]
 * });
 * const result = solveAssignment(await bootHighs(), problem);
 * result.status; // => "optimal"
 * result.assignment; // => {"north": "A", "south": "B"}
 * result.objective; // => 300
 * ```
 */
// The problem, from files and from a user's settings
export { buildProblem, factsOf, unitSchools, type SchoolProblem } from './problem/build-problem.ts';
export { localMinutes, roadDemand, type RoadSchool } from './problem/road-cost.ts';
export { readProblem, type ReadProblem } from './problem/read-problem.ts';
export { compileOptions, coordinatorsByPost, planRequest, TEAM_MEASURES } from './problem/teams.ts';
export { summaryOf, type Naming } from './problem/units.ts';

// The compiled problem, and the figures of a plan
export { balance } from './problem/balance.ts';
export {
  assignmentOf,
  bounds,
  compileProblem,
  loadsOf,
  namedAssignment,
  objectiveOf,
  type CompileOptions,
  type Problem
} from './problem/compile-problem.ts';
export { separatorsOfShares } from './problem/contiguity.ts';
export { linearModel, modelPoint } from './problem/formulation.ts';
export { blocksOf, type Blocks } from './search/blocks.ts';
export { PieceCount } from './search/piece-count.ts';

// Solving
export { heuristic } from './search/heuristic.ts';
export { PROVEN, relaxation, solve, type AssignmentSearchOptions } from './search/solve.ts';
export { quickPlan, resultOfPlan } from './quick-plan.ts';
export { solveAssignment, type AssignmentOptions, type AssignmentProgress } from './solve-assignment.ts';
export { solveTwoLevels } from './two-levels/solve-two-levels.ts';
