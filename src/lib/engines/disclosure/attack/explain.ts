// Explains a disclosed count by the fewest additions and subtractions of published sums that prove its bound.
import { sparseRows, type LinearSolver } from '../../../model/linear.ts';
import type { AttackerModel, CountBounds, LinearForm } from './attacker-model.ts';
import type { TableSystem } from '../table-system.ts';

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
  system: TableSystem,
  attack: AttackerModel,
  bounds: CountBounds,
  form: LinearForm,
  sense: 'min' | 'max',
  bound: number,
  heard: ReadonlySet<string> = new Set()
): Explanation | null {
  const sign = sense === 'max' ? 1 : -1;
  const goal = new Map([[form.plus, sign]]);
  if (form.minus !== undefined) goal.set(form.minus, -sign);
  const groups = new Set([...goal.keys()].map((cell) => attack.groupOf[cell]!).filter((g) => g >= 0));
  const inGroup = (cell: number) => groups.has(attack.groupOf[cell]!);
  const sums = system.sums.filter(({ parent, children }) => inGroup(parent) || children.some(inGroup));

  const columns: [number, number][][] = [];
  const touched = new Map<number, [number, number][]>([...goal.keys()].map((cell) => [cell, []]));
  sums.forEach(({ parent, children }, s) => {
    const entries: [number, number][] = [
      [parent, 1],
      ...children.map((child): [number, number] => [child, -1])
    ];
    columns.push(entries);
    for (const [cell, value] of entries)
      (touched.get(cell) ?? touched.set(cell, []).get(cell)!).push([s, value]);
  });
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
    (system.listed[cell]?.told ?? []).flatMap(({ tag }) => (heard.has(tag) ? [tag] : []));
  const size = count + capped.length;
  const model = solver.open({
    sense: 'min',
    cost: Float64Array.from({ length: size }, (_, j) =>
      j < count ? 1 + (columns[j >> 1]!.length - 1) / 1000 : 1 / 1000
    ),
    lower: new Float64Array(size),
    upper: new Float64Array(size).fill(Infinity),
    rowLower: Float64Array.from([...rowLower, -Infinity]),
    rowUpper: Float64Array.from([...rowLower.map(() => Infinity), sign * bound + 1e-6 - known]),
    rows: sparseRows(rows)
  });
  const isTold = size === 0 && [...goal.keys()].some((cell) => tagsAt(cell).length > 0);
  const x = isTold ? new Float64Array() : model.solve().x;
  model.dispose();
  if (!x) return null;

  const left = new Map(goal);
  const steps = sums.flatMap((sum, s): DeductionStep[] => {
    const times = x[2 * s]! - x[2 * s + 1]!;
    if (Math.abs(times) < TINY) return [];
    for (const [cell, value] of columns[s]!) left.set(cell, (left.get(cell) ?? 0) - times * value);
    return [
      { times: sign * times, parent: system.names(sum.parent), children: sum.children.map(system.names) }
    ];
  });
  const used = [...left].filter(([, value]) => Math.abs(value) > TINY);
  const endOf = (cell: number, value: number) => (value > 0 ? bounds.upper : bounds.lower)[cell]!;
  const terms = used
    .map(([cell, value]) => ({
      names: system.names(cell),
      coefficient: sign * value,
      value: inGroup(cell) ? endOf(cell, value) : bounds.lower[cell]!
    }))
    .filter(({ value }) => value > 0);
  const total = terms.reduce((sum, { coefficient, value }) => sum + coefficient * value, 0);
  return {
    sense,
    bound: Math.round(total * 1e6) / 1e6,
    steps,
    terms,
    heard: used.flatMap(([cell]) => tagsAt(cell))
  };
}

function summed(entries: readonly (readonly [number, number])[]): [number, number][] {
  const total = new Map<number, number>();
  for (const [column, value] of entries) total.set(column, (total.get(column) ?? 0) + value);
  return [...total].filter(([, value]) => value !== 0);
}
