// A linear programme, whole-number or not, and its answer: what an engine hands to a solver and gets back.

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
  /** 1 where the column must be whole; absent for a plain linear programme. */
  integer?: Uint8Array;
}

export type SolveStatus = 'optimal' | 'infeasible' | 'unbounded' | 'time-limit' | 'interrupted' | 'failed';

/** What a solve gave. `x` and `objective` are null when no feasible point is known, whatever the status. */
export interface Outcome {
  status: SolveStatus;
  x: Float64Array | null;
  objective: number | null;
  /** Proven bound of the objective (whole-number models), or the objective itself when optimal. */
  bound: number | null;
  /** (objective - bound) / |objective|; 0 when optimal. */
  gap: number | null;
  /** Prices of the rows and reduced costs of the columns: plain linear programmes at their optimum only. */
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
  /** Relative gap at which a whole-number model counts as optimal; 1e-6 unless told. */
  gap?: number;
  /** Most cutting planes that a whole-number solve keeps at hand; the solver's own choice unless told. */
  cutPool?: number;
  /** A better whole-number solution was found. */
  onImproved?: (x: Float64Array, objective: number) => void;
  onProgress?: (progress: SolveProgress) => void;
  /** Polled during a whole-number solve; `true` ends it with what is known. */
  stop?: () => boolean;
}

/** A model held by the solver: change it, solve again from where it stood, and dispose of it. */
export interface OpenModel {
  setCosts(cost: Float64Array): void;
  setCost(column: number, cost: number): void;
  setSense(sense: 'min' | 'max'): void;
  setBounds(column: number, lower: number, upper: number): void;
  setAllBounds(lower: Float64Array, upper: Float64Array): void;
  addRows(rows: SparseRows, lower: Float64Array, upper: Float64Array): void;
  /** New columns without entries; rows added later may use them. */
  addColumns(cost: Float64Array, lower: Float64Array, upper: Float64Array, integer: boolean): void;
  /** A feasible point to begin a whole-number solve with. */
  setStart(x: Float64Array): void;
  setIntegers(integer: Uint8Array | null): void;
  solve(options?: SolveOptions): Outcome;
  /** Rows and columns whose bounds contradict one another, after an infeasible solve. */
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
