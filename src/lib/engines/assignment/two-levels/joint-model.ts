// Both levels in one model, for interchangeable coordinators: a column for each team that could stand under one of them.
import type { LinearSolver } from '../../../model/linear.ts';
import type { Measure } from '../../../model/plan.ts';
import { bounds, objectiveOf, type Problem } from '../problem/compile-problem.ts';
import { planOf, solutionPoint, rowsOf, type ExtraColumn, type RuleRow } from '../problem/formulation.ts';
import { openConnected } from '../search/connected-model.ts';
import { PROVEN, TINY } from '../search/solve.ts';
import type { Grouping } from './groupings.ts';

export interface TeamRules {
  measures: readonly Exclude<Measure, 'hours'>[];
  tolerance: number;
  coordinators: number;
  /** Pairs of units that must be under one coordinator. */
  whole: readonly (readonly [number, number])[];
}

export interface TeamChoice {
  /** Referents of each team that could stand under a coordinator. */
  teams: readonly (readonly number[])[];
  rows: readonly RuleRow[];
  /** One column a team, in order. */
  columns: readonly ExtraColumn[];
}

/** Most of `value` that fits in `room` minutes, by the fractional knapsack: an upper bound of what a team could have. */
function most(workload: Float64Array, value: Float64Array, room: number): number {
  const order = [...value.keys()].sort(
    (a, b) => value[b]! * workload[a]! - value[a]! * workload[b]! || a - b
  );
  let [left, sum] = [room, 0];
  for (const i of order) {
    const part = workload[i]! <= left ? 1 : left / workload[i]!;
    sum += part * value[i]!;
    left -= part * workload[i]!;
    if (left <= 0) break;
  }
  return sum;
}

/**
 * Teams, and the rows that hold when one is chosen: its sums lie in their bands. The big-M by which a row is loosened when its team is not
 * chosen is no more than the referents' own bands allow, so that the relaxation stays tight.
 */
export function teamChoice(problem: Problem, rules: TeamRules): TeamChoice {
  const { n, m, workload, file } = problem;
  const total = workload.reduce((sum, one) => sum + one, 0);
  const own = problem.bands.filter(({ rule }) => rule.rule === 'tolerance');
  // Bands of hours are relative to the plan's own total: they do not bound the workload alone.
  const loose = problem.soft || own.some(({ relativeTolerance }) => relativeTolerance !== undefined);
  const values = rules.measures.map((measure) => Float64Array.from(file.units, (unit) => unit[measure] ?? 0));
  const shares = values.map((list) => list.reduce((sum, one) => sum + one, 0));
  const teams: number[][] = [];
  const rows: RuleRow[] = [];
  const entriesOf: [number, number][][] = [];
  const rule = { rule: 'coordinatorTolerance', coordinator: '', measure: 'workload' } as const;

  for (let code = 1; code < 1 << m; code++) {
    const team = Array.from({ length: m }, (_, j) => j).filter((j) => (code >> j) & 1);
    if (team.length > m - rules.coordinators + 1) continue;
    const sum = (side: 'lower' | 'upper') => team.reduce((all, j) => all + (own[j]?.[side] ?? 0), 0);
    const room = Math.min(total, loose ? total : sum('upper'));
    const least = loose ? 0 : sum('lower');
    const reach = values.map((value, k) => ({
      high: most(workload, value, room),
      low: Math.max(0, shares[k]! - most(workload, value, total - least)),
      ...bounds(shares[k]! / rules.coordinators, rules.tolerance, value)
    }));
    if (reach.some(({ high, low, lower, upper }) => high < lower - 1e-6 || low > upper + 1e-6)) continue;
    const entries: [number, number][] = [];
    const side = (value: (i: number) => number) =>
      team.flatMap((j) => Array.from({ length: n }, (_, i): [number, number] => [i * m + j, value(i)]));
    const add = (row: Omit<RuleRow, 'rule'>, loosened: number) => {
      if (loosened !== 0) entries.push([rows.length, loosened]);
      rows.push({ rule, ...row, entries: row.entries.filter(([, value]) => value !== 0) });
    };
    reach.forEach(({ high, low, lower, upper }, k) => {
      const list = side((i) => values[k]![i]!);
      if (high > upper) add({ entries: list, lower: -Infinity, upper: high }, high - upper);
      if (low < lower) add({ entries: list, lower: low, upper: Infinity }, low - lower);
    });
    for (const [a, b] of rules.whole) {
      const list = side((i) => (i === a ? 1 : i === b ? -1 : 0));
      add({ entries: list, lower: -Infinity, upper: 1 }, 1);
      add({ entries: list, lower: -1, upper: Infinity }, -1);
    }
    teams.push(team);
    entriesOf.push(entries);
  }
  for (let j = 0; j < m; j++) {
    teams.forEach((team, t) => team.includes(j) && entriesOf[t]!.push([rows.length, 1]));
    rows.push({ rule, entries: [], lower: 1, upper: 1 });
  }
  teams.forEach((_, t) => entriesOf[t]!.push([rows.length, 1]));
  rows.push({ rule, entries: [], lower: rules.coordinators, upper: rules.coordinators });
  const columns = entriesOf.map((entries) => ({ cost: 0, upper: 1, whole: true, entries }));
  return { teams, rows, columns };
}

