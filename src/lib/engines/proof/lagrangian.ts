// The Lagrangian dual that certificates are made of: the load of each referent is kept within its balance exactly (a knapsack), every
// other rule is priced. Floating point and fast: what it finds is a proposal, which the checker's whole numbers then weigh.
import { AscentSteps } from '../../algorithms/subgradient.ts';
import type { WholeProblem } from './check-certificate.ts';

/** Prices of the units, and multipliers of the rows beyond the balance, in units of cost. */
export interface CoveragePrices {
  units: Float64Array;
  rows: Float64Array;
}

/** Share of the last direction that the next one keeps (P. Camerini, L. Fratta and F. Maffioli, 1975). */
const INERTIA = 0.3;
const STEPS = { patience: 5, factor: 0.7, shortest: 0.01 };

export class Lagrangian {
  readonly #problem: WholeProblem;
  readonly #cost: readonly number[];
  /** Entries of the rows beyond the balance. */
  readonly #entries: { row: number; at: number; weight: number }[];
  /** Largest weight of each row: multipliers of wide and narrow rows then move alike. */
  readonly #width: Float64Array;
  readonly #reduced: Float64Array;
  /** Pairs that the last bound rests on, how often each unit is in them, and what each row adds up to. */
  readonly #chosen: Uint8Array;
  readonly #times: Float64Array;
  readonly #sums: Float64Array;
  readonly #least: Float64Array;
  readonly #taken: Uint8Array;

