// Lagrangian bound with prices on points and on cuts: for each median, a knapsack that pays the price of each cut it has two points of.
import { addItem } from '../../algorithms/knapsack.ts';
import type { Cuts } from './median-cuts.ts';
import type { MedianProblem } from './median-problem.ts';

export interface MedianPrices {
  /** Of each point, and of each cut; none below 0. */
  point: Float64Array;
  cut: Float64Array;
}

export interface Priced {
  /** No plan costs less. */
  bound: number;
  /** Value of each median's knapsack, and its points in order. */
  worth: Float64Array;
  points: number[][];
  /** The p medians of highest value. */
  chosen: number[];
}

/** Branches, over all knapsacks, above which the bound is given up. */
const MOST_BRANCHES = 3e6;
const TINY = 1e-9;

/**
 * Solves the knapsacks of all medians. Points under a cut are branched on; a table of dynamic programming over the other points, then over
 * all of them as if cuts were free, ends the branches early.
 */
export class Pricing {
  readonly #table: Float64Array;
  readonly #width: number;
  #branches = 0;

  constructor(readonly problem: MedianProblem) {
    this.#width = Math.max(...problem.capacity) + 1;
    this.#table = new Float64Array((problem.n + 1) * this.#width);
  }

  /** @returns null when the knapsacks take too long */
  bound(prices: MedianPrices, cuts: Cuts, allowed: Uint8Array): Priced | null {
    const { n, p } = this.problem;
    const worth = new Float64Array(n);
    const points: number[][] = [];
    this.#branches = 0;
    for (let j = 0; j < n; j++) {
      const best = this.#knapsack(j, prices, cuts, allowed);
      if (this.#branches > MOST_BRANCHES) return null;
      worth[j] = best.worth;
      points.push(best.points);
    }
    const order = Array.from({ length: n }, (_, j) => j).sort((a, b) => worth[b]! - worth[a]! || a - b);
    const chosen = order.slice(0, p);
    const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0);
    const taken = chosen.reduce((total, j) => total + worth[j]!, 0);
    return { bound: sum(prices.point) - sum(prices.cut) - taken, worth, points, chosen };
  }

  #knapsack(
    j: number,
    prices: MedianPrices,
    cuts: Cuts,
    allowed: Uint8Array
  ): { worth: number; points: number[] } {
    const { n, demand, capacity, distance } = this.problem;
    const [table, width, room] = [this.#table, this.#width, capacity[j]!];
    const profit = (i: number) => prices.point[i]! - distance[i * n + j]!;
    const useful: number[] = [];
    for (let i = 0; i < n; i++) if (allowed[i * n + j] === 1 && profit(i) > 0) useful.push(i);
    const paid = new Set(cuts.paidBy(useful).filter((s) => prices.cut[s]! > 0));
    const cutsOf = (i: number) => cuts.of[i]!.filter((s) => paid.has(s));
    const under = useful.filter((i) => cutsOf(i).length > 0);
    under.sort((a, b) => profit(a) / demand[a]! - profit(b) / demand[b]! || a - b);
    const free = useful.filter((i) => cutsOf(i).length === 0);
    const items = [...free, ...under];

    table.fill(0, 0, room + 1);
    items.forEach((i, k) => {
      addItem(table, k * width, (k + 1) * width, room, demand[i]!, profit(i));
    });

    const best = { worth: 0, left: room, taken: [] as number[], rest: 0 };
    const lists = under.map(cutsOf);
    const met = new Int32Array(cuts.triples.length);
    const taken: number[] = [];
    const branch = (k: number, q: number, value: number): void => {
      this.#branches++;
      const most = value + table[k * width + q]!;
      if (most <= best.worth + TINY || this.#branches > MOST_BRANCHES) return;
      if (k === free.length) {
        Object.assign(best, { worth: most, left: q, taken: [...taken], rest: k });
        return;
      }
      const [i, own] = [items[k - 1]!, lists[k - 1 - free.length]!];
      if (demand[i]! <= q) {
        let withIt = value + profit(i);
        for (const s of own) if (met[s]!++ === 1) withIt -= prices.cut[s]!;
        taken.push(i);
        branch(k - 1, q - demand[i]!, withIt);
        taken.pop();
        for (const s of own) met[s]!--;
      }
      branch(k - 1, q, value);
    };
    branch(items.length, room, 0);

    let q = best.left;
    for (let k = best.rest; k > 0; k--) {
      if (table[k * width + q] === table[(k - 1) * width + q]) continue;
      best.taken.push(items[k - 1]!);
      q -= demand[items[k - 1]!]!;
    }
    return { worth: best.worth, points: best.taken.sort((a, b) => a - b) };
  }
}
