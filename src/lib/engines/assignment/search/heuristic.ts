// A good plan in about 100 ms, without proof: a greedy assignment by regret, then simulated annealing by shifts and swaps that may leave the bands.
import { acceptedRise, coolingFactor } from '../../../algorithms/annealing.ts';
import { random, type Random } from '../../../algorithms/random.ts';
import { objectiveOf, type Problem } from '../problem/compile-problem.ts';
import { SOFT_PRICE } from '../problem/formulation.ts';
import { blocksOf, type Blocks } from './blocks.ts';
import { SearchState, type Penalties } from './search-state.ts';

export interface HeuristicPlan {
  /** Referent of each unit. */
  assignment: Int32Array;
  /** Tenths of a minute. */
  objective: number;
  /** Minutes (pupils, meetings) outside the bands. */
  outside: number;
  /** Every rule is kept; with `soft`, every rule but the bands. */
  feasible: boolean;
}

export interface HeuristicOptions {
  /** Moves evaluated: the only limit, so that the plan is the same on every machine. */
  effort?: number;
  seed?: number;
  /** Called with the greedy plan, then with each better one. */
  onPlan?: (plan: HeuristicPlan) => void;
  stop?: () => boolean;
}

/** About 100 ms on a small computer. */
const QUICK_EFFORT = 600_000;
/** Few units need many short searches, many units one long one. */
const roundsFor = (blocks: number) => Math.min(8, Math.max(1, Math.round(300 / blocks)));
/** Moves evaluated between two changes of the penalties. */
const PERIOD = 400;

/**
 * Strategic oscillation (F. Glover, 1986) over a simulated annealing: the price of what lies outside the bands grows while plans are
 * infeasible and falls while they are feasible. Deterministic; null when a unit has no referent open to it.
 */
export function heuristic(problem: Problem, options: HeuristicOptions = {}): HeuristicPlan | null {
  const blocks = blocksOf(problem);
  if (blocks === null) return null;
  const search = new Search(problem, blocks, random(options.seed ?? 1));
  const report = () => options.onPlan?.(search.plan());
  report();
  const rounds = roundsFor(blocks.members.length);
  const effort = Math.max(1, Math.floor((options.effort ?? QUICK_EFFORT) / rounds));
  for (let round = 0; round < rounds && !options.stop?.(); round++) {
    if (search.round(effort, round, options.stop)) report();
  }
  return search.plan();
}

class Search {
  readonly #state: SearchState;
  readonly #penalties: Penalties;
  readonly #scale: number;
  /** Best plan so far by block, and its value: what breaks rules first, then the cost. */
  #best: Int32Array;
  #bestValue: [number, number];

