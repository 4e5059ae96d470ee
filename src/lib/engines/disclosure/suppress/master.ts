// The master problem: the cheapest pattern that satisfies every cut added so far.
import { sparseRows, type LinearSolver, type Outcome, type SolveOptions } from '../../../model/linear.ts';
import { bridgeCuts, rowCuts, type Cut } from './cuts.ts';
import type { SuppressionProblem } from './suppression-problem.ts';

export interface SuppressionMaster {
  cuts: number;
  add(cuts: readonly Cut[]): void;
  /** The optimum of the linear relaxation, with its value per cell; null when infeasible. */
  relaxed(): { at: Float64Array; bound: number } | null;
  /** Cheapest integer pattern; `start` is a warm start. */
  whole(options: SolveOptions, start: Uint8Array | null): Outcome;
  /** Values of the master's columns, spread over all cells. */
  spread(x: Float64Array): Float64Array;
  dispose(): void;
}

export function openMaster(solver: LinearSolver, problem: SuppressionProblem): SuppressionMaster {
  const { free, weight, system } = problem;
  const column = new Map(free.map((cell, j) => [cell, j]));
  const bridges = bridgeCuts(problem).map(({ cell, others }): [number, number][] => [
    [column.get(cell)!, -1],
    ...others.map((other): [number, number] => [column.get(other)!, 1])
  ]);
  const integer = new Uint8Array(free.length).fill(1);
  const model = solver.open({
    sense: 'min',
    cost: Float64Array.from(free, (cell) => weight[cell]!),
    lower: new Float64Array(free.length),
    upper: new Float64Array(free.length).fill(1),
    rowLower: new Float64Array(bridges.length),
    rowUpper: new Float64Array(bridges.length).fill(Infinity),
    rows: sparseRows(bridges)
  });
  const known = new Set<string>();
  const master: SuppressionMaster = {
    cuts: 0,
    add(cuts) {
      const fresh = cuts.filter((cut) => {
        const key = `${cut.cells.join()};${cut.coefficients.map((c) => c.toFixed(4)).join()}`;
        return !known.has(key) && known.add(key);
      });
      if (fresh.length === 0) return;
      master.cuts += fresh.length;
      const rows = fresh.map((cut) =>
        cut.cells.map((cell, j): [number, number] => [column.get(cell)!, cut.coefficients[j]!])
      );
      model.addRows(
        sparseRows(rows),
        Float64Array.from(fresh, (cut) => cut.rhs),
        new Float64Array(fresh.length).fill(Infinity)
      );
    },
    relaxed() {
      model.setIntegers(null);
      const { x, objective } = model.solve();
      return x && objective !== null ? { at: master.spread(x), bound: objective } : null;
    },
    whole(options, start) {
      model.setIntegers(integer);
      if (start) model.setStart(Float64Array.from(free, (cell) => start[cell]!));
      return model.solve(options);
    },
    spread(x) {
      const at = new Float64Array(system.size);
      free.forEach((cell, j) => (at[cell] = x[j]!));
      return at;
    },
    dispose: () => model.dispose()
  };
  master.add(rowCuts(problem));
  return master;
}
