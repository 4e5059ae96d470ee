// Why this unit is here: what the whole plan would cost if it went to another referent.
import type { LinearSolver } from '../../../model/linear.ts';
import { modelOf, rowsOf, softColumns } from '../problem/formulation.ts';
import {
  namedAssignment,
  objectiveOf,
  problemOf,
  type Problem,
  type ProblemOptions
} from '../problem/problem.ts';
import { solve, type SolveOptions } from '../search/solve.ts';

export interface ForcedPrice {
  referent: string;
  /** Tenths of a minute a week that forcing it there costs at the very least. */
  least: number;
  /** What it costs, by the best plan found; null when none keeps the rules, or none was found. */
  price: number | null;
  /** The price is exact; with a null price: no plan keeps the rules. */
  proven: boolean;
  /** unit -> referent of that plan. */
  assignment: Record<string, string> | null;
}

/** Lower bounds by the relaxation, for all other referents, in milliseconds. `objective` is that of the plan in hand. */
export function leastPrices(
  solver: LinearSolver,
  problem: Problem,
  unit: number,
  objective: number
): Float64Array {
  const { m } = problem;
  const rows = rowsOf(problem);
  const data = modelOf(problem, rows, problem.soft ? softColumns(rows) : []);
  const model = solver.open(data);
  const least = new Float64Array(m);
  try {
    model.setIntegers(null);
    for (let j = 0; j < m; j++) {
      const column = unit * m + j;
      if (data.upper[column] === 0) {
        least[j] = Infinity;
        continue;
      }
      model.setBounds(column, 1, 1);
      const { status, objective: forced } = model.solve();
      const whole =
        forced === null ? -Infinity : problem.whole && !problem.soft ? Math.ceil(forced - 1e-4) : forced;
      least[j] = status === 'infeasible' ? Infinity : Math.max(0, whole - objective);
      model.setBounds(column, 0, 1);
    }
    return least;
  } finally {
    model.dispose();
  }
}

/**
 * The price of each other referent for one unit, the cheapest bound first; each is solved in turn, so that a page can show them as
 * they come.
 * @param seconds time for each
 */
export function* forcedPrices(
  solver: LinearSolver,
  problem: Problem,
  plan: Int32Array,
  unit: number,
  options: Pick<SolveOptions, 'seconds' | 'stop'> = {},
  compiling: ProblemOptions = {}
): Generator<ForcedPrice> {
  const objective = objectiveOf(problem, plan);
  const bounds = leastPrices(solver, problem, unit, objective);
  const others = problem.referents.map((_, j) => j).filter((j) => j !== plan[unit]);
  others.sort((a, b) => (bounds[a] === bounds[b] ? a - b : bounds[a]! - bounds[b]!));
  const name = problem.units[unit]!;
  for (const j of others) {
    const referent = problem.referents[j]!;
    if (bounds[j] === Infinity) {
      yield { referent, least: Infinity, price: null, proven: true, assignment: null };
      continue;
    }
    const pins = problem.file.pins.filter(([pinned]) => pinned !== name);
    const forced = problemOf({ ...problem.file, pins: [...pins, [name, referent]] }, compiling);
    const shifted = plan.slice();
    shifted[unit] = j;
    const found = solve(solver, forced, { effort: 150_000, from: shifted, ...options });
    const price = found.objective === null ? null : found.objective - objective;
    yield {
      referent,
      least: Math.max(bounds[j]!, (found.bound ?? -Infinity) - objective),
      price,
      proven: found.status === 'optimal' || found.status === 'infeasible',
      assignment: found.assignment ? namedAssignment(forced, found.assignment) : null
    };
  }
}
