// What a margin costs: plans of least travel under tighter and tighter tolerances, and how often each leaves a post overloaded.
import type { LinearSolver } from '../../model/linear.ts';
import type { ProblemFile } from '../../model/plan.ts';
import {
  balance,
  assignmentOf,
  compileProblem,
  namedAssignment,
  type CompileOptions,
  solve,
  type AssignmentSearchOptions
} from '../assignment/index.ts';
import { badYears, type BadYears, type YearModel } from './year-draws.ts';

/** A plan at one tolerance: its travel, and its bad years. */
export interface MarginPoint {
  /** The deviation planned for. */
  tolerance: number;
  /** `infeasible`: proven that no plan keeps it. `unknown`: none was found in time. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Minutes a week on the road, as the solver estimates it; null without a plan. */
  travel: number | null;
  objective: number | null;
  bound: number | null;
  maxDeviation: number | null;
  pupilsMoved: number | null;
  bad: BadYears | null;
  /** unit -> referent; empty without a plan. */
  assignment: Record<string, string>;
}

/** Deviations allowed, the widest first: shares of a target. */
export const MARGIN_TOLERANCES = [0.15, 0.1, 0.05, 0.02, 0.01] as const;

/** How the plans of a margin are searched. */
export interface MarginOptions extends Pick<AssignmentSearchOptions, 'stop' | 'effort'> {
  tolerances?: readonly number[];
  /** Time of the whole, seconds: what a point leaves goes to the next ones. */
  seconds?: number;
}

/**
 * The curve of margins, from the widest tolerance to the tightest. Each plan is made for the expected year alone, then tried on the same
 * years drawn at random, which no plan has seen: a plan that fits the draws by construction would look safer than it is.
 */
export function* marginCurve(
  solver: LinearSolver,
  file: ProblemFile,
  model: YearModel,
  { tolerances = MARGIN_TOLERANCES, seconds = 40, ...rest }: MarginOptions = {},
  compile: CompileOptions = {}
): Generator<MarginPoint> {
  const measure = compile.balance ?? 'workload';
  const began = performance.now();
  const wide = [...tolerances].sort((a, b) => b - a);
  for (const [at, tolerance] of wide.entries()) {
    if (rest.stop?.()) return;
    const problem = compileProblem({ ...file, tolerance, soft: false }, compile);
    const left = seconds - (performance.now() - began) / 1000;
    const own = Math.max(0.05, left / (wide.length - at));
    const { status, assignment, objective, bound } = solve(solver, problem, { ...rest, seconds: own });
    if (rest.stop?.()) return;
    if (assignment === null) {
      const none = { travel: null, objective: null, maxDeviation: null, pupilsMoved: null, bad: null };
      yield {
        tolerance,
        status: status === 'infeasible' ? status : 'unknown',
        bound,
        ...none,
        assignment: {}
      };
      continue;
    }
    const { travel, spread, pupilsMoved } = balance(problem, assignment, measure);
    yield {
      tolerance,
      status: status === 'optimal' ? 'optimal' : 'feasible',
      travel,
      objective,
      bound,
      maxDeviation: spread.maxDeviation,
      pupilsMoved,
      bad: badYears(problem, [assignment], model, measure)[0]!,
      assignment: namedAssignment(problem, assignment)
    };
  }
}

/** Share of bad years of one plan given by name, over the same draws as the curve. */
export function badYearsOf(
  file: ProblemFile,
  plan: Readonly<Record<string, string>>,
  model: YearModel,
  compile: CompileOptions = {}
): BadYears {
  const problem = compileProblem(file, compile);
  return badYears(problem, [assignmentOf(problem, plan)], model, compile.balance)[0]!;
}
