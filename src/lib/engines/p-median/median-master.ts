// Choice of clusters among the columns known, as a linear programme: its prices, fractions and, in whole numbers, its plan.
import { sparseRows, type LinearModel, type LinearSolver, type OpenModel } from '../../model/linear.ts';
import type { MedianColumn } from './median-columns.ts';
import type { Cuts } from './median-cuts.ts';
import type { MedianPrices } from './median-pricing.ts';
import type { MedianProblem } from './median-problem.ts';

export interface MasterOptimum {
  objective: number;
  prices: MedianPrices;
  /** Profit above which a cluster of median j improves the choice. */
  needed(j: number): number;
  /** Fraction of each column. */
  weight: Float64Array;
}

/**
 * Dual of the choice of columns: a new column is a row of it, which a model takes without being built again. Variables: the price of each
 * point, the price of each median (once at most), the price of the number of medians, the price of each cut.
 */
export class MedianMaster {
  readonly columns: MedianColumn[];
  readonly #open: OpenModel;

  /** @param most price of a point that no column serves */
  constructor(
    solver: LinearSolver,
    readonly problem: MedianProblem,
    readonly cuts: Cuts,
    columns: readonly MedianColumn[],
    most: number
  ) {
    const { n, p } = problem;
    this.columns = [...columns];
    const size = 2 * n + 1 + cuts.triples.length;
    this.#open = solver.open({
      sense: 'max',
      cost: new Float64Array(size)
        .fill(-1)
        .fill(1, 0, n)
        .fill(-p, 2 * n, 2 * n + 1),
      lower: new Float64Array(size),
      upper: new Float64Array(size).fill(Infinity).fill(most, 0, n),
      ...this.#rows(columns),
      rows: sparseRows(columns.map((column) => this.#row(column)))
    });
  }

  #row({ median, points }: MedianColumn): [number, number][] {
    const { n } = this.problem;
    return [
      ...points.map((i): [number, number] => [i, 1]),
      [n + median, -1],
      [2 * n, -1],
      ...this.cuts.paidBy(points).map((s): [number, number] => [2 * n + 1 + s, -1])
    ];
  }

  #rows(columns: readonly MedianColumn[]) {
    const rowLower = new Float64Array(columns.length).fill(-Infinity);
    return { rowLower, rowUpper: Float64Array.from(columns, ({ cost }) => cost) };
  }

  add(columns: readonly MedianColumn[]): void {
    const { rowLower, rowUpper } = this.#rows(columns);
    this.#open.addRows(sparseRows(columns.map((column) => this.#row(column))), rowLower, rowUpper);
    this.columns.push(...columns);
  }

  /** @returns null when the time is up or the solver fails */
  solve(seconds?: number): MasterOptimum | null {
    const { n } = this.problem;
    const { status, x, objective, rowDual } = this.#open.solve({ seconds });
    if (status !== 'optimal' || !x || objective === null || !rowDual) return null;
    const positive = (from: number, to: number) => x.slice(from, to).map((one) => Math.max(0, one));
    return {
      objective,
      prices: { point: positive(0, n), cut: positive(2 * n + 1, x.length) },
      needed: (j) => x[n + j]! + x[2 * n]!,
      weight: rowDual
    };
  }

  dispose(): void {
    this.#open.dispose();
  }
}

/** The choice in whole numbers: columns that cover every point at the least cost. */
export function columnModel(
  { n, p }: MedianProblem,
  cuts: Cuts,
  columns: readonly MedianColumn[]
): LinearModel {
  const rows: [number, number][][] = Array.from({ length: 2 * n + 1 + cuts.triples.length }, () => []);
  columns.forEach(({ median, points }, c) => {
    for (const i of points) rows[i]!.push([c, 1]);
    rows[n + median]!.push([c, 1]);
    rows[2 * n]!.push([c, 1]);
    for (const s of cuts.paidBy(points)) rows[2 * n + 1 + s]!.push([c, 1]);
  });
  return {
    sense: 'min',
    cost: Float64Array.from(columns, ({ cost }) => cost),
    lower: new Float64Array(columns.length),
    upper: new Float64Array(columns.length).fill(1),
    rowLower: new Float64Array(rows.length).fill(1, 0, n),
    rowUpper: new Float64Array(rows.length)
      .fill(1)
      .fill(Infinity, 0, n)
      .fill(p, 2 * n, 2 * n + 1),
    rows: sparseRows(rows),
    integer: new Uint8Array(columns.length).fill(1)
  };
}

/** Median of each point under the columns chosen: of two that hold it, the nearer. */
export function planOfColumns(
  { n, distance }: MedianProblem,
  columns: readonly MedianColumn[],
  x: ArrayLike<number>
): Int32Array {
  const assignment = new Int32Array(n).fill(-1);
  columns.forEach(({ median, points }, c) => {
    if (x[c]! < 0.5) return;
    for (const i of points) {
      const now = assignment[i]!;
      if (now === -1 || distance[i * n + median]! < distance[i * n + now]!) assignment[i] = median;
    }
  });
  return assignment;
}