/** Index in `teams` of the team of each coordinator of a grouping, -1 where that team cannot be. */
export function teamsOf(teams: readonly (readonly number[])[], grouping: Grouping): number[] {
  const keys = new Map(teams.map((team, t) => [team.join(), t]));
  return [...new Set(grouping)].map((c) => {
    const team = grouping.flatMap((own, j) => (own === c ? [j] : []));
    return keys.get(team.join()) ?? -1;
  });
}

export interface JointOptions {
  seconds?: number;
  stop?: () => boolean;
  onBound?: (bound: number | null) => void;
  onPlan?: (assignment: Int32Array, grouping: Grouping) => void;
  start: { grouping: Grouping; assignment: Int32Array } | null;
}

export interface JointSolution {
  assignment: Int32Array | null;
  grouping: Grouping;
  bound: number | null;
  isInfeasible: boolean;
}

/**
 * Solves both levels at once over the teams that could be.
 *
 * @param problem the problem without coordinators
 */
export function solveJoint(
  solver: LinearSolver,
  problem: Problem,
  choice: TeamChoice,
  { seconds, stop, onBound, onPlan, start }: JointOptions
): JointSolution {
  const own = rowsOf(problem);
  const shifted = choice.columns.map((column) => ({
    ...column,
    entries: column.entries.map(([row, value]) => [own.length + row, value] as const)
  }));
  const rows = [...own, ...choice.rows];
  const size = problem.n * problem.m;
  const model = openConnected(solver, problem, rows, { extra: shifted });
  try {
    if (start) {
      const x = new Float64Array(size + shifted.length);
      x.set(solutionPoint(problem, own, [], start.assignment));
      for (const team of teamsOf(choice.teams, start.grouping)) x[size + team] = 1;
      model.setStart(x);
    }
    const groupingOf = (x: Float64Array): Grouping => {
      const grouping = new Array<number>(problem.m).fill(0);
      const chosen = choice.teams.filter((_, t) => x[size + t]! > 0.5);
      chosen.forEach((team, c) => team.forEach((j) => (grouping[j] = c)));
      return grouping;
    };
    const outcome = model.solve({
      gap: PROVEN,
      seconds: seconds === undefined ? undefined : Math.max(0.01, seconds),
      stop,
      onImproved: (x) => onPlan?.(planOf(problem, x), groupingOf(x)),
      onProgress: ({ bound }) => onBound?.(bound)
    });
    const { x, status } = outcome;
    const assignment = x ? planOf(problem, x) : null;
    const proven = status === 'optimal' && assignment ? objectiveOf(problem, assignment) : outcome.bound;
    return {
      assignment,
      grouping: x ? groupingOf(x) : [],
      bound: proven === null ? null : problem.whole ? Math.ceil(proven - TINY) : proven,
      isInfeasible: status === 'infeasible'
    };
  } finally {
    model.dispose();
  }
}
