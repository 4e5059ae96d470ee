// The linear programmes of one connected group of hidden counts. A model that is kept between objectives is quick and may err: what it
// says counts only once exact whole numbers confirm it, else a new model is asked.
import type { LinearSolver, OpenModel, Outcome } from '../../../model/linear.ts';
import { sparseRows } from '../../../model/linear.ts';
import type { Sum } from '../table-system.ts';
import { agreesWith, hasNoEnd, impliedUppers, provenEnd, type Equations } from './exact-bounds.ts';

/** A-priori bounds of each cell; equal bounds mean that its value is known. */
export interface CountBounds {
  lower: Float64Array;
  upper: Float64Array;
}

/** The end of an objective over a group. */
export interface GroupEnd {
  /** As the solver tells it; infinite when it knows no end, NaN when it failed. */
  value: number;
  /** Whole counts that agree with every sum and attain `value`; null when the optimum is fractional. */
  counts: Float64Array | null;
  /** No whole table goes beyond: by exact duality, or for a whole-number objective by a new model. Infinite when not proven. */
  proven: number;
  /** A direction proves that there is no end. */
  endless: boolean;
  /** Multipliers of the sums; null for a whole-number objective. */
  prices: Float64Array | null;
  infeasible: boolean;
}

/** A whole-number objective on one count may stop at this value. */
export interface StopAttack {
  column: number;
  value: number;
}

const TOLERANCE = 1e-6;
const isInteger = (value: number): boolean => Math.abs(value - Math.round(value)) < TOLERANCE;

export class GroupModel {
  readonly #solver: LinearSolver;
  readonly #equations: Equations;
  #most: Float64Array | null = null;
  #kept: OpenModel | null = null;

