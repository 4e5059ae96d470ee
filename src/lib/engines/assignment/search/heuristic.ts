// A good plan at once: regret greedy, then shift and swap annealing that crosses the bands back and forth. No proof.
import { blocksOf, type Blocks } from '../problem/blocks.ts';
import { SOFT_PRICE } from '../problem/formulation.ts';
import { objectiveOf, type Problem } from '../problem/problem.ts';
import { random, type Random } from '../../../model/random.ts';
import { SearchState, type Prices } from './search-state.ts';

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
  /** Moves weighed: the only limit, so that the answer is the same on every machine. */
  effort?: number;
  seed?: number;
  /** Called with the greedy plan, then with each better one. */
  onPlan?: (plan: HeuristicPlan) => void;
  stop?: () => boolean;
}

/** About 100 ms on a small computer. */
export const QUICK_EFFORT = 600_000;
/** A few units ask for many short searches, many units for one long one. */
const roundsFor = (blocks: number) => Math.min(8, Math.max(1, Math.round(300 / blocks)));
/** Moves weighed between two changes of the prices. */
const PERIOD = 400;

/**
 * Strategic oscillation (F. Glover, 1986) over a simulated annealing: the price of what lies outside the bands grows while plans are
 * infeasible and falls while they are feasible. Deterministic; null when a unit has nowhere to go.
 */
export function heuristic(problem: Problem, options: HeuristicOptions = {}): HeuristicPlan | null {
  const blocks = blocksOf(problem);
  if (blocks === null) return null;
  const search = new Search(problem, blocks, random(options.seed ?? 1));
  const tell = () => options.onPlan?.(search.plan());
  tell();
  const rounds = roundsFor(blocks.members.length);
  const effort = Math.max(1, Math.floor((options.effort ?? QUICK_EFFORT) / rounds));
  for (let round = 0; round < rounds && !options.stop?.(); round++) {
    if (search.round(effort, round)) tell();
  }
  return search.plan();
}

class Search {
  readonly #state: SearchState;
  readonly #prices: Prices;
  readonly #scale: number;
  /** Best plan so far by block, and what it is worth: outside the rules first, then the cost. */
  #best: Int32Array;
  #bestWorth: [number, number];

  constructor(
    readonly problem: Problem,
    readonly blocks: Blocks,
    readonly random: Random
  ) {
    this.#state = new SearchState(problem, blocks, greedy(problem, blocks));
    const { scale, perMinute } = scaleOf(problem, blocks);
    this.#scale = scale;
    this.#prices = {
      band: problem.soft ? SOFT_PRICE : perMinute,
      pupil: Math.max(1, perMinute),
      rule: 4 * scale
    };
    this.#best = this.#state.at.slice();
    this.#bestWorth = this.#worth();
  }

  #worth(): [number, number] {
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
    const [infeasible, cost] = this.#bestWorth;
    if (infeasible === 0 && !this.problem.soft && this.#state.cost >= cost - 1e-9) return false;
    const worth = this.#worth();
    if (worth[0] > infeasible || (worth[0] === infeasible && worth[1] >= cost - 1e-9)) return false;
    this.#best = this.#state.at.slice();
    this.#bestWorth = worth;
    return true;
  }

  /** One annealing, from hot to cold; the first starts from the greedy plan and is milder. Says whether the best plan changed. */
  round(effort: number, round: number): boolean {
    const state = this.#state;
    const { lists, at } = state;
    const { choices } = this.blocks;
    const next = this.random;
    const size = at.length;
    const hot = this.#scale * (round === 0 ? 0.5 : 1);
    const cold = this.#scale * 0.01;
    const cooling = (cold / hot) ** (PERIOD / effort);
    let heat = hot;
    let better = false;
    for (let done = 0; done < effort;) {
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
          const delta = state.shiftDelta(b, to, this.#prices);
          const limit = -heat * Math.log(next());
          if (delta > limit) continue;
          const broken = state.broken;
          state.shift(b, to);
          if (delta + this.#prices.rule * (state.broken - broken) > limit) {
            state.shift(b, from);
            continue;
          }
        } else {
          if (this.blocks.cost[c * this.problem.m + from] === Infinity) continue;
          const delta = state.swapDelta(b, c, this.#prices);
          const limit = -heat * Math.log(next());
          if (delta > limit) continue;
          const broken = state.broken;
          state.shift(b, to);
          state.shift(c, from);
          if (delta + this.#prices.rule * (state.broken - broken) > limit) {
            state.shift(c, to);
            state.shift(b, from);
            continue;
          }
        }
        if (this.#keep()) better = true;
      }
      this.#adapt(state.isFeasible());
      heat *= cooling;
    }
    return better;
  }

  #adapt(inside: boolean): void {
    const factor = inside ? 0.95 : 1.05;
    if (!this.problem.soft) this.#prices.band = Math.min(1e5, Math.max(1e-3, this.#prices.band * factor));
  }

  plan(): HeuristicPlan {
    const { problem, blocks } = this;
    const assignment = new Int32Array(problem.n);
    blocks.members.forEach((units, b) => units.forEach((i) => (assignment[i] = this.#best[b]!)));
    const state = new SearchState(problem, blocks, this.#best);
    const feasible = this.#bestWorth[0] === 0;
    return { assignment, objective: objectiveOf(problem, assignment), outside: state.outside(), feasible };
  }
}

/** Mean regret of a block, and that regret for a minute of its workload: what prices and heat are measured by. */
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

/** Blocks in order of regret, each to the referent where it costs least, what goes over a band included. */
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
  const price = soft ? SOFT_PRICE : 1e4;
  for (const b of order) {
    let best = choices[b]![0]!;
    let least = Infinity;
    for (const j of choices[b]!) {
      let worth = cost[b * m + j]!;
      for (const band of both[j * m + j]!) {
        const over = load[band]! + weights[band]![b * m + j]! - upper[band]!;
        if (over > 0) worth += price * over;
      }
      if (worth < least) [best, least] = [j, worth];
    }
    at[b] = best;
    for (const band of both[best * m + best]!) load[band]! += weights[band]![b * m + best]!;
  }
  return at;
}
