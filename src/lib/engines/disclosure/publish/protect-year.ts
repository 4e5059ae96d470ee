// One school year made safe: its counts, the cells to hide, and what the report says of it.
import type { LinearSolver } from '../../../model/linear.ts';
import type { Case } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { aloneCells } from '../attack/alone.ts';
import type { Cube, CubeCell } from '../cube.ts';
import type { SuppressionProgress } from '../suppress/exact.ts';
import { securedAs, type KnownPattern } from '../suppress/known-pattern.ts';
import { problemOf, type Problem } from '../suppress/problem.ts';
import { leavesOf, within, workplacesOf, type CaseStructure, type Frame } from './recommended.ts';
import { roundTables } from '../suppress/rounding.ts';
import { secure, type Method } from '../suppress/secure.ts';
import { buildSystem, type TableSystem } from '../table-system.ts';
import { countCells, countDistinct } from '../attack/truth.ts';

export const ROUNDING_BASE = 5;

export interface YearReport {
  year: SchoolYear;
  status: 'optimal' | 'heuristic' | 'rounded';
  /** Cells of the cube, those with children, and among these hidden by themselves or for others. */
  cells: number;
  notEmpty: number;
  primary: number;
  secondary: number;
  loss: number;
  bound: number | null;
  gap: number | null;
  seconds: number;
}

export interface SafeYear {
  cells: CubeCell[];
  rounding: number | null;
  report: YearReport;
}

export interface YearOptions {
  k: number;
  families: number;
  method: Method | 'round';
  seconds?: number;
  former?: readonly Cube[];
  /** A pattern kept for this very problem, if there is one. */
  known?: (year: SchoolYear, problem: Problem) => KnownPattern | null;
  onProgress?: (year: SchoolYear, progress: SuppressionProgress) => void;
  stop?: () => boolean;
}

/** Protects the cases of one year. */
export function protectYear(
  solver: LinearSolver,
  frame: Frame,
  structure: CaseStructure,
  year: SchoolYear,
  cases: readonly Case[],
  options: YearOptions
): SafeYear {
  const { k, method } = options;
  const veiled = frame.cells.map(({ key }): CubeCell => ({ key, suppressed: true }));
  const system = buildSystem([{ k, ...frame, impossible: within(frame.impossible, year), cells: veiled }]);
  const truth = countCells(system, cases, leavesOf);
  const families = countDistinct(system, cases, leavesOf, ({ family_id }) => family_id);
  const visits = countCells(system, cases, leavesOf, (one) => one.visits);
  const at = indexOf(system, frame);
  const notEmpty = at.filter((cell) => truth[cell]! > 0);
  if (method === 'round') {
    const { values, base, loss, bound, seconds } = roundTables(
      solver,
      system,
      truth,
      ROUNDING_BASE,
      options.seconds
    );
    const cells = frame.cells.map(({ key }, i): CubeCell => ({ key, value: values[at[i]!]! }));
    const figures = {
      cells: cells.length,
      notEmpty: notEmpty.length,
      primary: 0,
      secondary: 0,
      loss,
      bound,
      gap: null
    };
    return { cells, rounding: base, report: { year, status: 'rounded', ...figures, seconds } };
  }
  const shown = shownBefore(options.former ?? [], system, frame, year);
  const problem = problemOf({
    system,
    truth,
    k,
    families: { count: families, least: options.families },
    alone: aloneCells(system, workplacesOf(structure, year)),
    ...(shown && { shown })
  });
  const { onProgress, stop } = options;
  const known = options.known?.(year, problem);
  const { hidden, status, loss, bound, gap, seconds } =
    (known && securedAs(solver, problem, known)) ??
    secure(solver, problem, {
      method,
      seconds: options.seconds ?? 20,
      ...(onProgress && { onProgress: (progress: SuppressionProgress) => onProgress(year, progress) }),
      ...(stop && { stop })
    });
  const cells = frame.cells.map(({ key }, i): CubeCell => {
    const cell = at[i]!;
    if (hidden[cell] === 1 || system.impossible[cell] === 1) return { key, suppressed: true };
    return { key, value: truth[cell]!, families: families[cell]!, visits: visits[cell]! };
  });
  const primary = notEmpty.filter((cell) => problem.hidden[cell] === 1).length;
  const secondary = notEmpty.filter((cell) => hidden[cell] === 1).length - primary;
  const figures = {
    cells: cells.length,
    notEmpty: notEmpty.length,
    primary,
    secondary,
    loss,
    bound,
    gap,
    seconds
  };
  return { cells, rounding: null, report: { year, status, ...figures } };
}

/** Cell of the system for each cell of the frame. */
function indexOf(system: TableSystem, frame: Frame): number[] {
  return frame.cells.map(({ key }) => {
    const cell = system.find(key.map((name, d) => system.axes[d]!.find(0, name)!));
    if (cell === undefined) throw new Error(`no cell ${key.join(' / ')}`);
    return cell;
  });
}

/** What former releases show of a year; undefined when there is none. */
function shownBefore(
  former: readonly Cube[],
  system: TableSystem,
  frame: Frame,
  year: SchoolYear
): Uint8Array | undefined {
  if (former.length === 0) return undefined;
  const seen = new Set(
    former.flatMap(({ dimensions, cells }) => {
      const d = dimensions.findIndex(({ name }) => name === 'year');
      const ofYear = cells.filter(({ key, value }) => value !== undefined && (d < 0 || key[d] === year));
      return ofYear.map(({ key }) => key.filter((_, i) => i !== d).join('\n'));
    })
  );
  const shown = new Uint8Array(system.size);
  const at = indexOf(system, frame);
  frame.cells.forEach(({ key }, i) => {
    if (seen.has(key.join('\n'))) shown[at[i]!] = 1;
  });
  return shown;
}
