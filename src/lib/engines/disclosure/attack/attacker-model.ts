// The attacker's linear programmes: the least and greatest value of a suppressed count given all published values, one
// model per connected group of suppressed cells, kept open between objectives.
import type { LinearSolver, OpenModel, Outcome } from '../../../model/linear.ts';
import { sparseRows } from '../../../model/linear.ts';
import type { TableSystem } from '../table-system.ts';

/** A-priori bounds of each cell; equal bounds mean that its value is known. */
export interface Bounds {
  lower: Float64Array;
  upper: Float64Array;
}

/** A count as a linear form: one cell, or the difference of two (a parent without one of its parts). */
export interface LinearForm {
  plus: number;
  minus?: number;
}

export interface Optimum {
  /** Infinite when unbounded. Over whole numbers when `whole` was asked. */
  value: number;
  /** A table that attains it; null when the solution is fractional. */
  witness: Float64Array | null;
  /** Reduced costs of every cell, which prove `value` by duality; null for a whole-number objective. */
  proof: Float64Array | null;
}

interface Group {
  cells: number[];
  rows: number[];
  model: OpenModel | null;
}

const INTEGRALITY_TOLERANCE = 1e-6;
const isInteger = (value: number): boolean => Math.abs(value - Math.round(value)) < INTEGRALITY_TOLERANCE;

export class InconsistentTables extends Error {
  /** A parent whose parts do not add up, when a single sum shows it. */
  readonly parent: number | null;
  constructor(parent: number | null) {
    super('no table has these totals');
    this.name = 'InconsistentTables';
    this.parent = parent;
  }
}

/** Opens one model a group on first use. The caller disposes. */
export class AttackerModel {
  readonly groupOf: Int32Array;
  readonly groups: Group[] = [];
  /** A feasible whole-number table. */
  readonly base: Float64Array;
  readonly #solver: LinearSolver;
  readonly #system: TableSystem;
  readonly #bounds: Bounds;

  constructor(solver: LinearSolver, system: TableSystem, bounds: Bounds, truth?: Float64Array) {
    this.#solver = solver;
    this.#system = system;
    this.#bounds = bounds;
    this.groupOf = this.#connect();
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

  /** Connected components of suppressed cells joined by sums (union-find); known cells belong to none (-1). */
  #connect(): Int32Array {
    const { definitions, size } = this.#system;
    const parent = Int32Array.from({ length: size }, (_, cell) => cell);
    const find = (cell: number): number => {
      while (parent[cell] !== cell) cell = parent[cell] = parent[parent[cell]!]!;
      return cell;
    };
    const suppressedOf = definitions.map((sum) =>
      [sum.parent, ...sum.children].filter((cell) => !this.isFixed(cell))
    );
    suppressedOf.forEach((suppressed, r) => {
      const first = suppressed[0];
      if (first === undefined) this.#check(r);
      else for (const cell of suppressed) parent[find(cell)] = find(first);
    });
    const groupOf = new Int32Array(size).fill(-1);
    for (let cell = 0; cell < size; cell++) {
      if (this.isFixed(cell)) continue;
      const head = find(cell);
      if (groupOf[head] === -1) groupOf[head] = this.groups.push({ cells: [], rows: [], model: null }) - 1;
      groupOf[cell] = groupOf[head]!;
      this.groups[groupOf[cell]!]!.cells.push(cell);
    }
    suppressedOf.forEach((suppressed, r) => {
      if (suppressed[0] !== undefined) this.groups[groupOf[suppressed[0]]!]!.rows.push(r);
    });
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
    this.groups.forEach((group, g) => {
      const linear = this.#solve(g, new Map(group.cells.map((cell) => [cell, 1])), 'min', false).x;
      const x = linear?.every(isInteger) ? linear : this.#solve(g, new Map(), 'min', true).x;
      if (!x) throw new InconsistentTables(null);
      group.cells.forEach((cell, j) => (table[cell] = Math.round(x[j]!)));
    });
    return table;
  }

  #open(g: number): OpenModel {
    const group = this.groups[g]!;
    return (group.model ??= this.#build(group));
  }

