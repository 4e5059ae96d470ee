/**
 * The assignment engine: units (schools, or groups of them) go to referents with the least travel, loads balanced, with a proof.
 *
 * `buildProblem` makes a problem from a territory's file and a user's settings, `readProblem` from a PROBLEM.json; `solveAssignment` solves
 * it, given a linear solver; `checkResult` tests what the result claims, by code apart from the solver. Times are in minutes one way,
 * workloads in minutes a week, objectives in tenths of a minute a week.
 *
 * @example
 * ```ts
 * import { checkResult, readProblem, solveAssignment } from '$lib/engines/assignment';
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
 * checkResult(problem, result); // => []
 * ```
 */
// The problem, from files and from a user's settings
export {
  ASSIGNMENT_FILE_VERSION,
  parseAssignmentFile,
  usableAssignmentFile,
  type AssignmentFile,
  type AssignmentPost,
  type AssignmentSchool
} from './problem/assignment-file.ts';
export {
  buildProblem,
  DEFAULT_ASSIGNMENT_SETTINGS,
  factsOf,
  NO_RULES,
  unitSchools,
  withTimes,
  type AssignmentRules,
  type AssignmentSettings,
  type SchoolProblem
} from './problem/build-problem.ts';
export { roadDemand } from './problem/road-cost.ts';
export { readProblem, type ReadProblem } from './problem/read-problem.ts';
export {
  compileOptions,
  coordinatorsByPost,
  coordinatorsOf,
  teamBalanceOf,
  type TeamBalance
} from './problem/teams.ts';
export {
  pairsOf,
  sameTie,
  tiedTo,
  tieOf,
  withPart,
  type Part,
  type TieKind,
  type Ties
} from './problem/ties.ts';
export { CRITERIA, summaryOf, type Criterion, type Naming, type UnitSchool } from './problem/units.ts';

// The compiled problem, and the figures of a plan
export { balance, type Balance, type CoordinatorShare, type ReferentShare } from './problem/balance.ts';
export {
  assignmentOf,
  compileProblem,
  namedAssignment,
  type CompileOptions,
  type Problem
} from './problem/compile-problem.ts';
export { linearModel } from './problem/formulation.ts';

// Solving, and checking what was solved
export { heuristic } from './search/heuristic.ts';
export { PROVEN, solve, type SolveProgress } from './search/solve.ts';
export {
  solveAssignment,
  type AssignmentOptions,
  type AssignmentProgress
} from './search/solve-assignment.ts';
export { solveTwoLevels } from './two-levels/solve-two-levels.ts';
export { certify } from './proof/certify.ts';
export { checkCertificate, webSha256, type Verdict } from './proof/check-certificate.ts';
export { checkPlan, checkResult, type CheckOptions } from './proof/check.ts';
export type { MakingProgress } from './proof/make-certificate.ts';
export { sha256 } from './proof/sha256.ts';
export { drawPlans, type RecomPlans, type RecomResult } from './proof/recom.ts';

// What a service asks of a plan
export { absence, type Absence } from './situations/absence.ts';
export {
  criteriaVote,
  standingPlans,
  VOTE_CRITERIA,
  type Hands,
  type VoteCriterion,
  type VotePlan,
  type VoteRefused,
  type VoteResult
} from './situations/criteria-vote.ts';
export { forcedPrices, type ForcedPrice } from './situations/forced-price.ts';
export {
  badYearsOf,
  MARGIN_TOLERANCES,
  marginCurve,
  type MarginOptions,
  type MarginPoint
} from './situations/margin.ts';
export { newPosts, withPost, type NewPost, type Place } from './situations/new-post.ts';
export { orderAgreement, paretoFront, undominated, type ParetoPoint } from './situations/pareto-front.ts';
export { postsNeeded, type PostsRequest, type PostsResult } from './situations/posts.ts';
export { offersFor, type Offer } from './situations/waiting.ts';
export { YEAR_MODEL, type BadYears, type YearModel } from './situations/year-draws.ts';

// Plans and their history
export {
  applyMoves,
  diffPlans,
  historyOf,
  movesOfUnits,
  redo,
  replayed,
  step,
  undo,
  type History
} from './moves.ts';

// A route over several years: openings, bases of new posts, a split a year
export { checkRoute } from './route/check-route.ts';
export { planRoute, type RouteOptions, type RouteProgress, type RouteStage } from './route/plan-route.ts';
export { readRoute, routeCalendar } from './route/read-route.ts';
export type {
  Candidate,
  CoupledBound,
  ReadRoute,
  RouteFile,
  RouteResult,
  RouteYear,
  RouteYearPlan,
  WaitingUnit
} from './route/route-file.ts';