  constructor(
    readonly problem: Problem,
    readonly blocks: Blocks,
    readonly random: Random
  ) {
    this.#state = new SearchState(problem, blocks, greedy(problem, blocks));
    const { scale, perMinute } = scaleOf(problem, blocks);
    this.#scale = scale;
    this.#penalties = {
      band: problem.soft ? SOFT_PRICE : perMinute,
      pupil: Math.max(1, perMinute),
      rule: 4 * scale
    };
    this.#best = this.#state.at.slice();
    this.#bestValue = this.#value();
  }

  #value(): [number, number] {
    const { cost, broken, moved } = this.#state;
    const over = Math.max(0, moved - (this.problem.cap ?? Infinity));
    const outside = this.#state.outside();
    const soft = this.problem.soft;
    return [
      broken * 1e6 + over + (soft ? 0 : Math.max(0, outside - 1e-6)),
      cost + (soft ? SOFT_PRICE * outside : 0)
    ];
  }

  #keep(): boolean {
    const [infeasible, cost] = this.#bestValue;
    if (infeasible === 0 && !this.problem.soft && this.#state.cost >= cost - 1e-9) return false;
    const value = this.#value();
    if (value[0] > infeasible || (value[0] === infeasible && value[1] >= cost - 1e-9)) return false;
    this.#best = this.#state.at.slice();
    this.#bestValue = value;
    return true;
  }

  /**
   * One annealing, from hot to cold; the first starts from the greedy plan and is milder.
   *
   * @returns whether the best plan changed
   */
  round(effort: number, round: number, stop?: () => boolean): boolean {
    const state = this.#state;
    const { lists, at } = state;
    const { choices } = this.blocks;
    const next = this.random;
    const size = at.length;
    const hot = this.#scale * (round === 0 ? 0.5 : 1);
    const cold = this.#scale * 0.01;
    const cooling = coolingFactor(hot, cold, PERIOD, effort);
    let temperature = hot;
    let better = false;
    for (let done = 0; done < effort && !stop?.();) {
      for (let k = 0; k < PERIOD; k++, done++) {
        const b = Math.floor(next() * size);
        const open = choices[b]!;
        if (open.length < 2) continue;
        const to = open[Math.floor(open.length * next() ** 2)]!;
        const from = at[b]!;
        if (to === from) continue;
        const others = lists[to]!;
        const c = others.length > 0 && next() < 0.6 ? others[Math.floor(next() * others.length)]! : -1;
        if (c === -1) {
          const delta = state.shiftDelta(b, to, this.#penalties);
          const limit = acceptedRise(temperature, next());
          if (delta > limit) continue;
          const broken = state.broken;
          state.shift(b, to);
          if (delta + this.#penalties.rule * (state.broken - broken) > limit) {
            state.shift(b, from);
            continue;
          }
        } else {
          if (this.blocks.cost[c * this.problem.m + from] === Infinity) continue;
          const delta = state.swapDelta(b, c, this.#penalties);
          const limit = acceptedRise(temperature, next());
          if (delta > limit) continue;
          const broken = state.broken;
          state.shift(b, to);
          state.shift(c, from);
          if (delta + this.#penalties.rule * (state.broken - broken) > limit) {
            state.shift(c, to);
            state.shift(b, from);
            continue;
          }
        }
        if (this.#keep()) better = true;
      }
      this.#adapt(state.isFeasible());
      temperature *= cooling;
    }
    return better;
  }

  #adapt(inside: boolean): void {
    const factor = inside ? 0.95 : 1.05;
    if (!this.problem.soft)
      this.#penalties.band = Math.min(1e5, Math.max(1e-3, this.#penalties.band * factor));
  }

  plan(): HeuristicPlan {
    const { problem, blocks } = this;
    const assignment = new Int32Array(problem.n);
    blocks.members.forEach((units, b) => units.forEach((i) => (assignment[i] = this.#best[b]!)));
    const state = new SearchState(problem, blocks, this.#best);
    const feasible = this.#bestValue[0] === 0;
    return { assignment, objective: objectiveOf(problem, assignment), outside: state.outside(), feasible };
  }
}

/** Mean regret of a block, and the same for a minute of its workload: the units of prices and temperature. */
function scaleOf({ m, workload }: Problem, { choices, cost }: Blocks): { scale: number; perMinute: number } {
  const regrets = choices.map((open, b) =>
    open.length < 2 ? 0 : cost[b * m + open[1]!]! - cost[b * m + open[0]!]!
  );
  const spread = choices.map((open, b) => cost[b * m + open.at(-1)!]! - cost[b * m + open[0]!]!);
  const sum = (list: ArrayLike<number>) => Array.from(list).reduce((total, one) => total + one, 0);
  const scale = Math.max(1, (0.5 * sum(regrets) + 0.15 * sum(spread)) / choices.length);
  const minutes = Math.max(1, sum(workload) / choices.length);
  return { scale, perMinute: scale / minutes };
}

/** Blocks in order of regret, each to the referent where it costs least, a penalty for going over a band included. */
function greedy({ m, bands, soft }: Problem, blocks: Blocks): Int32Array {
  const { choices, cost, weights, upper, both } = blocks;
  const regret = choices.map((open, b) =>
    open.length < 2 ? Infinity : cost[b * m + open[1]!]! - cost[b * m + open[0]!]!
  );
  const order = choices
    .map((_, b) => b)
    .sort((a, b) => (regret[a] === regret[b] ? a - b : regret[b]! - regret[a]!));
  const load = new Float64Array(bands.length);
  const at = new Int32Array(choices.length);
  const perUnitOver = soft ? SOFT_PRICE : 1e4;
  for (const b of order) {
    let best = choices[b]![0]!;
    let least = Infinity;
    for (const j of choices[b]!) {
      let price = cost[b * m + j]!;
      for (const band of both[j * m + j]!) {
        const over = load[band]! + weights[band]![b * m + j]! - upper[band]!;
        if (over > 0) price += perUnitOver * over;
      }
      if (price < least) [best, least] = [j, price];
    }
    at[b] = best;
    for (const band of both[best * m + best]!) load[band]! += weights[band]![b * m + best]!;
  }
  return at;
}
