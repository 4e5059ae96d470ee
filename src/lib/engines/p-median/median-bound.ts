// Lagrangian bound of the capacitated p-median problem: prices on points, a knapsack for each median.
import { addItem } from '../../algorithms/knapsack.ts';
import { AscentSteps } from '../../algorithms/subgradient.ts';
import type { MedianProblem } from './median-problem.ts';

/** 1 where median j may serve point i, at `i * n + j`. */
export const allAllowed = ({ n, demand, capacity }: MedianProblem): Uint8Array =>
  Uint8Array.from({ length: n * n }, (_, at) => (demand[Math.floor(at / n)]! <= capacity[at % n]! ? 1 : 0));

/** Cells of a knapsack's table above which the bound is not computed. */
const MOST_CELLS = 5e6;
/** Prices of capacity tried for each linear relaxation. */
const TRIALS = 6;

export const hasSmallKnapsacks = ({ n, capacity }: MedianProblem): boolean =>
  (n + 1) * (Math.max(...capacity) + 1) <= MOST_CELLS;

/** Knapsacks of one median, by dynamic programming over whole capacities. */
class Knapsack {
  readonly #table: Float64Array;
  readonly #items: Int32Array;
  readonly #width: number;
  /** Value of a unit of capacity of each median in the last linear relaxation: where the next one starts. */
  readonly #unit: Float64Array;
  readonly #profit: Float64Array;
  readonly #weight: Float64Array;
  count = 0;

  constructor(readonly problem: MedianProblem) {
    this.#width = Math.max(...problem.capacity) + 1;
    this.#table = new Float64Array((problem.n + 1) * this.#width);
    this.#items = new Int32Array(problem.n);
    this.#unit = new Float64Array(problem.n);
    this.#profit = new Float64Array(problem.n);
    this.#weight = new Float64Array(problem.n);
  }

  /** No less than `solve`, in a tenth of its time: a relaxation with a price on capacity, near its best price. */
  ceiling(j: number, price: Float64Array, allowed: Uint8Array): number {
    const { n, demand, capacity, distance } = this.problem;
    const [profit, weight] = [this.#profit, this.#weight];
    const room = capacity[j]!;
    let [count, sum, load] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      if (allowed[i * n + j] === 0) continue;
      const own = price[i]! - distance[i * n + j]!;
      if (own <= 0) continue;
      profit[count] = own;
      weight[count++] = demand[i]!;
      sum += own;
      load += demand[i]!;
    }
    if (load <= room) return sum;
    let least = sum;
    let [low, high] = [0, Infinity];
    let unit = this.#unit[j]! || sum / load;
    for (let trial = 0; trial < TRIALS; trial++) {
      let [value, used] = [unit * room, 0];
      for (let c = 0; c < count; c++) {
        const gain = profit[c]! - unit * weight[c]!;
        if (gain <= 0) continue;
        value += gain;
        used += weight[c]!;
      }
      if (value < least) {
        least = value;
        this.#unit[j] = unit;
      }
      if (used > room) low = unit;
      else high = unit;
      if (low === 0) unit *= 0.9;
      else if (high === Infinity) unit *= 1.1;
      else unit = (low + high) / 2;
    }
    return least;
  }

