// Linear programme, integer or not, and its solution: what an engine passes to a solver and gets back.

/** Rows of a sparse matrix (CSR): row r has the entries `starts[r] .. starts[r + 1]`. */
export interface SparseRows {
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** Optimise `cost . x` subject to `rowLower <= A x <= rowUpper` and `lower <= x <= upper`; Infinity is allowed. */
export interface LinearModel {
  sense: 'min' | 'max';
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  rows: SparseRows;
  /** 1 for integer columns; absent for a plain linear programme. */
  integer?: Uint8Array;
}

export type SolveStatus = 'optimal' | 'infeasible' | 'unbounded' | 'time-limit' | 'interrupted' | 'failed';

/** Result of a solve. `x` and `objective` are null when no feasible point is known, whatever the status. */
export interface Outcome {
  status: SolveStatus;
  x: Float64Array | null;
  objective: number | null;
  /** Proven bound of the objective (integer programmes), or the objective itself when optimal. */
  bound: number | null;
  /** (objective - bound) / |objective|; 0 when optimal. */
  gap: number | null;
  /** Dual values of the rows and reduced costs of the columns: plain linear programmes at their optimum only. */
  rowDual: Float64Array | null;
  columnDual: Float64Array | null;
  seconds: number;
}

export interface SolveProgress {
  /** Best objective so far, null before a first solution. */
  objective: number | null;
  bound: number | null;
  gap: number | null;
  seconds: number;
}

export interface SolveOptions {
  seconds?: number;
  /** Relative gap at which an integer programme counts as optimal; 1e-6 by default. */
  gap?: number;
  /** Maximum number of cutting planes in the pool of an integer solve; the solver's default when absent. */
  cutPool?: number;
  /** Called with each better integer solution. */
  onImproved?: (x: Float64Array, objective: number) => void;
  onProgress?: (progress: SolveProgress) => void;
  /** Polled during an integer solve; `true` stops it with the best solution known. */
  stop?: () => boolean;
}

/** A model in the solver's memory: change it, solve it again from its last basis, and dispose of it. */
export interface OpenModel {
  setCosts(cost: Float64Array): void;
  setCost(column: number, cost: number): void;
  setSense(sense: 'min' | 'max'): void;
  setBounds(column: number, lower: number, upper: number): void;
  setAllBounds(lower: Float64Array, upper: Float64Array): void;
  addRows(rows: SparseRows, lower: Float64Array, upper: Float64Array): void;
  /** Adds columns without entries; rows added later may use them. */
  addColumns(cost: Float64Array, lower: Float64Array, upper: Float64Array, integer: boolean): void;
  /** Sets a feasible point as the start of an integer solve. */
  setStart(x: Float64Array): void;
  setIntegers(integer: Uint8Array | null): void;
  solve(options?: SolveOptions): Outcome;
  /** Rows and columns whose bounds are in conflict (irreducible infeasible subsystem), after an infeasible solve. */
  conflict(): { rows: number[]; columns: number[] };
  dispose(): void;
}

export interface LinearSolver {
  readonly version: string;
  open(model: LinearModel): OpenModel;
  /** Bytes that the solver's memory has grown to. */
  memoryBytes(): number;
}

/** Builds SparseRows from a list of rows, each a list of [column, value]. */
export function sparseRows(rows: readonly (readonly (readonly [number, number])[])[]): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => (starts[r + 1] = starts[r]! + row.length));
  const columns = new Int32Array(starts[rows.length]!);
  const values = new Float64Array(columns.length);
  let at = 0;
  for (const row of rows) {
    for (const [column, value] of row) {
      columns[at] = column;
      values[at++] = value;
    }
  }
  return { starts, columns, values };
}
