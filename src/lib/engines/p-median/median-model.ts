// The capacitated p-median problem as a linear model, over the pairs that fixing left.
import { sparseRows, type LinearModel } from '../../model/linear.ts';
import type { MedianPlan, MedianProblem } from './median-problem.ts';

export interface MedianModel {
  model: LinearModel;
  pointOf(plan: MedianPlan): Float64Array;
  planOf(x: ArrayLike<number>): Int32Array;
}

/** Columns: [point, median] pairs allowed, then the medians. A known plan's columns are allowed beforehand by the caller. */
export function medianModel(problem: MedianProblem, allowed: Uint8Array): MedianModel {
  const { n, p, demand, capacity, distance } = problem;
  const pairs: [point: number, median: number][] = [];
  for (let at = 0; at < n * n; at++) if (allowed[at] === 1) pairs.push([Math.floor(at / n), at % n]);
  const medians = [...new Set(pairs.map(([, j]) => j))].sort((a, b) => a - b);
  const open = new Map(medians.map((j, k) => [j, pairs.length + k]));
  const size = pairs.length + medians.length;

  const total = demand.reduce((sum, one) => sum + one, 0);
  const most = [...capacity].sort((a, b) => b - a);
  /** What is left when p - 1 others are full: no median of a plan serves less. */
  const least = Math.max(0, total - most.slice(0, p - 1).reduce((sum, one) => sum + one, 0));

  const rows: [number, number][][] = [];
  const bounds: [number, number][] = [];
  const add = (entries: [number, number][], lower: number, upper: number) => {
    rows.push(entries);
    bounds.push([lower, upper]);
  };
  const columnsOf = (side: 0 | 1, value: number, weight: (point: number) => number) =>
    pairs.flatMap((pair, c): [number, number][] => (pair[side] === value ? [[c, weight(pair[0])]] : []));
  const one = () => 1;
  for (let i = 0; i < n; i++) add(columnsOf(0, i, one), 1, 1);
  for (const j of medians) {
    const load = columnsOf(1, j, (i) => demand[i]!);
    add([...load, [open.get(j)!, -capacity[j]!]], -Infinity, 0);
    if (least > 0) add([...load, [open.get(j)!, -least]], 0, Infinity);
  }
  pairs.forEach(([, j], c) => {
    const onlyIfOpen: [number, number][] = [
      [c, 1],
      [open.get(j)!, -1]
    ];
    add(onlyIfOpen, -Infinity, 0);
  });
  const chosen = medians.map((j): [number, number] => [open.get(j)!, 1]);
  add(chosen, p, p);

  const model: LinearModel = {
    sense: 'min',
    cost: Float64Array.from({ length: size }, (_, c) => {
      const pair = pairs[c];
      return pair ? distance[pair[0] * n + pair[1]]! : 0;
    }),
    lower: new Float64Array(size),
    upper: new Float64Array(size).fill(1),
    rowLower: Float64Array.from(bounds, ([lower]) => lower),
    rowUpper: Float64Array.from(bounds, ([, upper]) => upper),
    rows: sparseRows(rows),
    integer: new Uint8Array(size).fill(1)
  };
  return {
    model,
    pointOf({ assignment, medians: used }) {
      const x = new Float64Array(size);
      pairs.forEach(([i, j], c) => (x[c] = assignment[i] === j ? 1 : 0));
      for (const j of used) x[open.get(j)!] = 1;
      return x;
    },
    planOf(x) {
      const assignment = new Int32Array(n);
      pairs.forEach(([i, j], c) => x[c]! > 0.5 && (assignment[i] = j));
      return assignment;
    }
  };
}
