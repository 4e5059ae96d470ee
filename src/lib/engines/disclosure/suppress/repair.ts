// Repairs an unsafe pattern: for each open count, suppresses the cells of the cheapest movement that widens its interval enough.
import { sparseRows, type LinearSolver, type OpenModel } from '../../../model/linear.ts';
import { requiredShift } from './cuts.ts';
import { checkPattern, informationLoss, type SuppressionProblem } from './suppression-problem.ts';
import type { FeasibilityInterval } from '../attack/feasibility-intervals.ts';
import type { ProtectionTarget } from '../rules.ts';

const MOVEMENT_TOLERANCE = 1e-7;
/** Rounds; several are needed because a fractional movement ignores integrality. */
const ROUNDS = 30;

export interface PatternRepairOptions {
  stop?: () => boolean;
  /** Give up when the loss reaches this. */
  below?: number;
  /** Open counts of the pattern, when known already. */
  open?: readonly FeasibilityInterval[];
}

/**
 * Suppresses more cells until every target is protected. For each failing target and direction: a movement of the table that keeps
 * every sum, shifts the target by what is missing, and costs least over the published cells.
 *
 * @returns null when full suppression is not enough, when stopped, or when the loss reaches `below`
 */
export function repair(
  solver: LinearSolver,
  problem: SuppressionProblem,
  start: Uint8Array,
  { stop = () => false, below = Infinity, open: known }: PatternRepairOptions = {}
): Uint8Array | null {
  const { system, free, weight, truth } = problem;
  const pattern = Uint8Array.from(start);
  let targets: readonly ProtectionTarget[] = problem.targets;
  const model = openMovementModel(solver, problem);
  const shift = (target: ProtectionTarget, sense: 'min' | 'max'): boolean => {
    const by = requiredShift(target, truth, sense) * (sense === 'max' ? 1 : -1);
    if (by === 0) return true;
    model.setCosts(
      Float64Array.from({ length: 2 * system.size }, (_, j) =>
        pattern[j >> 1] === 1 ? 1e-4 : weight[j >> 1]!
      )
    );
    const moved = model.solveShift(target, by);
    moved?.forEach((distance, cell) => {
      if (distance > MOVEMENT_TOLERANCE && weight[cell]! > 0) pattern[cell] = 1;
    });
    return moved !== null;
  };
  for (let round = 0; round < ROUNDS; round++) {
    const before = pattern.reduce((sum, flag) => sum + flag, 0);
    const open = round === 0 && known ? known : checkPattern(solver, { ...problem, targets }, pattern).open;
    // More cells are suppressed from here on: what is protected stays so, by the same tables.
    targets = open.map(({ target }) => target);
    if (open.length === 0 || stop()) {
      model.dispose();
      return open.length === 0 ? pattern : null;
    }
    for (const range of open) {
      if (range.most < range.target.high) shift(range.target, 'max');
      if (range.least > range.target.low) shift(range.target, 'min');
    }
    if (informationLoss(problem, pattern) >= below) break;
    if (pattern.reduce((sum, flag) => sum + flag, 0) > before) continue;
    const next = free.filter((cell) => pattern[cell] === 0).sort((a, b) => weight[a]! - weight[b]!)[0];
    if (next === undefined) break;
    pattern[next] = 1;
  }
  model.dispose();
  return null;
}

/** The model of movements: a rise and a fall per cell, every sum kept, no count below zero. */
function openMovementModel(solver: LinearSolver, { system, truth, primary, weight }: SuppressionProblem) {
  const size = system.size;
  const rows = system.definitions.map(({ parent, children }) =>
    [[parent, 1] as const, ...children.map((child) => [child, -1] as const)].flatMap(
      ([cell, sign]): [number, number][] => [
        [2 * cell, sign],
        [2 * cell + 1, -sign]
      ]
    )
  );
  const fixed = (cell: number) => primary[cell] === 0 && weight[cell] === 0;
  const upper = Float64Array.from({ length: 2 * size }, (_, j) => {
    const cell = j >> 1;
    if (fixed(cell)) return 0;
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
  /**
   * Fixes the net movement of a form by the columns of one cell; the other cell of a difference is fixed at 0. What is left of a whole
   * rises by its part, down to zero, else by the whole.
   */
  const force = (target: ProtectionTarget, by: number): number[] => {
    const { plus, minus } = target.form;
    const isByPart = minus !== undefined && !fixed(minus) && by <= truth[minus]!;
    const cell = isByPart ? minus : plus;
    const amount = isByPart ? -by : by;
    const used = amount > 0 ? 2 * cell : 2 * cell + 1;
    open.setBounds(used, Math.abs(amount), Math.abs(amount));
    open.setBounds(used ^ 1, 0, 0);
    const columns = [used, used ^ 1];
    for (const still of minus === undefined ? [] : [isByPart ? plus : minus]) {
      open.setBounds(2 * still, 0, 0);
      open.setBounds(2 * still + 1, 0, 0);
      columns.push(2 * still, 2 * still + 1);
    }
    return columns;
  };
  return {
    setCosts: (cost: Float64Array) => open.setCosts(cost),
    solveShift(target: ProtectionTarget, by: number): Float64Array | null {
      const columns = force(target, by);
      const { x } = open.solve();
      for (const column of columns) open.setBounds(column, 0, upper[column]!);
      if (!x) return null;
      return Float64Array.from({ length: size }, (_, cell) => Math.abs(x[2 * cell]! - x[2 * cell + 1]!));
    },
    dispose: () => open.dispose()
  };
}
