// The years of a route taken together, openings and bases given: what no assignment of all of them can beat.
import { sparseRows, type LinearSolver } from '../../model/linear.ts';
import type { ProblemFile } from '../../model/plan.ts';
import {
  assignmentOf,
  compileProblem,
  linearModel,
  modelPoint,
  PROVEN,
  type Problem
} from '../assignment/index.ts';
import type { CoupledBound, RouteYearPlan } from './route-file.ts';

/** Tolerance on objectives. */
const TINY = 1e-4;

export interface CoupledOptions {
  seconds: number;
  stop?: () => boolean;
  onProgress?: (progress: CoupledBound) => void;
}

/** A year in the model of all: its own problem, its columns, and what a change from the year before costs. */
interface Block {
  problem: Problem;
  /** Its first column. */
  from: number;
  columns: number;
}

/**
 * Bounds the sum of the years' objectives. Where changes of referent cost nothing and are not capped, the years are independent and their
 * own bounds add up. Elsewhere one model holds them all: x[i, j, t], and d[i, j, t] >= x[i, j, t-1] - x[i, j, t] at the price of the
 * pupils who leave j. Sectors in one piece are left out of it: the bound stands without.
 *
 * @param files the split problem of each year, as its plan was solved
 * @param plans a plan for every year
 */
export function coupledBound(
  solver: LinearSolver,
  files: readonly ProblemFile[],
  plans: readonly RouteYearPlan[],
  options: CoupledOptions
): CoupledBound {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const objective = plans.reduce((sum, { objective: own, penalty = 0 }) => sum + own! + penalty, 0);
  const isWhole = files.every((file) => !file.soft && compileProblem(file).whole);
  let bound = -Infinity;
  let best: number | null = null;
  const told = (): CoupledBound => {
    const least = Math.min(objective, best ?? Infinity);
    const known = Number.isFinite(bound) ? Math.min(bound, least) : null;
    const gap = known === null ? null : Math.max(0, objective - known) / Math.max(1, objective);
    const proven = known !== null && known >= least - Math.max(TINY, PROVEN * Math.abs(least));
    const status = known === null ? 'unknown' : proven ? 'optimal' : 'feasible';
    return { status, objective, bound: known, gap, best, seconds: seconds() };
  };
  const { stability, maxPupilsMoved } = files[0]!;
  if (stability === 0 && maxPupilsMoved === null) {
    const own = plans.map(({ bound: least, penalty = 0 }) => (least === null ? -Infinity : least + penalty));
    bound = own.reduce((sum, one) => sum + one, 0);
    return told();
  }
  const { model, start, size, whole } = openCoupled(solver, files, plans);
  const raise = (value: number | null) => {
    if (value === null) return;
    const rounded = isWhole ? Math.ceil(value - TINY) : value;
    if (rounded > bound) bound = rounded;
  };
  const improve = (value: number | null, contiguous: boolean) => {
    if (value === null || contiguous || value >= Math.min(objective, best ?? Infinity) - TINY) return;
    best = value;
  };
  const apart = files.some(({ contiguous }) => contiguous);
  try {
    if (start.length !== size) throw new Error('a start of another size than the model');
    model.setIntegers(null);
    const relaxed = model.solve({ seconds: options.seconds });
    if (relaxed.status === 'optimal') raise(relaxed.objective);
    options.onProgress?.(told());
    if (told().status === 'optimal' || options.stop?.()) return told();
    model.setIntegers(whole);
    model.setStart(start);
    const outcome = model.solve({
      seconds: Math.max(0.05, options.seconds - seconds()),
      gap: PROVEN,
      stop: options.stop,
      onImproved: (_, value) => improve(value, apart),
      onProgress: ({ bound: least }) => {
        raise(least);
        options.onProgress?.(told());
      }
    });
    improve(outcome.objective, apart);
    raise(outcome.bound);
    return told();
  } finally {
    model.dispose();
  }
}

function openCoupled(solver: LinearSolver, files: readonly ProblemFile[], plans: readonly RouteYearPlan[]) {
  const blocks: Block[] = [];
  const costs: number[] = [];
  const upper: number[] = [];
  const integer: number[] = [];
  const rows: [number, number][][] = [];
  const rowLower: number[] = [];
  const rowUpper: number[] = [];
  const start: number[] = [];
  const add = (entries: [number, number][], least: number, most: number) => {
    rows.push(entries);
    rowLower.push(least);
    rowUpper.push(most);
  };
  files.forEach((file, t) => {
    // The first year changes from today, which is given; later ones from a plan that the model chooses.
    const free = t > 0 ? { ...file, stability: 0, maxPupilsMoved: null } : file;
    const problem = compileProblem(free);
    const model = linearModel(problem);
    const from = costs.length;
    const columns = model.cost.length;
    costs.push(...model.cost);
    upper.push(...model.upper);
    integer.push(...model.integer!);
    const { starts, columns: at, values } = model.rows;
    for (let r = 0; r + 1 < starts.length; r++) {
      const entries: [number, number][] = [];
      for (let k = starts[r]!; k < starts[r + 1]!; k++) entries.push([from + at[k]!, values[k]!]);
      add(entries, model.rowLower[r]!, model.rowUpper[r]!);
    }
    start.push(...modelPoint(problem, assignmentOf(problem, plans[t]!.assignment)));
    const block = { problem, from, columns };
    const before = blocks.at(-1);
    blocks.push(block);
    if (before) addChanges(before, block, file);
  });
  const size = costs.length;
  const whole = Uint8Array.from(integer);
  const model = solver.open({
    sense: 'min',
    cost: Float64Array.from(costs),
    lower: new Float64Array(size),
    upper: Float64Array.from(upper),
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    rows: sparseRows(rows),
    integer: whole
  });
  return { model, start: Float64Array.from(start), size, whole };

  /** Columns of the changes between two years, and the cap on their pupils. */
  function addChanges(before: Block, now: Block, { stability, maxPupilsMoved }: ProblemFile): void {
    const unitAt = new Map(before.problem.units.map((id, i) => [id, i]));
    const referentAt = new Map(before.problem.referents.map((id, j) => [id, j]));
    const moved: [number, number][] = [];
    now.problem.units.forEach((unit, i) => {
      const i0 = unitAt.get(unit);
      const pupils = now.problem.pupils[i]!;
      if (i0 === undefined || pupils === 0) return;
      now.problem.referents.forEach((referent, j) => {
        const j0 = referentAt.get(referent);
        if (j0 === undefined) return;
        const was = before.from + i0 * before.problem.m + j0;
        const is = now.from + i * now.problem.m + j;
        if (upper[was] === 0) return;
        const column = costs.length;
        costs.push(stability * pupils);
        upper.push(1);
        integer.push(0);
        start.push(Math.max(0, start[was]! - start[is]!));
        add([[column, 1], [was, -1], [is, 1]], 0, Infinity); // prettier-ignore
        moved.push([column, pupils]);
      });
    });
    if (maxPupilsMoved !== null) add(moved, -Infinity, maxPupilsMoved);
  }
}
