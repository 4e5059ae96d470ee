// HiGHS (WebAssembly), in Node or in a worker, as the linear solver that engines receive as an argument.
import loadHighs, { type Highs, type HighsCallbackMap, type Model } from 'highs';
import type {
  LinearModel,
  LinearSolver,
  OpenModel,
  Outcome,
  SolveOptions,
  SolveStatus,
  SparseRows
} from '../model/linear.ts';

/**
 * Loads the solver once; keep what it returns.
 *
 * @param wasmUrl address of `highs.wasm` in a browser; Node finds its own.
 */
export async function bootHighs(wasmUrl?: string): Promise<LinearSolver> {
  const highs = await loadHighs(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl });
  return {
    version: highs.version.string,
    open: (model: LinearModel) => openModel(highs, model),
    memoryBytes: () => highs.memoryBytes
  };
}

/** Seconds; the option must be finite. */
const NO_LIMIT = 1e9;
/** The solver's own number of cutting planes at hand. */
const CUT_POOL = 10_000;

const matrix = (rows: SparseRows, numCols: number) => ({
  format: 'csr' as const,
  numRows: rows.starts.length - 1,
  numCols,
  starts: rows.starts,
  indices: rows.columns,
  values: rows.values
});

function statusOf(highs: Highs, code: number): SolveStatus {
  const known = highs.constants.modelStatus;
  switch (code) {
    case known.optimal:
    case known.empty:
      return 'optimal';
    case known.infeasible:
      return 'infeasible';
    case known.unbounded:
    case known.unboundedOrInfeasible:
      return 'unbounded';
    case known.timeLimit:
      return 'time-limit';
    case known.interrupted:
    case known.solutionLimit:
    case known.iterationLimit:
    case known.objectiveTarget:
    case known.objectiveBound:
      return 'interrupted';
    default:
      return 'failed';
  }
}

/** What the last run found. @param whole some variable is an integer: the bound is that of the search, and there are no duals */
function outcomeOf(highs: Highs, model: Model, whole: boolean): Outcome {
  const status = statusOf(highs, model.getModelStatus());
  const { feasible } = highs.constants.solutionStatus;
  const solution = model.info.get('primal_solution_status') === feasible ? model.getSolution() : null;
  const objective = solution ? model.getObjectiveValue() : null;
  const proven = whole ? Number(model.info.get('mip_dual_bound')) : objective;
  const bound = status === 'infeasible' || proven === null || !Number.isFinite(proven) ? null : proven;
  const priced = !whole && status === 'optimal' && model.info.get('dual_solution_status') === feasible;
  return {
    status: status === 'optimal' && !solution ? 'failed' : status,
    x: solution?.colValue ?? null,
    objective,
    bound,
    gap:
      objective === null || bound === null
        ? null
        : Math.abs(objective - bound) / Math.max(1e-9, Math.abs(objective)),
    rowDual: priced && solution ? solution.rowDual : null,
    columnDual: priced && solution ? solution.colDual : null,
    seconds: model.getRunTime()
  };
}

/** Opens `data` in HiGHS. The caller disposes. */
function openModel(highs: Highs, data: LinearModel): OpenModel {
  const sense = (way: 'min' | 'max') =>
    highs.constants.objectiveSense[way === 'min' ? 'minimize' : 'maximize'];
  let columns = data.cost.length;
  let whole = data.integer?.some((flag) => flag === 1) ?? false;
  const model: Model = highs.createModel({
    numCols: columns,
    numRows: data.rowLower.length,
    sense: sense(data.sense),
    colCost: data.cost,
    colLower: data.lower,
    colUpper: data.upper,
    rowLower: data.rowLower,
    rowUpper: data.rowUpper,
    matrix: matrix(data.rows, columns),
    ...(data.integer && { integrality: Int32Array.from(data.integer) })
  });
  model.options.set({ output_flag: false, mip_rel_gap: 1e-6, mip_abs_gap: 1e-6 });

  const all = () => ({ kind: 'range' as const, from: 0, to: columns - 1 });

  function solve(options: SolveOptions = {}): Outcome {
    model.zeroAllClocks();
    model.options.set({
      time_limit: options.seconds ?? NO_LIMIT,
      ...(whole && { mip_rel_gap: options.gap ?? 1e-6, mip_pool_soft_limit: options.cutPool ?? CUT_POOL })
    });
    model.run(whole ? callbacksOf(highs, options) : undefined);
    return outcomeOf(highs, model, whole);
  }

  return {
    setCosts: (cost) => void model.changeColsCost(all(), cost),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setSense: (way) => void model.changeObjectiveSense(sense(way)),
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    setAllBounds: (lower, upper) => void model.changeColsBounds(all(), lower, upper),
    addRows: (rows, lower, upper) => void model.addRows({ lower, upper, matrix: matrix(rows, columns) }),
    addColumns(cost, lower, upper, integer) {
      model.addVars(lower, upper);
      cost.forEach((value, j) => {
        model.changeColCost(columns + j, value);
        if (integer) model.changeColIntegrality(columns + j, highs.constants.variableType.integer);
      });
      columns += cost.length;
      whole ||= integer;
    },
    setStart: (x) => void model.setSolution({ colValue: x }),
    setIntegers(integer) {
      if (integer === null && !whole) return;
      whole = integer !== null && integer.some((flag) => flag === 1);
      if (integer) model.changeColsIntegrality(all(), Int32Array.from(integer));
      else model.clearIntegrality();
    },
    solve,
    conflict() {
      model.options.set('iis_strategy', highs.constants.iis.strategyRowPriority);
      const iis = model.getIis();
      return { rows: [...iis.rowIndex], columns: [...iis.colIndex] };
    },
    dispose: () => model.dispose()
  };
}

const finite = (value: number | undefined): number | null =>
  value !== undefined && Number.isFinite(value) ? value : null;

/** Handlers of one run. A channel without a listener stays off: each call crosses from WebAssembly. */
function callbacksOf(highs: Highs, options: SolveOptions): HighsCallbackMap {
  const { onImproved, onProgress, stop } = options;
  const channel = highs.constants.callbackType;
  return {
    ...(onImproved && {
      [channel.mipImprovingSolution]: (event) => {
        const { mip_solution: x, objective_function_value: objective } = event.data;
        if (x && objective !== undefined) onImproved(x, objective);
      }
    }),
    ...(onProgress && {
      [channel.mipLogging]: (event) => {
        const { mip_primal_bound, mip_dual_bound, mip_gap, running_time } = event.data;
        onProgress({
          objective: finite(mip_primal_bound),
          bound: finite(mip_dual_bound),
          gap: finite(mip_gap),
          seconds: running_time ?? 0
        });
      }
    }),
    ...(stop && {
      [channel.mipInterrupt]: (event) => {
        if (stop()) event.interrupt();
      }
    })
  } satisfies HighsCallbackMap;
}
