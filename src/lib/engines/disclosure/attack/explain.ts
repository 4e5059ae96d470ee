// Explains a disclosed count by the fewest additions and subtractions of published sums that prove its bound.
import { sparseRows, type LinearSolver } from '../../../model/linear.ts';
import { costsOf, type AttackerModel, type CountBounds, type LinearForm } from './attacker-model.ts';
import type { LinkedCounts, Sum } from '../table-system.ts';

/** One additivity constraint used: the parent equals the sum of its children. */
export interface DeductionStep {
  /** How often the sum is added (negative: subtracted). */
  times: number;
  parent: string[];
  children: string[][];
}

export interface Explanation {
  sense: 'min' | 'max';
  /** The bound that the steps prove. */
  bound: number;
  steps: DeductionStep[];
  /** bound = sum of coefficient x published count. */
  terms: { names: string[]; coefficient: number; value: number }[];
  /** Tags of the figures told outside cubes that the bound rests on. */
  heard: string[];
}

const TINY = 1e-7;

/**
 * Multipliers of the sums, of least total size, that prove `form <= bound` (or `>=`): a Farkas certificate in which
 * suppressed cells can only make the count smaller (larger), or are held by a bound that is told.
 *
 * @param heard tags of the figures that the attacker has read
 * @returns null when no linear combination of sums proves it (integrality alone does)
 */
export function explain(
  solver: LinearSolver,
  system: LinkedCounts,
  attack: AttackerModel,
  bounds: CountBounds,
  form: LinearForm,
  sense: 'min' | 'max',
  bound: number,
  heard: ReadonlySet<string> = new Set()
): Explanation | null {
  const sign = sense === 'max' ? 1 : -1;
  const goal = new Map([...costsOf(form)].map(([cell, times]) => [cell, sign * times]));
  const groups = new Set([...goal.keys()].map((cell) => attack.groupOf[cell]!).filter((g) => g >= 0));
  const inGroup = (cell: number) => groups.has(attack.groupOf[cell]!);
  const sums = system.sums.filter(({ parent, children }) => inGroup(parent) || children.some(inGroup));

  const { columns, touched } = entriesOf(sums, goal);
  // Variables: the multiplier of each sum, as plus and minus parts. Residual at a cell: goal - sum of multiplier x entry.
  const rows: [number, number][][] = [];
  const rowLower: number[] = [];
  const proves: [number, number][] = [];
  const count = 2 * sums.length;
  /** Cells whose upper end is told: what is left of them costs that end. */
  const capped: number[] = [];
  let known = 0;
  for (const [cell, entries] of touched) {
    const price = bounds.lower[cell]!;
    const want = goal.get(cell) ?? 0;
    known += want * price;
    for (const [s, value] of entries) proves.push([2 * s, -value * price], [2 * s + 1, value * price]);
    if (!inGroup(cell)) continue;
    const row = entries.flatMap(([s, value]): [number, number][] => [
      [2 * s, value],
      [2 * s + 1, -value]
    ]);
    if (Number.isFinite(bounds.upper[cell]!)) {
      const column = count + capped.push(cell) - 1;
      row.push([column, 1]);
      proves.push([column, bounds.upper[cell]! - price]);
    }
    rows.push(row);
    rowLower.push(want);
  }
  rows.push(summed(proves));
  const tagsAt = (cell: number) =>
    (system.listed[cell]?.known ?? []).flatMap(({ tag }) => (heard.has(tag) ? [tag] : []));
  const size = count + capped.length;
  const cost = Float64Array.from({ length: size }, (_, j) =>
    j < count ? 1 + (columns[j >> 1]!.length - 1) / 1000 : 1 / 1000
  );
  const isHeard = size === 0 && [...goal.keys()].some((cell) => tagsAt(cell).length > 0);
  const x = isHeard ? cost : leastMultipliers(solver, cost, rows, rowLower, sign * bound + 1e-6 - known);
  if (!x) return null;

  const timesOf = (j: number) => x[2 * j]! - x[2 * j + 1]!;
  const left = leftOf(goal, columns, timesOf);
  const steps = sums.flatMap((sum, j): DeductionStep[] =>
    Math.abs(timesOf(j)) < TINY
      ? []
      : [
          {
            times: sign * timesOf(j),
            parent: system.names(sum.parent),
            children: sum.children.map(system.names)
          }
        ]
  );
  const used = [...left].filter(([, value]) => Math.abs(value) > TINY);
  const endOf = (cell: number, value: number) =>
    (inGroup(cell) && value > 0 ? bounds.upper : bounds.lower)[cell]!;
  const terms = used
    .map(([cell, value]) => ({
      names: system.names(cell),
      coefficient: sign * value,
      value: endOf(cell, value)
    }))
    .filter(({ value }) => value > 0);
  const total = terms.reduce((sum, { coefficient, value }) => sum + coefficient * value, 0);
  const tags = used.flatMap(([cell]) => tagsAt(cell));
  return { sense, bound: Math.round(total * 1e6) / 1e6, steps, terms, heard: tags };
}

/** @param limit of the last row; the others have a lower end only */
function leastMultipliers(
  solver: LinearSolver,
  cost: Float64Array,
  rows: readonly Entries[],
  rowLower: readonly number[],
  limit: number
): Float64Array | null {
  const model = solver.open({
    sense: 'min',
    cost,
    lower: new Float64Array(cost.length),
    upper: new Float64Array(cost.length).fill(Infinity),
    rowLower: Float64Array.from([...rowLower, -Infinity]),
    rowUpper: Float64Array.from([...rowLower.map(() => Infinity), limit]),
    rows: sparseRows(rows)
  });
  const { x } = model.solve();
  model.dispose();
  return x;
}

/** What is left of the goal once each sum is taken from it so many times. */
function leftOf(
  goal: ReadonlyMap<number, number>,
  columns: readonly Entries[],
  timesOf: (sum: number) => number
): Map<number, number> {
  const left = new Map(goal);
  columns.forEach((entries, j) => {
    if (Math.abs(timesOf(j)) < TINY) return;
    for (const [cell, value] of entries) left.set(cell, (left.get(cell) ?? 0) - timesOf(j) * value);
  });
  return left;
}

type Entries = [number, number][];

/** The signed cells of each sum, and the sums of each cell that they or the goal touch. */
function entriesOf(sums: readonly Sum[], goal: ReadonlyMap<number, number>) {
  const columns: Entries[] = [];
  const touched = new Map<number, Entries>([...goal.keys()].map((cell) => [cell, []]));
  sums.forEach(({ parent, children }, s) => {
    const entries: Entries = [[parent, 1], ...children.map((child): [number, number] => [child, -1])];
    columns.push(entries);
    for (const [cell, value] of entries)
      (touched.get(cell) ?? touched.set(cell, []).get(cell)!).push([s, value]);
  });
  return { columns, touched };
}

function summed(entries: readonly (readonly [number, number])[]): [number, number][] {
  const total = new Map<number, number>();
  for (const [column, value] of entries) total.set(column, (total.get(column) ?? 0) + value);
  return [...total].filter(([, value]) => value !== 0);
}
