// The attacker's linear programmes: the least and greatest value of a suppressed count given all published values, one
// model per connected group of suppressed cells.
import { UnionFind } from '../../../algorithms/union-find.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import type { LinkedCounts } from '../table-system.ts';
import { GroupModel, type CountBounds } from './group-model.ts';

export type { CountBounds } from './group-model.ts';

/** A count as a linear form: one cell, the difference of two (a parent without one of its parts), or several together. */
export interface LinearForm {
  plus: number;
  minus?: number;
  also?: readonly number[];
}

/** How often each cell counts. */
export const costsOf = ({ plus, minus, also = [] }: LinearForm): Map<number, number> =>
  new Map([
    [plus, 1],
    ...also.map((cell) => [cell, 1] as const),
    ...(minus === undefined ? [] : [[minus, -1] as const])
  ]);

export interface Optimum {
  /** As the solver tells it; infinite when it knows no end. Over whole numbers when `whole` was asked. */
  value: number;
  /** No whole table goes beyond: exact whole numbers confirm it (see `GroupModel`). Infinite when nothing is proven. */
  proven: number;
  /** A direction proves that there is no end. */
  endless: boolean;
  /** A table that attains `value`, checked against every sum; null when the solution is fractional. */
  witness: Float64Array | null;
  /** Reduced costs of every cell, as the solver gives them; null for a whole-number objective. */
  proof: Float64Array | null;
}

export class InconsistentTables extends Error {
  /** A parent whose parts do not add up, when a single sum shows it. */
  readonly parent: number | null;
  constructor(parent: number | null) {
    super('no table has these totals');
    this.name = 'InconsistentTables';
    this.parent = parent;
  }
}

/** Keeps one model a group. The caller disposes. */
export class AttackerModel {
  readonly groupOf: Int32Array;
  readonly groups: GroupModel[] = [];
  /** A feasible whole-number table. */
  readonly base: Float64Array;
  readonly #system: LinkedCounts;
  readonly #bounds: CountBounds;

  constructor(solver: LinearSolver, system: LinkedCounts, bounds: CountBounds, truth?: Float64Array) {
    this.#system = system;
    this.#bounds = bounds;
    const contradicted = bounds.lower.findIndex((low, cell) => low > bounds.upper[cell]!);
    if (contradicted >= 0) throw new InconsistentTables(contradicted);
    this.groupOf = this.#connect(solver);
    this.base = truth ? Float64Array.from(truth) : this.#anyTable();
  }

  isFixed(cell: number): boolean {
    return this.#bounds.lower[cell] === this.#bounds.upper[cell];
  }

  /** Whether an additive table is within the a-priori bounds. */
  agrees(table: Float64Array): boolean {
    const { lower, upper } = this.#bounds;
    return table.every((n, cell) => n >= lower[cell]! && n <= upper[cell]!);
  }

  /** Connected components of suppressed cells joined by sums ; known cells belong to none (-1). */
  #connect(solver: LinearSolver): Int32Array {
    const { definitions, size } = this.#system;
    const sets = new UnionFind(size);
    const suppressedOf = definitions.map((sum) =>
      [sum.parent, ...sum.children].filter((cell) => !this.isFixed(cell))
    );
    suppressedOf.forEach((suppressed, r) => {
      const first = suppressed[0];
      if (first === undefined) this.#check(r);
      else for (const cell of suppressed) sets.union(cell, first);
    });
    const groupOf = new Int32Array(size).fill(-1);
    const groups = sets
      .groups()
      .filter(([cell]) => !this.isFixed(cell!))
      .map((cells) => ({ cells, rows: [] as number[] }));
    groups.forEach(({ cells }, group) => cells.forEach((cell) => (groupOf[cell] = group)));
    suppressedOf.forEach((suppressed, r) => {
      if (suppressed[0] !== undefined) groups[groupOf[suppressed[0]]!]!.rows.push(r);
    });
    for (const { cells, rows } of groups) {
      const sums = rows.map((r) => definitions[r]!);
      this.groups.push(new GroupModel(solver, cells, sums, this.#bounds));
    }
    return groupOf;
  }

  #check(row: number): void {
    const { parent, children } = this.#system.definitions[row]!;
    const { lower } = this.#bounds;
    const total = children.reduce((sum, cell) => sum + lower[cell]!, 0);
    if (total !== lower[parent]) throw new InconsistentTables(parent);
  }