  #build(group: Group): OpenModel {
    const { lower, upper } = this.#bounds;
    const column = new Map(group.cells.map((cell, j) => [cell, j]));
    const rest = new Float64Array(group.rows.length);
    const rows = group.rows.map((r, i) => {
      const { parent, children } = this.#system.definitions[r]!;
      const entries: [number, number][] = [];
      for (const [cell, sign] of [[parent, 1] as const, ...children.map((child) => [child, -1] as const)]) {
        const j = column.get(cell);
        if (j === undefined) rest[i]! -= sign * lower[cell]!;
        else entries.push([j, sign]);
      }
      return entries;
    });
    return this.#solver.open({
      sense: 'max',
      cost: new Float64Array(group.cells.length),
      lower: Float64Array.from(group.cells, (cell) => lower[cell]!),
      upper: Float64Array.from(group.cells, (cell) => upper[cell]!),
      rowLower: rest,
      rowUpper: rest,
      rows: sparseRows(rows)
    });
  }

  #solve(
    g: number,
    costs: ReadonlyMap<number, number>,
    sense: 'min' | 'max',
    whole: boolean,
    stopAt?: number
  ): Outcome {
    const group = this.groups[g]!;
    const model = this.#open(g);
    model.setCosts(Float64Array.from(group.cells, (cell) => costs.get(cell) ?? 0));
    model.setSense(sense);
    model.setIntegers(whole ? new Uint8Array(group.cells.length).fill(1) : null);
    const capped =
      whole && stopAt !== undefined && costs.size === 1 ? group.cells.findIndex((c) => costs.has(c)) : -1;
    if (capped < 0) return model.solve();
    const lower = this.#bounds.lower[group.cells[capped]!]!;
    const upper = this.#bounds.upper[group.cells[capped]!]!;
    if (sense === 'max') model.setBounds(capped, lower, Math.min(upper, stopAt!));
    else model.setBounds(capped, Math.max(lower, stopAt!), upper);
    const outcome = model.solve();
    model.setBounds(capped, lower, upper);
    return outcome;
  }

  /**
   * Least or greatest value of a form. A fractional optimum has no witness: ask again with `whole`.
   *
   * @param stopAt a whole-number objective on one cell may stop at this value
   * @throws InconsistentTables when no table is feasible
   */
  optimise(form: LinearForm, sense: 'min' | 'max', whole = false, stopAt?: number): Optimum {
    const costs = new Map([[form.plus, 1]]);
    if (form.minus !== undefined) costs.set(form.minus, -1);
    return this.optimiseSum(costs, sense, whole, stopAt);
  }

  /**
   * Maximises a weighted sum of cells, each capped so that the optimum raises many cells instead of a few.
   *
   * @returns a table, perhaps fractional; null when infeasible under the caps
   */
  maximiseCapped(
    costs: ReadonlyMap<number, number>,
    caps: ReadonlyMap<number, number>
  ): { table: Float64Array; whole: boolean } | null {
    const { lower, upper } = this.#bounds;
    const touched = [...new Set([...costs.keys()].map((cell) => this.groupOf[cell]!))].filter((g) => g >= 0);
    const table = Float64Array.from(this.base);
    for (const g of touched) {
      const { cells } = this.groups[g]!;
      const least = Float64Array.from(cells, (cell) => lower[cell]!);
      const most = Float64Array.from(cells, (cell) => upper[cell]!);
      const held = most.map((high, j) =>
        Math.max(least[j]!, Math.min(high, caps.get(cells[j]!) ?? Infinity))
      );
      this.#open(g).setAllBounds(least, held);
      const { x } = this.#solve(g, costs, 'max', false);
      this.#open(g).setAllBounds(least, most);
      if (!x) return null;
      cells.forEach((cell, j) => (table[cell] = isInteger(x[j]!) ? Math.round(x[j]!) : x[j]!));
    }
    return { table, whole: table.every(Number.isInteger) };
  }

  /** As `optimise`, for any weighted sum of cells. */
  optimiseSum(
    costs: ReadonlyMap<number, number>,
    sense: 'min' | 'max',
    whole = false,
    stopAt?: number
  ): Optimum {
    const touched = new Set([...costs.keys()].map((cell) => this.groupOf[cell]!).filter((g) => g >= 0));
    let value = 0;
    for (const [cell, sign] of costs) if (this.isFixed(cell)) value += sign * this.#bounds.lower[cell]!;
    let witness: Float64Array | null = Float64Array.from(this.base);
    const proof = new Float64Array(this.#system.size);
    for (const [cell, sign] of costs) proof[cell] = sign;
    for (const g of touched) {
      const outcome = this.#solve(g, costs, sense, whole, stopAt);
      if (outcome.status === 'unbounded')
        return { value: sense === 'max' ? Infinity : -Infinity, witness: null, proof: null };
      const { x, objective } = outcome;
      if (!x || objective === null) {
        if (outcome.status === 'infeasible') throw new InconsistentTables(null);
        throw new Error(`the attacker's model ended as ${outcome.status}`);
      }
      value += objective;
      const group = this.groups[g]!;
      if (x.every(isInteger)) {
        group.cells.forEach((cell, j) => witness && (witness[cell] = Math.round(x[j]!)));
      } else witness = null;
      outcome.rowDual?.forEach((price, i) => {
        const { parent, children } = this.#system.definitions[group.rows[i]!]!;
        proof[parent]! -= price;
        for (const child of children) proof[child]! += price;
      });
    }
    return { value: whole ? Math.round(value) : value, witness, proof: whole ? null : proof };
  }

  dispose(): void {
    for (const group of this.groups) {
      group.model?.dispose();
      group.model = null;
    }
  }
}
