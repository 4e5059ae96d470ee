// Monte Carlo draws of a coming school year: how often a plan, made for the expected numbers of children, leaves a post overloaded.
import { poisson, shareInterval, standardNormal } from '../../algorithms/probability.ts';
import { random } from '../../algorithms/random.ts';
import type { Problem } from '../assignment/index.ts';

/** How the coming year is drawn. */
export interface YearModel {
  /** Children expected, by unit; a unit that is absent keeps its workload in every draw. */
  children: Readonly<Record<string, number>>;
  /** Commune of each unit: its children rise or fall together. */
  communes: Readonly<Record<string, string>>;
  /** Standard deviation of a commune's change, as a share; 0.1 by default. */
  shock?: number;
  /** A year is bad when a post carries more than its fair share of that year by this share; 0.3 by default. */
  band?: number;
  /** Years drawn; 2,000 by default. */
  draws?: number;
  seed?: number;
}

/** Assumptions of the draws, said wherever their result is. */
export const YEAR_MODEL = { shock: 0.1, band: 0.3, draws: 2000, seed: 1 } as const;

/** Years drawn at random in which a plan overloads a post. */
export interface BadYears {
  /** Share of the years drawn in which a post exceeds its fair share by the band. */
  share: number;
  /** 95 % interval of that share, which the number of draws gives (E. B. Wilson, 1927). */
  low: number;
  high: number;
}

/**
 * Share of bad years of several plans, over the same draws. Children of a unit follow a Poisson law, whose mean is what is expected times a
 * log-normal factor of mean 1 for its commune; visits and travel follow the children, meetings and liaison do not. The fair share of a
 * post is that of its working time in the load of the year, so that growth of the whole is not counted: only what the split does with it.
 *
 * @param plans referent of each unit, in the problem's order
 * @param measure what loads count: minutes of workload, or of workload and travel
 */
export function badYears(
  problem: Problem,
  plans: readonly ArrayLike<number>[],
  model: YearModel,
  measure: 'workload' | 'hours' = 'workload'
): BadYears[] {
  const { shock, band, draws, seed } = { ...YEAR_MODEL, ...model };
  const { n, m, file, travel } = problem;
  const communes = problem.units.map((id) => model.communes[id] ?? '');
  const names = [...new Set(communes)].sort();
  const communeAt = communes.map((name) => names.indexOf(name));
  const expected = problem.units.map((id) => model.children[id] ?? 0);
  const visits = file.units.map(({ workload, parts }) => parts?.visits ?? workload);
  const posts = file.referents.reduce((sum, { fte }) => sum + fte, 0);
  const fair = file.referents.map(({ fte }) => fte / posts);
  const next = random(seed);
  const factors = new Float64Array(names.length);
  const ratios = new Float64Array(n);
  const loads = new Float64Array(m);
  const bad = plans.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    for (let c = 0; c < names.length; c++)
      factors[c] = Math.exp(shock * standardNormal(next) - (shock * shock) / 2);
    for (let i = 0; i < n; i++) {
      const mean = expected[i]!;
      ratios[i] = mean > 0 ? poisson(next, mean * factors[communeAt[i]!]!) / mean : 1;
    }
    plans.forEach((plan, at) => {
      loads.fill(0);
      let total = 0;
      for (let i = 0; i < n; i++) {
        const j = plan[i]!;
        if (j < 0) continue;
        const road = measure === 'hours' ? travel[i * m + j]! / 10 : 0;
        const load = file.units[i]!.workload - visits[i]! + ratios[i]! * (visits[i]! + road);
        loads[j]! += load;
        total += load;
      }
      if (fair.some((share, j) => loads[j]! > (1 + band) * share * total + 1e-9)) bad[at]!++;
    });
  }
  return bad.map((count) => shareInterval(count, draws));
}