  constructor(problem: WholeProblem, cost: readonly number[]) {
    const { n, m, rows } = problem;
    this.#problem = problem;
    this.#cost = cost;
    this.#entries = rows.flatMap(({ terms }, row) =>
      row < m
        ? []
        : terms.flatMap(([i, weights]) => weights.map((weight, j) => ({ row, at: i * m + j, weight })))
    );
    this.#entries = this.#entries.filter(({ weight }) => weight !== 0);
    this.#width = new Float64Array(rows.length).fill(1);
    for (const { row, weight } of this.#entries) {
      this.#width[row] = Math.max(this.#width[row]!, Math.abs(weight));
    }
    this.#reduced = new Float64Array(n * m);
    this.#chosen = new Uint8Array(n * m);
    this.#times = new Float64Array(n);
    this.#sums = new Float64Array(rows.length);
    const size = Math.max(...rows.slice(0, m).map(({ upper }) => upper)) + 1;
    this.#least = new Float64Array(size);
    this.#taken = new Uint8Array(n * size);
  }

  /** No plan over the open pairs costs less; Infinity when there is none. */
  bound(open: Uint8Array, prices: CoveragePrices): number {
    const { m, rows } = this.#problem;
    this.#reduced.set(this.#cost);
    this.#chosen.fill(0);
    this.#times.fill(0);
    this.#sums.fill(0);
    for (const { row, at, weight } of this.#entries) this.#reduced[at]! -= prices.rows[row]! * weight;
    let bound = prices.units.reduce((total, price) => total + price, 0);
    for (let r = m; r < rows.length; r++) {
      const multiplier = prices.rows[r]!;
      if (multiplier !== 0) bound += multiplier * (multiplier > 0 ? rows[r]!.lower : rows[r]!.upper);
    }
    for (let j = 0; j < m; j++) bound += this.#knapsack(open, prices.units, j);
    for (const { row, at, weight } of this.#entries) if (this.#chosen[at]) this.#sums[row]! += weight;
    return bound;
  }

  /** Least value of a set of units whose load suits referent j; units that have no other choice are in it. */
  #knapsack(open: Uint8Array, prices: Float64Array, j: number): number {
    const { n, m, rows } = this.#problem;
    const { terms } = rows[j]!;
    let { lower, upper } = rows[j]!;
    let total = 0;
    const choose = (i: number) => {
      this.#chosen[i * m + j] = 1;
      this.#times[i]!++;
    };
    const items: { i: number; weight: number; value: number }[] = [];
    for (let i = 0; i < n; i++) {
      if (!open[i * m + j]) continue;
      const item = { i, weight: terms[i]![1][j]!, value: this.#reduced[i * m + j]! - prices[i]! };
      if (hasOther(open, m, i, j)) items.push(item);
      else {
        choose(i);
        total += item.value;
        lower -= item.weight;
        upper -= item.weight;
      }
    }
    if (upper < 0) return Infinity;
    const size = upper + 1;
    const least = this.#least.fill(Infinity, 0, size);
    least[0] = 0;
    let reach = 0;
    items.forEach(({ weight, value }, k) => {
      const from = k * size;
      this.#taken.fill(0, from, from + size);
      reach = Math.min(upper, reach + weight);
      for (let load = reach; load >= weight; load--) {
        const withIt = least[load - weight]! + value;
        if (withIt >= least[load]!) continue;
        least[load] = withIt;
        this.#taken[from + load] = 1;
      }
    });
    let best = Math.max(0, lower);
    for (let load = best; load <= reach; load++) if (least[load]! < least[best]!) best = load;
    if (best > upper || least[best] === Infinity) return Infinity;
    total += least[best]!;
    for (let k = items.length - 1; k >= 0; k--) {
      if (!this.#taken[k * size + best]) continue;
      choose(items[k]!.i);
      best -= items[k]!.weight;
    }
    return total;
  }

  /**
   * Raises the bound by subgradient steps that aim at `goal`.
   * Ends when the goal is reached, when steps become too short, after so many tries, or when it is over.
   *
   * @returns the best prices; their bound may be Infinity
   */
  climb(
    open: Uint8Array,
    start: CoveragePrices,
    goal: number,
    tries: number,
    isOver: () => boolean
  ): CoveragePrices {
    const { n, m, rows } = this.#problem;
    let best = start;
    let bestBound = -Infinity;
    const now: CoveragePrices = { units: start.units.slice(), rows: start.rows.slice() };
    const way: CoveragePrices = { units: new Float64Array(n), rows: new Float64Array(rows.length) };
    const steps = new AscentSteps(STEPS);
    for (let turn = 0; turn < tries && !steps.areSpent && !isOver(); turn++) {
      const bound = this.bound(open, now);
      if (bound > bestBound + 1e-6) {
        best = { units: now.units.slice(), rows: now.rows.slice() };
        bestBound = bound;
        steps.progress();
        if (bound >= goal) break;
      } else if (steps.stall()) {
        now.units.set(best.units);
        now.rows.set(best.rows);
        way.units.fill(0);
        way.rows.fill(0);
      }
      let size = 0;
      for (let i = 0; i < n; i++) {
        way.units[i] = INERTIA * way.units[i]! + 1 - this.#times[i]!;
        size += way.units[i]! ** 2;
      }
      for (let r = m; r < rows.length; r++) {
        way.rows[r] = INERTIA * way.rows[r]! + this.#miss(r, now.rows[r]!) / this.#width[r]!;
        size += way.rows[r]! ** 2;
      }
      if (size === 0) break;
      const length = steps.length(Math.max(1, goal - bound), size);
      for (let i = 0; i < n; i++) now.units[i]! += length * way.units[i]!;
      for (let r = m; r < rows.length; r++) {
        const moved = now.rows[r]! + (length * way.rows[r]!) / this.#width[r]!;
        const side = moved > 0 ? rows[r]!.lower : rows[r]!.upper;
        now.rows[r] = Number.isFinite(side) ? moved : 0;
      }
    }
    return best;
  }

  /** How far row r is from the side that its multiplier prices. */
  #miss(r: number, multiplier: number): number {
    const { lower, upper } = this.#problem.rows[r]!;
    const sum = this.#sums[r]!;
    if (multiplier > 0 || (multiplier === 0 && sum < lower)) return lower - sum;
    if (multiplier < 0 || sum > upper) return upper - sum;
    return 0;
  }
}

function hasOther(open: Uint8Array, m: number, i: number, j: number): boolean {
  for (let other = 0; other < m; other++) if (other !== j && open[i * m + other]) return true;
  return false;
}