  /** Largest sum of `price - distance` that fits in median j; `served` receives 1 for each point in it. */
  solve(j: number, price: Float64Array, allowed: Uint8Array, served?: Uint8Array): number {
    const { n, demand, capacity, distance } = this.problem;
    const [table, items, width] = [this.#table, this.#items, this.#width];
    const room = capacity[j]!;
    let count = 0;
    table.fill(0, 0, room + 1);
    for (let i = 0; i < n; i++) {
      if (allowed[i * n + j] === 0) continue;
      const profit = price[i]! - distance[i * n + j]!;
      if (profit <= 0) continue;
      addItem(table, count * width, (count + 1) * width, room, demand[i]!, profit);
      items[count++] = i;
    }
    this.count = count;
    if (served) {
      served.fill(0);
      let q = room;
      for (let k = count; k > 0; k--) {
        if (table[k * width + q] === table[(k - 1) * width + q]) continue;
        served[items[k - 1]!] = 1;
        q -= demand[items[k - 1]!]!;
      }
    }
    return table[count * width + room]!;
  }

  /** For every point, the largest sum with it in median j; -Infinity where it may not or does not fit. */
  withEach(j: number, price: Float64Array, allowed: Uint8Array): Float64Array {
    const { n, demand, capacity, distance } = this.problem;
    const [table, items, width] = [this.#table, this.#items, this.#width];
    this.solve(j, price, allowed);
    const room = capacity[j]!;
    const best = new Float64Array(n).fill(-Infinity);
    const place = new Int32Array(n).fill(-1);
    for (let k = 0; k < this.count; k++) place[items[k]!] = k;
    const full = this.count * width;
    for (let i = 0; i < n; i++) {
      if (allowed[i * n + j] === 0 || demand[i]! > room || place[i] !== -1) continue;
      best[i] = table[full + room - demand[i]!]! + price[i]! - distance[i * n + j]!;
    }
    // Items after k, from the last, combined with those before it.
    let tail = new Float64Array(room + 1);
    for (let k = this.count - 1; k >= 0; k--) {
      const i = items[k]!;
      const [weight, profit] = [demand[i]!, price[i]! - distance[i * n + j]!];
      let most = -Infinity;
      for (let q = 0; q <= room - weight; q++)
        most = Math.max(most, table[k * width + q]! + tail[room - weight - q]!);
      best[i] = most + profit;
      const next = tail.slice();
      for (let q = weight; q <= room; q++) next[q] = Math.max(tail[q]!, tail[q - weight]! + profit);
      tail = next;
    }
    return best;
  }
}

export interface Bounded {
  /** No plan costs less. */
  bound: number;
  price: Float64Array;
  /** Value of each median's knapsack at these prices, or more where it is below the p highest; the p medians of highest value. */
  worth: Float64Array;
  chosen: number[];
}

export interface BoundOptions {
  /** Cost of a known plan. */
  cutoff: number;
  price?: Float64Array;
  /** Called with promising medians; returns the cost of the best plan known. */
  onMedians?: (medians: readonly number[]) => number;
  /** Given the clusters of a round near the best bound: a median, and 1 for each point. */
  onCluster?: (median: number, served: Uint8Array) => void;
  /** Polled each round; true ends the ascent with the bound so far. */
  stop?: () => boolean;
}

const ROUNDS = 600;
const STEPS = { first: 1.2, patience: 14, factor: 0.6, shortest: 1e-3 };
/** Rounds between two calls with promising medians. */
const CALLS = 20;
/** Times the gap of the best bound, within which a round is near it. */
const NEAR = 1.1;
const TINY = 1e-6;

/** Costs are whole: a bound above this leaves no better plan. */
export const closesGap = (bound: number, cutoff: number): boolean => bound > cutoff - 1 + TINY;

/** Subgradient ascent from prices on points. */
export function lagrangianBound(problem: MedianProblem, allowed: Uint8Array, options: BoundOptions): Bounded {
  const { n } = problem;
  const knapsack = new Knapsack(problem);
  const served = Array.from({ length: n }, () => new Uint8Array(n));
  const price = options.price?.slice() ?? firstPrices(problem);
  const worth = new Float64Array(n);
  let { cutoff } = options;
  let best: Bounded = { bound: -Infinity, price, worth, chosen: [] };
  const steps = new AscentSteps(STEPS);
  for (let round = 0; round < ROUNDS && !steps.areSpent && options.stop?.() !== true; round++) {
    const chosen = mostWorth(knapsack, price, allowed, served, worth);
    const taken = chosen.reduce((sum, j) => sum + worth[j]!, 0);
    const bound = price.reduce((sum, one) => sum + one, 0) - taken;
    if (bound > best.bound + TINY) {
      best = { bound, price: price.slice(), worth: worth.slice(), chosen };
      steps.progress();
      if (closesGap(bound, cutoff)) return best;
    } else if (steps.stall()) {
      price.set(best.price);
      continue;
    }
    if (options.onCluster && cutoff - bound < NEAR * (cutoff - best.bound))
      for (const j of chosen) options.onCluster(j, served[j]!);
    if (round % CALLS === 0) cutoff = options.onMedians?.(chosen) ?? cutoff;
    const missing = Float64Array.from({ length: n }, (_, i) =>
      chosen.reduce((left, j) => left - served[j]![i]!, 1)
    );
    const norm = missing.reduce((sum, one) => sum + one ** 2, 0);
    if (norm === 0) break;
    const length = steps.length(Math.max(0.5, cutoff - bound), norm);
    for (let i = 0; i < n; i++) price[i] = Math.max(0, price[i]! + length * missing[i]!);
  }
  return best;
}

/**
 * The p medians of the highest knapsacks. The others are not solved when their ceiling is below these: it stands in `worth`.
 *
 * @param served receives, for each median solved, 1 for each point in its knapsack
 */
function mostWorth(
  knapsack: Knapsack,
  price: Float64Array,
  allowed: Uint8Array,
  served: readonly Uint8Array[],
  worth: Float64Array
): number[] {
  const { n, p } = knapsack.problem;
  for (let j = 0; j < n; j++) worth[j] = knapsack.ceiling(j, price, allowed);
  const order = Array.from({ length: n }, (_, j) => j).sort((a, b) => worth[b]! - worth[a]! || a - b);
  const chosen: number[] = [];
  for (const j of order) {
    if (chosen.length === p && worth[j]! <= worth[chosen[p - 1]!]!) break;
    worth[j] = knapsack.solve(j, price, allowed, served[j]);
    let at = chosen.length;
    while (at > 0 && worth[chosen[at - 1]!]! < worth[j]!) at--;
    chosen.splice(at, 0, j);
    chosen.length = Math.min(p, chosen.length);
  }
  return chosen;
}

/** Distance to one of the nearer points: the starting prices. */
function firstPrices({ n, p, distance }: MedianProblem): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    const near = [...distance.subarray(i * n, (i + 1) * n)].sort((a, b) => a - b);
    return near[Math.min(n - 1, Math.ceil(n / p / 2))]!;
  });
}

/**
 * Reduced-cost fixing: leaves allowed only what a plan cheaper than `cutoff` may use: the bound with a median open, or with a point in it, must stay below.
 */
export function fixed(
  problem: MedianProblem,
  allowed: Uint8Array,
  { bound, price, worth, chosen }: Bounded,
  cutoff: number
): Uint8Array {
  const { n } = problem;
  const knapsack = new Knapsack(problem);
  const open = new Set(chosen);
  const last = Math.min(...chosen.map((j) => worth[j]!));
  const left = allowed.slice();
  for (let j = 0; j < n; j++) {
    const without = bound + (open.has(j) ? worth[j]! : last);
    const shut = closesGap(without - worth[j]!, cutoff);
    const each = knapsack.withEach(j, price, allowed);
    for (let i = 0; i < n; i++) if (shut || closesGap(without - each[i]!, cutoff)) left[i * n + j] = 0;
  }
  return left;
}
