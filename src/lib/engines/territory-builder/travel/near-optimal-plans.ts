// Plans near the optimum of a territory: what the search finds when its minutes are a little wrong. They calibrate the solver's travel.
import { standardNormal } from '../../../algorithms/probability.ts';
import { compileProblem, heuristic, type Problem } from '../../assignment/index.ts';
import type { UnitSchool } from '../../../model/assignment/settings.ts';
import { type AssignmentFile } from '../../../model/assignment/assignment-file.ts';
import { drivenSchool, type TeamPost } from '../../../model/travel/team-travel.ts';
import type { ProblemFile } from '../../../model/plan.ts';
import { random } from '../../../algorithms/random.ts';

/** Spread of the error put on the logarithm of each time: from almost none to a quarter. */
const ERROR = { least: 0.02, most: 0.27 };
/** Moves evaluated for each plan: a third of the quick search of the page. */
const EFFORT = 200_000;
/** The same where there are few plans in all: the search meets each of them many times. */
const EFFORT_PER_PLAN = 100;

/**
 * @param count plans to look for; those that break a rule are left out
 * @returns for each plan, the index of the referent of each unit, in the order of the problem compiled from `file`
 */
export function nearOptimalPlans(file: ProblemFile, count: number, seed: number): Int32Array[] {
  return Array.from({ length: count }, (_, at) => {
    const draw = random(seed * 7919 + at + 1);
    const spread = ERROR.least + (ERROR.most - ERROR.least) * draw();
    const minutes = file.minutes.map((row) =>
      row.map((value) =>
        value === null ? null : Math.round(value * Math.exp(spread * standardNormal(draw)) * 10) / 10
      )
    );
    const problem = compileProblem({ ...file, minutes });
    const effort = Math.min(EFFORT, EFFORT_PER_PLAN * problem.m ** problem.n);
    const plan = problem.n > 0 && problem.m > 0 ? heuristic(problem, { effort, seed: at + 1 }) : null;
    return plan?.feasible ? [plan.assignment] : [];
  }).flat();
}

/** The half of the plans that the solver's own count finds cheapest. */
export function cheapestHalf<Plan>(plans: readonly Plan[], costOf: (plan: Plan) => number): Plan[] {
  const costs = new Map(plans.map((plan) => [plan, costOf(plan)]));
  return [...plans].sort((a, b) => costs.get(a)! - costs.get(b)!).slice(0, Math.ceil(plans.length / 2));
}

/** The schools of each post under a plan whose units are single schools, as tours are computed from them. */
export function postsOfPlan(
  file: Pick<AssignmentFile, 'posts'>,
  schools: readonly UnitSchool[],
  problem: Pick<Problem, 'referents' | 'units'>,
  assignment: ArrayLike<number>
): TeamPost[] {
  const postOf = new Map(problem.units.map((unit, at) => [unit, problem.referents[assignment[at]!]]));
  return file.posts.map(({ id, base }) => ({
    id,
    base,
    schools: schools.filter(({ uai }) => postOf.get(uai) === id).map(drivenSchool)
  }));
}
