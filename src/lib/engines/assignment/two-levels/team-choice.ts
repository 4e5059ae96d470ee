// Both levels in one model when coordinators are alike: a column for each team that could stand under one of them.
import type { Measure } from '../../../model/plan.ts';
import type { ExtraColumn, RuleRow } from '../problem/formulation.ts';
import type { Grouping } from '../problem/groupings.ts';
import { bounds, type Problem } from '../problem/problem.ts';

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

/** Most of `value` that fits in `room` minutes when units may be cut: what a team could have at the very most. */
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
 * Teams, and the rows that hold when one is chosen: its sums lie in their bands. What a row is loosened by when the team is not
 * chosen is no more than the referents' own bands allow, so that the relaxation stays close.
 */
export function teamChoice(problem: Problem, rules: TeamRules): TeamChoice {
  const { n, m, workload, file } = problem;
  const total = workload.reduce((sum, one) => sum + one, 0);
  const own = problem.bands.filter(({ rule }) => rule.rule === 'tolerance');
  // Hours follow the plan's own total: their bands say nothing of the workload alone.
  const loose = problem.soft || own.some(({ around }) => around !== undefined);
  const values = rules.measures.map((measure) => Float64Array.from(file.units, (unit) => unit[measure] ?? 0));
  const shares = values.map((list) => list.reduce((sum, one) => sum + one, 0));
  const teams: number[][] = [];
  const rows: RuleRow[] = [];
  const entriesOf: [number, number][][] = [];

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
      const rule = { rule: 'coordinatorTolerance', coordinator: '', measure: 'workload' } as const;
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
  const rule = { rule: 'coordinatorTolerance', coordinator: '', measure: 'workload' } as const;
  for (let j = 0; j < m; j++) {
    teams.forEach((team, t) => team.includes(j) && entriesOf[t]!.push([rows.length, 1]));
    rows.push({ rule, entries: [], lower: 1, upper: 1 });
  }
  teams.forEach((_, t) => entriesOf[t]!.push([rows.length, 1]));
  rows.push({ rule, entries: [], lower: rules.coordinators, upper: rules.coordinators });
  const columns = entriesOf.map((entries) => ({ cost: 0, upper: 1, whole: true, entries }));
  return { teams, rows, columns };
}

/** Number of the team of each coordinator of a grouping, -1 where that team cannot be. */
export function teamsOf(teams: readonly (readonly number[])[], grouping: Grouping): number[] {
  const keys = new Map(teams.map((team, t) => [team.join(), t]));
  return [...new Set(grouping)].map((c) => {
    const team = grouping.flatMap((own, j) => (own === c ? [j] : []));
    return keys.get(team.join()) ?? -1;
  });
}
