// The least tolerance under which a plan exists.
import type { LinearSolver } from '../../../model/linear.ts';
import type { Rule } from '../../../model/plan.ts';
import type { Band, Problem } from '../problem/compile-problem.ts';
import { isBand, planOf, rowsOf, type ExtraColumn } from '../problem/formulation.ts';
import { openConnected } from './connected-model.ts';

export interface MinimumTolerance {
  tolerance: number;
  coordinatorTolerance: number;
  /** A plan within them. */
  plan: Int32Array;
  /** No plan has smaller ones, to a hundredth of a percent. */
  proven: boolean;
}

/** No plan: the other rules leave none (`proven`), or time was too short for one. */
export interface NoTolerance {
  plan: null;
  proven: boolean;
}

/** Tolerances are given to a hundredth of a percent, rounded up. */
const STEPS = 1e4;
/** Relative gap of the search. */
const CLOSE = 1e-9;

const roundedUp = (share: number) => Math.ceil(share * STEPS - 1e-6) / STEPS;

/** Load and target of a band in a plan; a target of hours is its share of the plan's own total. */
function loadOf({ n, m }: Problem, band: Band, plan: ArrayLike<number>): { load: number; target: number } {
  let [load, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (plan[i]! < 0) continue;
    const weight = band.weight[i * m + plan[i]!]!;
    total += weight;
    if (band.members.includes(plan[i]!)) load += weight;
  }
  return { load: load + (band.held ?? 0), target: band.share * (total + (band.heldByAll ?? 0)) };
}

/** Largest relative deviation of the bands of one kind. */
function deviationOf(problem: Problem, kind: Rule['rule'], plan: ArrayLike<number>): number {
  const deviations = problem.bands
    .filter(({ rule }) => rule.rule === kind)
    .map((band) => loadOf(problem, band, plan))
    .map(({ load, target }) => (target === 0 ? (load > 0 ? Infinity : 0) : Math.abs(load / target - 1)));
  return Math.max(0, ...deviations);
}

/**
 * Widens both tolerances as little as possible (their sum), from what they are. Bands of hours are approximated around the total of the
 * nearest referents, then measured on the plan found: nothing is proven of these.
 *
 * @param seconds at most; where they are too short for a proof, the result says so
 */
export function minimumTolerance(
  solver: LinearSolver,
  problem: Problem,
  seconds: number
): MinimumTolerance | NoTolerance {
  const { file, bands } = problem;
  const fixed = rowsOf(problem).filter(({ rule }) => !isBand(rule));
  const rows = [...fixed];
  const columns: (ExtraColumn & { entries: [number, number][] })[] = [0, 1].map(() => ({
    cost: 1,
    upper: Infinity,
    whole: false,
    entries: []
  }));
  for (const band of bands) {
    const own = band.rule.rule === 'tolerance';
    const tolerance = own ? file.tolerance : (file.coordinatorTolerance ?? 0);
    const entries: [number, number][] = [];
    let total = 0;
    for (let i = 0; i < problem.n; i++) {
      let least = Infinity;
      for (let j = 0; j < problem.m; j++) {
        if (problem.travel[i * problem.m + j] === Infinity) continue;
        least = Math.min(least, band.weight[i * problem.m + j]!);
        if (band.members.includes(j)) entries.push([i * problem.m + j, band.weight[i * problem.m + j]!]);
      }
      total += Number.isFinite(least) ? least : 0;
    }
    const target = band.share * (total + (band.heldByAll ?? 0));
    const held = band.held ?? 0;
    const column = columns[own ? 0 : 1]!;
    column.entries.push([rows.length, target], [rows.length + 1, -target]);
    const { rule } = band;
    rows.push({ rule, entries, lower: (1 - tolerance) * target - held, upper: Infinity });
    rows.push({ rule, entries, lower: -Infinity, upper: (1 + tolerance) * target - held });
  }
  const model = openConnected(solver, problem, rows, { extra: columns, costs: false });
  try {
    const { x, status, bound } = model.solve({ seconds, gap: CLOSE });
    if (!x) return { plan: null, proven: status === 'infeasible' };
    const plan = planOf(problem, x);
    const asked = { tolerance: file.tolerance, coordinatorTolerance: file.coordinatorTolerance ?? 0 };
    const needed = (kind: keyof typeof asked) => Math.max(asked[kind], deviationOf(problem, kind, plan));
    const kinds = ['tolerance', 'coordinatorTolerance'] as const;
    const widened = kinds.reduce((sum, kind) => sum + needed(kind) - asked[kind], 0);
    const exact = bands.every(({ relativeTolerance }) => relativeTolerance === undefined);
    return {
      plan,
      tolerance: Math.max(asked.tolerance, roundedUp(needed('tolerance'))),
      coordinatorTolerance: Math.max(asked.coordinatorTolerance, roundedUp(needed('coordinatorTolerance'))),
      proven: widened < 1 / STEPS || (exact && bound !== null && widened - bound < 1 / STEPS)
    };
  } finally {
    model.dispose();
  }
}
