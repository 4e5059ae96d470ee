// Raises the Lagrangian bound with cuts over three points: column generation, a round of cuts, and again.
import type { LinearSolver } from '../../model/linear.ts';
import { closesGap, fixed, type Bounded } from './median-bound.ts';
import type { MedianColumn, Columns } from './median-columns.ts';
import { Cuts } from './median-cuts.ts';
import { MedianMaster } from './median-master.ts';
import { Pricing, type MedianPrices } from './median-pricing.ts';
import type { MedianProblem } from './median-problem.ts';

export interface TightenOptions {
  /** Cost of a known plan, the columns of which are among those given. */
  cutoff: number;
  /** Called each round with the medians that clusters are chosen of most; returns the cost of the best plan known. */
  onMedians: (medians: readonly number[]) => number;
  /** Told each better bound. */
  onBound: (bound: number) => void;
  /** Polled between two steps; true ends with the bound so far. */
  stop: () => boolean;
  /** Time left for one linear programme. */
  secondsLeft: () => number | undefined;
}

export interface Tightened {
  bounded: Bounded;
  cuts: Cuts;
  /** Pairs that a plan cheaper than the cutoff may use. */
  allowed: Uint8Array;
}

/** Share of the best prices so far in the prices tried first, against those of the linear programme. */
const SMOOTHING = 0.6;
/** A round ends when the linear programme is this share of the gap above the bound. */
const CONVERGED = 0.05;
/** Rounds that close less than a share of the gap, one after the other, before the ascent ends. */
const SLOW_SHARE = 0.01;
const SLOW_ROUNDS = 5;
const TINY = 1e-6;

/**
 * Column generation over clusters, smoothed (P. Wentges, 1997), with subset-row cuts. The bound is Lagrangian at every step: it does not rest on
 * the precision of the linear programmes. `columns` grows, and loses what a plan cheaper than the cutoff cannot use.
 */
export function tightened(
  solver: LinearSolver,
  problem: MedianProblem,
  start: { bounded: Bounded; allowed: Uint8Array },
  columns: Columns,
  { onMedians, onBound, stop, secondsLeft, ...options }: TightenOptions
): Tightened {
  const { n } = problem;
  let { cutoff } = options;
  const pricing = new Pricing(problem);
  let { bounded, allowed } = start;
  let cuts = new Cuts(n);
  let center: MedianPrices = { point: bounded.price, cut: new Float64Array(0) };

  const profitOf = ({ points, cost }: MedianColumn, { point, cut }: MedianPrices): number =>
    points.reduce((sum, i) => sum + point[i]!, -cost) -
    cuts.paidBy(points).reduce((sum, s) => sum + cut[s]!, 0);
  const between = (a: Float64Array, b: Float64Array, share: number) =>
    a.map((one, k) => share * one + (1 - share) * b[k]!);

  /** @returns the fractions of the last linear programme; null when time or patience ran out, or the bound meets the cutoff */
  const converge = (master: MedianMaster): Float64Array | null => {
    for (;;) {
      if (stop()) return null;
      const optimum = master.solve(secondsLeft());
      if (!optimum) return null;
      const { prices, needed } = optimum;
      let added: MedianColumn[] = [];
      for (const share of [SMOOTHING, 0]) {
        const at = {
          point: between(center.point, prices.point, share),
          cut: between(center.cut, prices.cut, share)
        };
        const priced = pricing.bound(at, cuts, allowed);
        if (!priced) return null;
        if (priced.bound > bounded.bound) {
          bounded = { ...priced, price: at.point };
          center = at;
          onBound(bounded.bound);
          if (closesGap(bounded.bound, cutoff)) return null;
        }
        added = priced.points.flatMap((points, j) => {
          if (points.length === 0) return [];
          const cost = points.reduce((sum, i) => sum + problem.distance[i * n + j]!, 0);
          if (profitOf({ median: j, points, cost }, prices) <= needed(j) + TINY) return [];
          return columns.add(j, points) ?? [];
        });
        if (added.length > 0) break;
      }
      if (added.length === 0 || optimum.objective - bounded.bound < CONVERGED * (cutoff - bounded.bound))
        return optimum.weight;
      master.add(added);
    }
  };

  keepUseful();
  for (let slow = 0; slow < SLOW_ROUNDS && !stop();) {
    const before = bounded.bound;
    const master = new MedianMaster(solver, problem, cuts, columns.list, cutoff);
    let weight: Float64Array | null;
    try {
      weight = converge(master);
    } finally {
      master.dispose();
    }
    if (!weight) break;
    slow = bounded.bound - before < SLOW_SHARE * (cutoff - before) ? slow + 1 : 0;
    cutoff = onMedians(mediansOf(problem, master.columns, weight));
    if (closesGap(bounded.bound, cutoff)) break;
    const more = cuts.violated(master.columns, weight);
    if (more.length === 0) break;
    allowed = fixed(problem, allowed, bounded, cutoff);
    keepUseful();
    const used = cuts.triples.filter((_, s) => center.cut[s]! > TINY);
    center = {
      point: center.point,
      cut: Float64Array.from([...center.cut.filter((one) => one > TINY), ...more.map(() => 0)])
    };
    cuts = new Cuts(n, [...used, ...more]);
  }
  return { bounded, cuts, allowed: fixed(problem, allowed, bounded, cutoff) };

  /** Forgets columns with which a plan costs the cutoff or more. */
  function keepUseful(): void {
    const { bound, worth, chosen } = bounded;
    const open = new Set(chosen);
    const last = worth[chosen.at(-1)!]!;
    const least = ({ median }: MedianColumn) => bound + (open.has(median) ? worth[median]! : last);
    columns.keep((column) => !closesGap(least(column) - profitOf(column, center), cutoff));
  }
}

/** Medians of clusters taken by falling weight, first those apart from each other, then any, until there are p. */
function mediansOf(
  { n, p }: MedianProblem,
  columns: readonly MedianColumn[],
  weight: Float64Array
): number[] {
  const order = [...columns.keys()].sort((a, b) => weight[b]! - weight[a]! || a - b);
  const taken = new Set<number>();
  const served = new Uint8Array(n);
  for (const share of [0.5, 1]) {
    for (const c of order) {
      const { median, points } = columns[c]!;
      const shared = points.reduce((sum, i) => sum + served[i]!, 0);
      if (taken.size === p || shared > share * points.length) continue;
      taken.add(median);
      for (const i of points) served[i] = 1;
    }
  }
  for (let j = 0; taken.size < p; j++) taken.add(j);
  return [...taken];
}