  #anyTable(): Float64Array {
    const table = Float64Array.from(this.#bounds.lower);
    for (const group of this.groups) {
      const every = new Float64Array(group.cells.length).fill(1);
      const linear = group.linear(every, 'min');
      const { counts, infeasible } = linear.counts ? linear : group.whole(every.fill(0), 'min');
      if (!counts && infeasible) throw new InconsistentTables(null);
      if (!counts) throw new Error('the solver finds no table and no proof that there is none');
      group.cells.forEach((cell, j) => (table[cell] = counts[j]!));
    }
    return table;
  }

  /**
   * Least or greatest value of a form. A fractional optimum has no witness: ask again with `whole`.
   *
   * @param stopAt a whole-number objective on one cell may stop at this value
   * @throws InconsistentTables when no table is feasible
   */
  optimise(form: LinearForm, sense: 'min' | 'max', whole = false, stopAt?: number): Optimum {
    return this.optimiseSum(costsOf(form), sense, whole, stopAt);
  }

  /**
   * Maximises a weighted sum of cells, each capped so that the optimum raises many cells instead of a few.
   *
   * @returns a table, perhaps fractional, and the bound of the sum that is proven without the caps; null when infeasible under the caps
   */
  maximiseCapped(
    costs: ReadonlyMap<number, number>,
    caps: ReadonlyMap<number, number>
  ): { table: Float64Array; whole: boolean; proven: number } | null {
    const table = Float64Array.from(this.base);
    let [whole, proven] = [true, this.#known(costs)];
    for (const group of this.#touched(costs)) {
      const { cells, lower, upper } = group;
      const high = upper.map((most, j) =>
        Math.max(lower[j]!, Math.min(most, caps.get(cells[j]!) ?? Infinity))
      );
      const found = group.held(costsIn(group, costs), high);
      if (!found) return null;
      cells.forEach((cell, j) => (table[cell] = found.counts[j]!));
      whole &&= found.isWhole;
      proven += found.proven;
    }
    return { table, whole, proven };
  }

  /** As `optimise`, for any weighted sum of cells. */
  optimiseSum(
    costs: ReadonlyMap<number, number>,
    sense: 'min' | 'max',
    whole = false,
    stopAt?: number
  ): Optimum {
    const known = this.#known(costs);
    const found: Optimum = {
      value: known,
      proven: known,
      endless: false,
      witness: Float64Array.from(this.base),
      proof: whole ? null : new Float64Array(this.#system.size)
    };
    for (const [cell, sign] of costs) if (found.proof) found.proof[cell] = sign;
    for (const group of this.#touched(costs)) {
      const own = costsIn(group, costs);
      const column = costs.size === 1 ? own.findIndex((cost) => cost !== 0) : -1;
      const stop = column < 0 || stopAt === undefined ? undefined : { column, value: stopAt };
      const end = whole ? group.whole(own, sense, stop) : group.linear(own, sense);
      if (end.infeasible) throw new InconsistentTables(null);
      found.value += end.value;
      found.proven += end.proven;
      found.endless ||= end.endless;
      if (end.counts)
        group.cells.forEach((cell, j) => found.witness && (found.witness[cell] = end.counts![j]!));
      else found.witness = null;
      if (end.prices && found.proof) addProof(found.proof, group, end.prices);
      else found.proof = null;
    }
    return found;
  }

  #known(costs: ReadonlyMap<number, number>): number {
    return [...costs].reduce(
      (sum, [cell, sign]) => sum + (this.isFixed(cell) ? sign * this.#bounds.lower[cell]! : 0),
      0
    );
  }

  #touched(costs: ReadonlyMap<number, number>): GroupModel[] {
    const numbers = new Set([...costs.keys()].map((cell) => this.groupOf[cell]!).filter((g) => g >= 0));
    return [...numbers].map((g) => this.groups[g]!);
  }

  dispose(): void {
    for (const group of this.groups) group.dispose();
  }
}

const costsIn = ({ cells }: GroupModel, costs: ReadonlyMap<number, number>): Float64Array =>
  Float64Array.from(cells, (cell) => costs.get(cell) ?? 0);

function addProof(proof: Float64Array, { sums }: GroupModel, prices: Float64Array): void {
  prices.forEach((price, i) => {
    const { parent, children } = sums[i]!;
    proof[parent]! -= price;
    for (const child of children) proof[child]! += price;
  });
}
