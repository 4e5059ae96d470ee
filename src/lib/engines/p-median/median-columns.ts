// Clusters met so far, each with its median: the columns of a set-partitioning model.
import type { MedianPlan, MedianProblem } from './median-problem.ts';

export interface MedianColumn {
  median: number;
  /** In order. */
  points: readonly number[];
  cost: number;
}

/** Columns, each once. */
export class Columns {
  list: MedianColumn[] = [];
  readonly #known = new Set<string>();

  constructor(readonly problem: MedianProblem) {}

  /** @returns the column; null when it is known */
  add(median: number, points: readonly number[]): MedianColumn | null {
    const key = `${median}:${points.join(',')}`;
    if (this.#known.has(key)) return null;
    this.#known.add(key);
    const { n, distance } = this.problem;
    const cost = points.reduce((sum, i) => sum + distance[i * n + median]!, 0);
    const column = { median, points, cost };
    this.list.push(column);
    return column;
  }

  addPlan({ assignment, medians }: MedianPlan): void {
    for (const j of medians) {
      const points = [...assignment.keys()].filter((i) => assignment[i] === j);
      if (points.length > 0) this.add(j, points);
    }
  }

  /** Forgets the columns that fail the test; they may be met again. */
  keep(test: (column: MedianColumn) => boolean): void {
    this.list = this.list.filter((column) => {
      if (test(column)) return true;
      this.#known.delete(`${column.median}:${column.points.join(',')}`);
      return false;
    });
  }
}
