// Why a unit is where it is: what the whole plan would cost if the unit went to another referent.
import type { LinearSolver } from '../../model/linear.ts';
import {
  compileProblem,
  namedAssignment,
  objectiveOf,
  type CompileOptions,
  type Problem,
  linearModel,
  solve,
  type AssignmentSearchOptions
} from '../assignment/index.ts';

/** What one unit with another referent costs. */
export interface ForcedPrice {
  referent: string;
  /** Lower bound of what forcing it there costs, tenths of a minute a week. */
  least: number;
  /** What it costs, by the best plan found; null when none keeps the rules, or none was found. */
  price: number | null;
  /** The price is exact; with a null price: no plan keeps the rules. */
  proven: boolean;
  /** unit -> referent of that plan. */
  assignment: Record<string, string> | null;
}

/**
 * Lower bounds of the price of each referent for one unit, by the relaxation: a few milliseconds each.
 *
 * @param objective that of the plan in hand
 * @returns tenths of a minute a week by referent; Infinity where no plan exists
 */
export function leastPrices(
  solver: LinearSolver,
  problem: Problem,
  unit: number,
  objective: number
): Float64Array {
  const { m } = problem;
  const data = linearModel(problem);
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
 * The price of each other referent for one unit, the cheapest bound first, each solved when it is asked for.
 *
 * @param plan referent of each unit
 * @param options `seconds` is the time for each referent
 * @param compile options that the problem was compiled with
 */
export function* forcedPrices(
  solver: LinearSolver,
  problem: Problem,
  plan: Int32Array,
  unit: number,
  options: Pick<AssignmentSearchOptions, 'seconds' | 'stop'> = {},
  compile: CompileOptions = {}
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
    const forced = compileProblem({ ...problem.file, pins: [...pins, [name, referent]] }, compile);
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
