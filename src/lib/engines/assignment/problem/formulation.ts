// The generalised assignment problem with load bands, as a mixed-integer linear model: each unit goes to one referent, the load of each
// referent (and coordinator) lies within its band, the sum of costs is least. x[i * m + j] is 1 when unit i goes to referent j.
import { sparseRows, type LinearModel } from '../../../model/linear.ts';
import type { Rule } from '../../../model/plan.ts';
import type { Band, Problem } from './compile-problem.ts';

/** One linear constraint: `lower <= sum of value * x[column] <= upper`. */
export interface RuleRow {
  rule: Rule;
  entries: [column: number, value: number][];
  lower: number;
  upper: number;
}

const entriesOf = (...entries: RuleRow['entries']) => entries;

/** Price of a minute (or pupil, or meeting) outside a band with `soft`, tenths of a minute: more than a plan can save by it. */
export const SOFT_PRICE = 1000;

/** Whether a rule is a band of loads: what `soft` prices instead of forbidding. */
export const isBand = ({ rule }: Rule): boolean => rule === 'tolerance' || rule === 'coordinatorTolerance';

/** Whether referent j can reach unit i. */
export const isOpen = ({ travel, m }: Problem, i: number, j: number): boolean =>
  travel[i * m + j] !== Infinity;

/** Every rule as rows, sectors in one piece apart (see `openConnected`). A unit has no entry for a referent that cannot reach it. */
export function rowsOf(problem: Problem): RuleRow[] {
  const { n, m, units, referents } = problem;
  const rows: RuleRow[] = [];
  const open = (i: number, j: number) => isOpen(problem, i, j);
  const all = Array.from({ length: m }, (_, j) => j);
  const add = (rule: Rule, entries: RuleRow['entries'], lower: number, upper: number) =>
    void rows.push({ rule, entries: entries.filter(([, value]) => value !== 0), lower, upper });

  for (let i = 0; i < n; i++) {
    const entries = all.filter((j) => open(i, j)).map((j) => [i * m + j, 1] as [number, number]);
    add({ rule: 'assigned', unit: units[i]! }, entries, problem.unassigned.has(i) ? 0 : 1, 1);
  }
  for (const band of problem.bands) rows.push(...bandRows(problem, band));
  for (const [i, j] of problem.pins) {
    add({ rule: 'pin', unit: units[i]!, referent: referents[j]! }, [[i * m + j, 1]], 1, 1);
  }
  for (const [a, b] of problem.apart) {
    const rule: Rule = { rule: 'apart', units: [units[a]!, units[b]!] };
    for (const j of all) add(rule, entriesOf([a * m + j, 1], [b * m + j, 1]), 0, 1);
  }
  for (const [a, b] of problem.together) {
    const rule: Rule = { rule: 'together', units: [units[a]!, units[b]!] };
    for (const j of all) add(rule, entriesOf([a * m + j, 1], [b * m + j, -1]), 0, 0);
  }
  for (const [a, b] of problem.sameCoordinator) {
    const rule: Rule = { rule: 'sameCoordinator', units: [units[a]!, units[b]!] };
    for (const c of new Set(problem.coordinator)) {
      const team = all.filter((j) => problem.coordinator[j] === c);
      const side = (i: number, value: number) => team.map((j) => [i * m + j, value] as [number, number]);
      add(rule, [...side(a, 1), ...side(b, -1)], 0, 0);
    }
  }
  if (problem.cap !== null) {
    // Written as pupils who stay: equivalent, with fewer entries.
    const entries: RuleRow['entries'] = [];
    let followed = 0;
    for (let i = 0; i < n; i++) {
      if (problem.current[i] === -1) continue;
      followed += problem.pupils[i]!;
      entries.push([i * m + problem.current[i]!, problem.pupils[i]!]);
    }
    add({ rule: 'maxPupilsMoved', most: problem.cap }, entries, followed - problem.cap, Infinity);
  }
  return rows;
}