  /** @param sums those that hold a cell of the group */
  constructor(
    solver: LinearSolver,
    readonly cells: readonly number[],
    readonly sums: readonly Sum[],
    { lower, upper }: CountBounds
  ) {
    this.#solver = solver;
    const column = new Map(cells.map((cell, j) => [cell, j]));
    const rest = new Float64Array(sums.length);
    const rows = sums.map(({ parent, children }, r) => {
      const entries: [number, number][] = [];
      for (const [cell, sign] of [[parent, 1] as const, ...children.map((child) => [child, -1] as const)]) {
        const j = column.get(cell);
        if (j === undefined) rest[r]! -= sign * lower[cell]!;
        else entries.push([j, sign]);
      }
      return entries;
    });
    this.#equations = {
      rows,
      rest,
      lower: Float64Array.from(cells, (cell) => lower[cell]!),
      upper: Float64Array.from(cells, (cell) => upper[cell]!)
    };
  }

  get lower(): Float64Array {
    return this.#equations.lower;
  }

  get upper(): Float64Array {
    return this.#equations.upper;
  }

  /** The end over fractions, from the kept model; from a new one when whole numbers do not confirm it. */
  linear(costs: Float64Array, sense: 'min' | 'max'): GroupEnd {
    const wasKept = this.#kept !== null;
    const { end, isSure } = this.#read(this.#solveKept(costs, sense), costs, sense);
    if (isSure || !wasKept) return end;
    this.dispose();
    return this.#read(this.#solveKept(costs, sense), costs, sense).end;
  }

  /** The end over whole numbers, by a new model: no multipliers prove it. */
  whole(costs: Float64Array, sense: 'min' | 'max', stop?: StopAttack): GroupEnd {
    const { lower, upper } = this.#equations;
    const [low, high] = [Float64Array.from(lower), Float64Array.from(upper)];
    if (stop && sense === 'max') high[stop.column] = Math.min(high[stop.column]!, stop.value);
    if (stop && sense === 'min') low[stop.column] = Math.max(low[stop.column]!, stop.value);
    const model = this.#open(costs, sense, low, high, new Uint8Array(costs.length).fill(1));
    const outcome = model.solve();
    model.dispose();
    const { end } = this.#read(outcome, costs, sense);
    const value = Math.round(end.value);
    return { ...end, value, proven: end.counts === null ? end.proven : value, prices: null };
  }

  /**
   * The greatest value with each count held below a bound of its own.
   *
   * @returns counts, perhaps fractional, and the bound proven without those that hold them; null when nothing fits
   */
  held(
    costs: Float64Array,
    high: Float64Array
  ): { counts: Float64Array; isWhole: boolean; proven: number } | null {
    const model = this.#keptModel();
    model.setAllBounds(this.lower, high);
    const { x, rowDual, objective } = this.#solveKept(costs, 'max');
    model.setAllBounds(this.lower, this.upper);
    if (!x) return null;
    const counts = Float64Array.from(x, (n) => (isInteger(n) ? Math.round(n) + 0 : n));
    const proven = rowDual ? this.#provenBy(costs, 'max', rowDual, objective ?? 0) : Infinity;
    return { counts, isWhole: agreesWith(this.#equations, counts), proven };
  }

  dispose(): void {
    this.#kept?.dispose();
    this.#kept = null;
  }

  #open(
    cost: Float64Array,
    sense: 'min' | 'max',
    lower: Float64Array,
    upper: Float64Array,
    integer?: Uint8Array
  ): OpenModel {
    const { rows, rest } = this.#equations;
    const row = { rowLower: rest, rowUpper: rest, rows: sparseRows(rows) };
    return this.#solver.open({ sense, cost, lower, upper, ...row, ...(integer && { integer }) });
  }

  #keptModel(): OpenModel {
    return (this.#kept ??= this.#open(new Float64Array(this.cells.length), 'max', this.lower, this.upper));
  }

  #solveKept(costs: Float64Array, sense: 'min' | 'max'): Outcome {
    const model = this.#keptModel();
    model.setCosts(costs);
    model.setSense(sense);
    return model.solve();
  }

  /** What a solve tells, and whether whole numbers confirm it. */
  #read(
    { status, x, objective, rowDual }: Outcome,
    costs: Float64Array,
    sense: 'min' | 'max'
  ): { end: GroupEnd; isSure: boolean } {
    const sign = sense === 'max' ? 1 : -1;
    const none = { counts: null, proven: sign * Infinity, prices: null, infeasible: status === 'infeasible' };
    if (status === 'unbounded') {
      const endless = this.#isEndless(costs, sense);
      return { end: { ...none, value: sign * Infinity, endless }, isSure: endless };
    }
    if (status !== 'optimal' || !x || objective === null)
      return { end: { ...none, value: NaN, endless: false }, isSure: false };
    const counts = x.every(isInteger) ? Float64Array.from(x, (n) => Math.round(n) + 0) : null;
    const value = counts?.reduce((sum, n, j) => sum + costs[j]! * n, 0);
    const attained = value !== undefined && Math.abs(value - objective) < TOLERANCE;
    const isTable = attained && agreesWith(this.#equations, counts!);
    const whole = sense === 'max' ? Math.floor(objective + TOLERANCE) : Math.ceil(objective - TOLERANCE);
    const proven = rowDual ? this.#provenBy(costs, sense, rowDual, whole) : sign * Infinity;
    const end = {
      value: isTable ? value : objective,
      proven,
      endless: false,
      prices: rowDual,
      infeasible: false
    };
    return {
      end: { ...end, counts: isTable ? counts : null },
      isSure: proven === whole && (isTable || !counts)
    };
  }

  #provenBy(costs: Float64Array, sense: 'min' | 'max', prices: Float64Array, wanted: number): number {
    this.#most ??= impliedUppers(this.#equations);
    return provenEnd(this.#equations, this.#most, costs, sense, prices, wanted);
  }

  /** Looks for a direction in which the objective never ends. */
  #isEndless(costs: Float64Array, sense: 'min' | 'max'): boolean {
    const { rows, upper } = this.#equations;
    const size = costs.length;
    const gain = [...costs.keys()].flatMap((j): [number, number][] =>
      costs[j] === 0 ? [] : [[j, costs[j]!]]
    );
    const level = Float64Array.from({ length: rows.length + 1 }, (_, r) =>
      r < rows.length ? 0 : sense === 'max' ? 1 : -1
    );
    const model = this.#solver.open({
      sense: 'min',
      cost: new Float64Array(size).fill(1),
      lower: new Float64Array(size),
      upper: Float64Array.from(upper, (high) => (high === Infinity ? Infinity : 0)),
      rowLower: level,
      rowUpper: level,
      rows: sparseRows([...rows, gain])
    });
    const { x } = model.solve();
    model.dispose();
    return x !== null && hasNoEnd(this.#equations, costs, sense, x);
  }
}
