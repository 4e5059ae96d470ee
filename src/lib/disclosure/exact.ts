// Optimal suppression by cutting planes: a master problem proposes a pattern, the attacker answers with cuts.
import { sparseRows, type LinearSolver, type OpenModel } from '../model/linear.ts';
import { bridgeCuts, cutsOf, rowCuts, type Cut } from './cuts.ts';
import { checkPattern, lossOf, type Problem } from './problem.ts';

export interface SuppressionProgress {
  /** Loss of the best safe pattern, null before there is one. */
  loss: number | null;
  /** No safe pattern loses less. */
  bound: number;
  gap: number | null;
  seconds: number;
}

export interface SuppressionOptions {
  seconds?: number;
  onProgress?: (progress: SuppressionProgress) => void;
  stop?: () => boolean;
  /** A safe pattern to start with. */
  start?: Uint8Array;
}

export interface Suppression {
  /** 1 where a cell is hidden; null when no safe pattern was found in time. */
  hidden: Uint8Array | null;
  status: 'optimal' | 'time-limit' | 'interrupted' | 'infeasible';
  loss: number | null;
  bound: number;
  gap: number | null;
  cuts: number;
  rounds: number;
  seconds: number;
  /** Counts that cannot be protected even when all that may be hidden is: their cells. */
  stuck: number[];
}

const BATCH = 400;

/**
 * Hides a set of cells of least total weight such that every target stays unsure.
 *
 * Cuts and separation after Fischetti and Salazar (2001). The proof of optimality is the master's own bound: the loop
 * ends when the master's optimum is itself safe.
 */
export function suppressExactly(
  solver: LinearSolver,
  problem: Problem,
  options: SuppressionOptions = {}
): Suppression {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const limit = options.seconds ?? Infinity;
  const { free, weight } = problem;
  let best = options.start ?? null;
  let loss = best ? lossOf(problem, best) : null;
  let bound = 0;
  let rounds = 0;
  const { master, addCuts, count } = openMaster(solver, problem);

  const result = (status: Suppression['status'], stuck: number[] = []): Suppression => {
    master.dispose();
    return {
      hidden: best,
      status,
      loss,
      bound,
      gap: gap(loss, bound),
      cuts: count(),
      rounds,
      seconds: elapsed(),
      stuck
    };
  };

  for (;;) {
    rounds++;
    if (options.stop?.()) return result('interrupted');
    if (elapsed() >= limit) return result('time-limit');
    const answer = master.solve({
      ...(Number.isFinite(limit) && { seconds: Math.max(0.05, limit - elapsed()) }),
      ...(options.stop && { stop: options.stop })
    });
    if (answer.bound !== null) bound = Math.max(bound, Math.ceil(answer.bound - 1e-4));
    if (answer.status === 'infeasible') return result('infeasible', stuckTargets(solver, problem));
    if (!answer.x) return result(answer.status === 'interrupted' ? 'interrupted' : 'time-limit');
    const hidden = Uint8Array.from(problem.hidden);
    free.forEach((cell, j) => (hidden[cell] = answer.x![j]! > 0.5 ? 1 : 0));
    const { open } = checkPattern(solver, problem, hidden);
    const proposed = lossOf(problem, hidden);
    if (open.length === 0 && (loss === null || proposed < loss)) [best, loss] = [hidden, proposed];
    options.onProgress?.({ loss, bound, gap: gap(loss, bound), seconds: elapsed() });
    if (loss !== null && bound >= loss) return result('optimal');
    if (open.length === 0 && answer.status !== 'optimal') return result('time-limit');
    if (open.length > 0) {
      const cuts = cutsOf(problem, hidden, open);
      if (cuts.length === 0 || cuts.some((cut) => cut.cells.length === 0))
        return result('infeasible', stuckTargets(solver, problem));
      addCuts(cuts.slice(0, BATCH));
    }
  }
  function stuckTargets(by: LinearSolver, { system }: Problem): number[] {
    const all = Uint8Array.from(problem.hidden);
    for (const cell of free) all[cell] = 1;
    return checkPattern(by, problem, all)
      .open.map(({ target }) => target.form.minus ?? target.form.plus)
      .filter((cell) => cell < system.size);
  }
  function openMaster(
    by: LinearSolver,
    { system }: Problem
  ): { master: OpenModel; addCuts(cuts: readonly Cut[]): void; count(): number } {
    const column = new Map(free.map((cell, j) => [cell, j]));
    const bridges = bridgeCuts(problem).map(({ cell, others }): [number, number][] => [
      [column.get(cell)!, -1],
      ...others.map((other): [number, number] => [column.get(other)!, 1])
    ]);
    const model = by.open({
      sense: 'min',
      cost: Float64Array.from(free, (cell) => weight[cell]!),
      lower: new Float64Array(free.length),
      upper: new Float64Array(free.length).fill(1),
      rowLower: new Float64Array(bridges.length),
      rowUpper: new Float64Array(bridges.length).fill(Infinity),
      rows: sparseRows(bridges),
      integer: new Uint8Array(free.length).fill(1)
    });
    let added = system.size * 0;
    const add = (cuts: readonly Cut[]) => {
      added += cuts.length;
      const rows = cuts.map((cut) =>
        cut.cells.map((cell, j): [number, number] => [column.get(cell)!, cut.coefficients[j]!])
      );
      model.addRows(
        sparseRows(rows),
        Float64Array.from(cuts, (cut) => cut.rhs),
        new Float64Array(cuts.length).fill(Infinity)
      );
    };
    add(rowCuts(problem));
    return { master: model, addCuts: add, count: () => added };
  }
}

const gap = (loss: number | null, bound: number): number | null =>
  loss === null ? null : loss === 0 ? 0 : Math.max(0, (loss - bound) / loss);