/** One row, or two where the bounds are relative to the plan's own total. */
function bandRows(problem: Problem, band: Band): RuleRow[] {
  const { rule, members, weight, lower, upper, share, relativeTolerance } = band;
  const { n, m } = problem;
  const inside = new Set(members);
  const entries = (factor: number): RuleRow['entries'] => {
    const list: RuleRow['entries'] = [];
    // Others than the members have an entry only where the bounds are relative to the total.
    const columns = factor === 0 ? [...inside].sort((a, b) => a - b) : Array.from({ length: m }, (_, j) => j);
    for (let i = 0; i < n; i++) {
      for (const j of columns) {
        const value = ((inside.has(j) ? 1 : 0) - factor) * weight[i * m + j]!;
        if (isOpen(problem, i, j) && value !== 0) list.push([i * m + j, value]);
      }
    }
    return list;
  };
  if (relativeTolerance === undefined) return [{ rule, entries: entries(0), lower, upper }];
  return [
    { rule, entries: entries((1 - relativeTolerance) * share), lower: 0, upper: Infinity },
    { rule, entries: entries((1 + relativeTolerance) * share), lower: -Infinity, upper: 0 }
  ];
}

/** A column beside the assignment: what a loosened row may miss its bounds by, and its price; or a choice between alternatives. */
export interface ExtraColumn {
  cost: number;
  upper: number;
  whole: boolean;
  /** [row, coefficient] */
  entries: readonly (readonly [number, number])[];
}

/** The model, excess and shortage priced where the problem is soft, sectors in one piece apart: what an outside solver is given to compare. */
export function linearModel(problem: Problem): LinearModel {
  const rows = rowsOf(problem);
  return modelOf(problem, rows, problem.soft ? softColumns(rows) : []);
}

/** A plan as a solution of `linearModel`. @param plan referent of each unit, -1 for none */
export function modelPoint(problem: Problem, plan: ArrayLike<number>): Float64Array {
  const rows = rowsOf(problem);
  return solutionPoint(problem, rows, problem.soft ? softColumns(rows) : [], plan);
}

/** Shortage and excess of each band, at the price of `soft`. */
export function softColumns(rows: readonly RuleRow[]): ExtraColumn[] {
  return rows.flatMap(({ rule, lower, upper }, r) =>
    isBand(rule)
      ? [1, -1]
          .filter((sign) => Number.isFinite(sign === 1 ? lower : upper))
          .map((sign) => ({ cost: SOFT_PRICE, upper: Infinity, whole: false, entries: [[r, sign]] as const }))
      : []
  );
}

/**
 * The linear model of rows and extra columns.
 *
 * @param costs false: the assignment costs nothing, only the extra columns count
 */
export function modelOf(
  problem: Problem,
  rows: readonly RuleRow[],
  extra: readonly ExtraColumn[] = [],
  costs = true
): LinearModel {
  const { n, m, travel, cost } = problem;
  const size = n * m;
  const columns = size + extra.length;
  const entries = rows.map((row) => [...row.entries]);
  extra.forEach((column, e) => {
    for (const [row, value] of column.entries) entries[row]!.push([size + e, value]);
  });
  const fill = (x: (at: number) => number, slack: (column: ExtraColumn) => number) =>
    Float64Array.from({ length: columns }, (_, at) => (at < size ? x(at) : slack(extra[at - size]!)));
  return {
    sense: 'min',
    cost: fill(
      (at) => (costs && travel[at] !== Infinity ? cost[at]! : 0),
      (column) => column.cost
    ),
    lower: new Float64Array(columns),
    upper: fill(
      (at) => (travel[at] === Infinity ? 0 : 1),
      (column) => column.upper
    ),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    rows: sparseRows(entries),
    integer: Uint8Array.from({ length: columns }, (_, at) => (at < size || extra[at - size]!.whole ? 1 : 0))
  };
}

/** Referent of each unit in a solution of the model, -1 for none. */
export function planOf({ n, m }: Problem, x: ArrayLike<number>): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => {
    for (let j = 0; j < m; j++) if (x[i * m + j]! > 0.5) return j;
    return -1;
  });
}

/** A plan as a solution of the model, its slack columns filled in. */
export function solutionPoint(
  problem: Problem,
  rows: readonly RuleRow[],
  extra: readonly ExtraColumn[],
  plan: ArrayLike<number>
): Float64Array {
  const size = problem.n * problem.m;
  const x = new Float64Array(size + extra.length);
  for (let i = 0; i < problem.n; i++) if (plan[i]! >= 0) x[i * problem.m + plan[i]!] = 1;
  extra.forEach(({ entries }, e) => {
    for (const [r, sign] of entries) {
      const row = rows[r]!;
      const load = row.entries.reduce((sum, [column, value]) => sum + value * x[column]!, 0);
      const missing = sign > 0 ? row.lower - load : load - row.upper;
      x[size + e] = Math.max(x[size + e]!, missing / Math.abs(sign));
    }
  });
  return x;
}
