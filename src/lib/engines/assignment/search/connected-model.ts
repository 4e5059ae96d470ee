// A model of a problem whose whole solutions hold every sector in one piece: separators are added where a solution breaks them, and the
// model is solved again, until none is broken.
import {
  sparseRows,
  type LinearSolver,
  type OpenModel,
  type Outcome,
  type SolveOptions
} from '../../../model/linear.ts';
import type { Problem } from '../problem/compile-problem.ts';
import { isExempt, separatorsOf, type ContiguityCut } from '../problem/contiguity.ts';
import { isOpen, modelOf, planOf, type ExtraColumn, type RuleRow } from '../problem/formulation.ts';

export interface ConnectedOptions {
  extra?: readonly ExtraColumn[];
  /** false: the assignment costs nothing, only the extra columns count. */
  costs?: boolean;
  /** Whether the rule holds; the problem's own by default. */
  contiguous?: boolean;
  /** Separators met before, that this model starts with, and to which it adds those it meets. */
  known?: ContiguityCut[];
  /** The extra column that is 1 where a unit is exempted, as an index among the extra ones. */
  exemption?: (i: number) => number | null;
}

/** A separator as a row for each referent that can reach both units. */
export function separatorRows(problem: Problem, { units, between }: ContiguityCut): RuleRow[] {
  const { m } = problem;
  const [a, b] = units;
  return problem.referents.flatMap((_, j) => {
    if (!isOpen(problem, a, j) || !isOpen(problem, b, j)) return [];
    const ways = between.filter((s) => isOpen(problem, s, j)).map((s) => [s * m + j, -1] as [number, number]);
    const rule = { rule: 'contiguous', unit: problem.units[a]! } as const;
    return [{ rule, entries: [[a * m + j, 1], [b * m + j, 1], ...ways], lower: -Infinity, upper: 1 }]; // prettier-ignore
  });
}

/** Opens the model of some rows. Without whole numbers, or where the rule does not hold, it is solved as it stands. */
export function openConnected(
  solver: LinearSolver,
  problem: Problem,
  rows: readonly RuleRow[],
  options: ConnectedOptions = {}
): OpenModel {
  const { extra = [], costs = true, contiguous = problem.contiguous } = options;
  const model = solver.open(modelOf(problem, rows, extra, costs));
  return contiguous ? new ConnectedModel(model, problem, options) : model;
}

class ConnectedModel implements OpenModel {
  readonly setCosts: OpenModel['setCosts'];
  readonly setCost: OpenModel['setCost'];
  readonly setSense: OpenModel['setSense'];
  readonly setBounds: OpenModel['setBounds'];
  readonly setAllBounds: OpenModel['setAllBounds'];
  readonly addRows: OpenModel['addRows'];
  readonly addColumns: OpenModel['addColumns'];
  readonly conflict: OpenModel['conflict'];
  readonly dispose: OpenModel['dispose'];
  readonly #size: number;
  readonly #seen = new Set<string>();
  #isWhole = true;
  #start: Float64Array | null = null;

  constructor(
    readonly model: OpenModel,
    readonly problem: Problem,
    readonly options: ConnectedOptions
  ) {
    this.setCosts = model.setCosts.bind(model);
    this.setCost = model.setCost.bind(model);
    this.setSense = model.setSense.bind(model);
    this.setBounds = model.setBounds.bind(model);
    this.setAllBounds = model.setAllBounds.bind(model);
    this.addRows = model.addRows.bind(model);
    this.addColumns = model.addColumns.bind(model);
    this.conflict = model.conflict.bind(model);
    this.dispose = model.dispose.bind(model);
    this.#size = problem.n * problem.m;
    this.#add(options.known ?? []);
  }

  setIntegers(integer: Uint8Array | null): void {
    this.#isWhole = integer !== null;
    this.model.setIntegers(integer);
  }

  setStart(x: Float64Array): void {
    this.#start = x;
    this.model.setStart(x);
  }

  solve(options: SolveOptions = {}): Outcome {
    if (!this.#isWhole) return this.model.solve(options);
    const began = performance.now();
    const spent = () => (performance.now() - began) / 1000;
    const { seconds, onImproved, stop } = options;
    for (;;) {
      const met: ContiguityCut[] = [];
      const outcome = this.model.solve({
        ...options,
        seconds: seconds === undefined ? undefined : Math.max(0.01, seconds - spent()),
        onImproved: (x, objective) => {
          const broken = this.#broken(x);
          met.push(...broken);
          if (broken.length > 0) return;
          this.#start = x.slice();
          onImproved?.(x, objective);
        }
      });
      const broken = outcome.x ? this.#broken(outcome.x) : [];
      if (broken.length === 0) return { ...outcome, seconds: spent() };
      this.#add([...met, ...broken]);
      if (stop?.() || (seconds !== undefined && spent() >= seconds))
        return { ...outcome, status: 'time-limit', x: null, objective: null, gap: null, seconds: spent() };
      if (this.#start) this.model.setStart(this.#start);
    }
  }

  #broken(x: Float64Array): ContiguityCut[] {
    const { problem, options } = this;
    const isFreed = (i: number) => {
      const column = options.exemption?.(i) ?? null;
      return column !== null && x[this.#size + column]! > 0.5;
    };
    return separatorsOf(problem, planOf(problem, x), (i) => isExempt(problem, i) || isFreed(i));
  }

  #add(separators: readonly ContiguityCut[]): void {
    const { problem, options } = this;
    const fresh = separators.filter((one) => {
      const key = `${one.units.join()}:${one.between.join()}`;
      return !this.#seen.has(key) && this.#seen.add(key);
    });
    if (separators !== options.known) options.known?.push(...fresh);
    const rows = fresh.flatMap((one) => {
      const freeing = one.units.flatMap((i): [number, number][] => {
        const column = options.exemption?.(i) ?? null;
        return column === null ? [] : [[this.#size + column, -1]];
      });
      return separatorRows(problem, one).map(({ entries }) => [...entries, ...freeing]);
    });
    if (rows.length === 0) return;
    const [lower, upper] = [-Infinity, 1].map((side) => new Float64Array(rows.length).fill(side));
    this.model.addRows(sparseRows(rows), lower!, upper!);
  }
}
