// Tells how well the solver's estimate of travel ranks plans, and how far it is from the tours that the pages show: on the demonstration,
// for the plans that the search finds when its times are a little wrong, and for the cheapest half of these.
import { balance, compileProblem } from '../../src/lib/engines/assignment/index.ts';
import { WORK_ALONE } from '../../src/lib/model/assignment/settings.ts';
import { travelSum, teamBurden, teamPlaces } from '../../src/lib/engines/travel/index.ts';
import { DEFAULT_SETTINGS } from '../../src/lib/model/travel/travel-settings.ts';
import { demonstration } from '../../scripts/demo/demonstration.ts';
import {
  cheapestHalf,
  nearOptimalPlans,
  postsOfPlan
} from '../../src/lib/engines/territory-builder/travel/near-optimal-plans.ts';
import { demoMatrices, demoTravel } from '../../scripts/graph/demo-travel.ts';
import { ROOT } from '../../scripts/setup.mjs';
import { measured, type Bench, type Measurement } from '../measurement.ts';
import { demonstrationProblem } from '../../tests/fixtures/synthetic/demonstration-problem.ts';

const PLANS = 200;
/** Another draw than the one that the estimate is calibrated on. */
const SEED = 2;

/** Rank of each value, the mean rank among equals. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]!.value === order[from]!.value) to++;
    for (let at = from; at < to; at++) ranks[order[at]!.at] = (from + to - 1) / 2;
  }
  return ranks;
}

/** Spearman's rank correlation: Pearson's, of ranks. */
function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const sum = (term: (at: number) => number) => x.reduce((all, _, at) => all + term(at), 0);
  const covariance = sum((at) => (x[at]! - mx) * (y[at]! - my));
  return covariance / Math.sqrt(sum((at) => (x[at]! - mx) ** 2) * sum((at) => (y[at]! - my) ** 2));
}

export const run: Bench = async ({ progress }) => {
  const demo = demonstrationProblem();
  if (demo === null) {
    progress('Fichiers de la démonstration absents : non mesurée.');
    return [];
  }
  const { file, dashboard, schools, problem } = demo;
  const { rows } = demonstration(ROOT);
  const { car } = await demoMatrices(rows, await demoTravel(ROOT));
  const places = teamPlaces(dashboard.communes, dashboard.schools);
  const compiled = compileProblem(problem);

  /** Hours of tours and of the estimate of a plan. */
  function hoursOf(assignment: Int32Array): { tours: number; estimate: number } {
    const posts = postsOfPlan(file, schools, compiled, assignment);
    return {
      tours: travelSum(teamBurden(posts, places, car, DEFAULT_SETTINGS)).driving,
      estimate: balance(compiled, assignment, WORK_ALONE.measure).travel / 60
    };
  }

  const measurements: Measurement[] = [];
  const found = nearOptimalPlans(problem, PLANS, SEED);
  const { measure } = WORK_ALONE;
  for (const [label, plans] of [
    ['plans de la recherche', found],
    ['près de l’optimum', cheapestHalf(found, (plan) => balance(compiled, plan, measure).travel)]
  ] as const) {
    const hours = plans.map(hoursOf);
    const [tours, estimates] = [hours.map((one) => one.tours), hours.map((one) => one.estimate)];
    const errors = hours.map((one) => Math.abs(one.tours - one.estimate));
    const agreement = spearman(tours, estimates);
    const error = errors.reduce((sum, one) => sum + one, 0) / errors.length;
    progress(`${label} : Spearman ${agreement.toFixed(3)}, erreur moyenne ${error.toFixed(2)} h`);
    measurements.push(
      measured(`${label} : 1 - Spearman`, '', [1 - agreement], { at: 'median', most: 0.05 }),
      measured(`${label} : erreur moyenne`, 'h', [error], { at: 'median', most: 0.25 }),
      measured(`${label} : tournées`, 'h', tours)
    );
  }
  return measurements;
};
