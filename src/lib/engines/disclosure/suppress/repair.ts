// Mends a pattern: for each open count, the cheapest way to let it move, whose cells are then hidden too.
import { sparseRows, type LinearSolver, type OpenModel } from '../../../model/linear.ts';
import { distance } from './cuts.ts';
import { checkPattern, lossOf, type Problem } from './problem.ts';
import type { Range } from '../attack/ranges.ts';
import type { Target } from '../rules.ts';

const MOVES = 1e-7;
/** Whole-number trouble that a fractional movement does not see: widen and try again, at most this often. */
const ROUNDS = 30;

export interface RepairOptions {
  stop?: () => boolean;
  /** A pattern that loses this much is of no interest. */
  below?: number;
  /** What the pattern leaves open, when that is known. */
  open?: readonly Range[];
}

/**
 * Hides more cells until every target is unsure. Per failing target and direction: a movement of the whole table that
 * keeps every sum, shifts the target by what is missing, and costs least over the cells still shown.
 *
 * @returns null when even hiding all that may be hidden does not do, or when it would lose `below` or more.
 */
export function repair(
  solver: LinearSolver,
  problem: Problem,
  pattern: Uint8Array,
  { stop = () => false, below = Infinity, open: known }: RepairOptions = {}
): Uint8Array | null {
  const { system, free, weight, truth } = problem;
  const hidden = Uint8Array.from(pattern);
  const model = openMovements(solver, problem);
  const shift = (target: Target, sense: 'min' | 'max'): boolean => {
    const by = distance(target, truth, sense) * (sense === 'max' ? 1 : -1);
    if (by === 0) return true;
    model.setCosts(
      Float64Array.from({ length: 2 * system.size }, (_, j) =>
        hidden[j >> 1] === 1 ? 1e-4 : weight[j >> 1]!
      )
    );
    const moved = model.solveShift(target, by);
    moved?.forEach((distance, cell) => {
      if (distance > MOVES && weight[cell]! > 0) hidden[cell] = 1;
    });
    return moved !== null;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const before = hidden.reduce((sum, flag) => sum + flag, 0);
    const open = round === 0 && known ? known : checkPattern(solver, problem, hidden).open;
    if (open.length === 0 || stop()) {
      model.dispose();
      return open.length === 0 ? hidden : null;
    }
    for (const range of open) {
      if (range.most < range.target.high) shift(range.target, 'max');
      if (range.least > range.target.low) shift(range.target, 'min');
    }
    if (lossOf(problem, hidden) >= below) break;
    if (hidden.reduce((sum, flag) => sum + flag, 0) > before) continue;
    const next = free.filter((cell) => hidden[cell] === 0).sort((a, b) => weight[a]! - weight[b]!)[0];
    if (next === undefined) break;
    hidden[next] = 1;
  }
  model.dispose();
  return null;
}

/** Movements of the table: a rise and a fall per cell, every sum kept, no count below zero. */
function openMovements(solver: LinearSolver, { system, truth, hidden, weight }: Problem) {
  const size = system.size;
  const rows = system.definitions.map(({ parent, children }) =>
    [[parent, 1] as const, ...children.map((child) => [child, -1] as const)].flatMap(
      ([cell, sign]): [number, number][] => [
        [2 * cell, sign],
        [2 * cell + 1, -sign]
      ]
    )
  );
  const stuck = (cell: number) => hidden[cell] === 0 && weight[cell] === 0;
  const upper = Float64Array.from({ length: 2 * size }, (_, j) => {
    const cell = j >> 1;
    if (stuck(cell)) return 0;
    return j % 2 === 0 ? Infinity : truth[cell]!;
  });
  const open: OpenModel = solver.open({
    sense: 'min',
    cost: new Float64Array(2 * size),
    lower: new Float64Array(2 * size),
    upper,
    rowLower: new Float64Array(rows.length),
    rowUpper: new Float64Array(rows.length),
    rows: sparseRows(rows)
  });
  /** Fixes the net movement of a form through its first cell's columns; the second cell stays put. */
  const force = (target: Target, by: number): number[] => {
    const { plus, minus } = target.form;
    const cell = minus ?? plus;
    const amount = minus === undefined ? by : -by;
    const used = amount > 0 ? 2 * cell : 2 * cell + 1;
    open.setBounds(used, Math.abs(amount), Math.abs(amount));
    open.setBounds(used ^ 1, 0, 0);
    const columns = [used, used ^ 1];
    if (minus !== undefined) {
      open.setBounds(2 * plus, 0, 0);
      open.setBounds(2 * plus + 1, 0, 0);
      columns.push(2 * plus, 2 * plus + 1);
    }
    return columns;
  };
  return {
    setCosts: (cost: Float64Array) => open.setCosts(cost),
    solveShift(target: Target, by: number): Float64Array | null {
      const columns = force(target, by);
      const { x } = open.solve();
      for (const column of columns) open.setBounds(column, 0, upper[column]!);
      if (!x) return null;
      return Float64Array.from({ length: size }, (_, cell) => Math.abs(x[2 * cell]! - x[2 * cell + 1]!));
    },
    dispose: () => open.dispose()
  };
}
