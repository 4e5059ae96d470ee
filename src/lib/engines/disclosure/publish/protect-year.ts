// Protects one school year: true counts, suppression pattern or rounding, and its report.
import type { LinearSolver } from '../../../model/linear.ts';
import type { Case } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { singleWorkplaceCells } from '../attack/single-workplaces.ts';
import type { PublishedCube, CubeCell } from '../published-cube.ts';
import type { SuppressionProgress } from '../suppress/suppress-exactly.ts';
import { knownSafePattern, type KnownPattern } from '../suppress/known-pattern.ts';
import { suppressionProblem, type SuppressionProblem } from '../suppress/suppression-problem.ts';
import {
  leavesOf,
  patternsOfYear,
  workplacesOf,
  type CaseStructure,
  type CubeFrame
} from './recommended-cube.ts';
import { roundTables } from '../suppress/rounding.ts';
import { suppressCells, type SuppressionMethod } from '../suppress/suppress-cells.ts';
import { buildSystem, type TableSystem } from '../table-system.ts';
import { countCells, countDistinct } from '../attack/true-counts.ts';

export const ROUNDING_BASE = 5;

export interface YearReport {
  year: SchoolYear;
  status: 'optimal' | 'heuristic' | 'rounded';
  /** Cells of the cube, non-empty ones, and among these the primary and the complementary (secondary) suppressions. */
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
  method: SuppressionMethod | 'round';
  seconds?: number;
  former?: readonly PublishedCube[];
  /** A pattern kept for this very problem, if there is one. */
  known?: (year: SchoolYear, problem: SuppressionProblem) => KnownPattern | null;
  onProgress?: (year: SchoolYear, progress: SuppressionProgress) => void;
  stop?: () => boolean;
}

/** Protects the cases of one year. */
export function protectYear(
  solver: LinearSolver,
  frame: CubeFrame,
  structure: CaseStructure,
  year: SchoolYear,
  cases: readonly Case[],
  options: YearOptions
): SafeYear {
  const { k, method } = options;
  const unvalued = frame.cells.map(({ key }): CubeCell => ({ key, suppressed: true }));
  const system = buildSystem([
    { k, ...frame, impossible: patternsOfYear(frame.impossible, year), cells: unvalued }
  ]);
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
  const problem = suppressionProblem({
    system,
    truth,
    k,
    families: { count: families, least: options.families },
    alone: singleWorkplaceCells(system, workplacesOf(structure, year)),
    ...(shown && { shown })
  });
  const { onProgress, stop } = options;
  const known = options.known?.(year, problem);
  const { pattern, status, loss, bound, gap, seconds } =
    (known && knownSafePattern(solver, problem, known)) ??
    suppressCells(solver, problem, {
      method,
      seconds: options.seconds ?? 20,
      ...(onProgress && { onProgress: (progress: SuppressionProgress) => onProgress(year, progress) }),
      ...(stop && { stop })
    });
  const cells = frame.cells.map(({ key }, i): CubeCell => {
    const cell = at[i]!;
    if (pattern[cell] === 1 || system.impossible[cell] === 1) return { key, suppressed: true };
    return { key, value: truth[cell]!, families: families[cell]!, visits: visits[cell]! };
  });
  const primary = notEmpty.filter((cell) => problem.primary[cell] === 1).length;
  const secondary = notEmpty.filter((cell) => pattern[cell] === 1).length - primary;
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

/** System cell of each cell of the frame. */
function indexOf(system: TableSystem, frame: CubeFrame): number[] {
  return frame.cells.map(({ key }) => {
    const cell = system.find(key.map((name, d) => system.axes[d]!.find(0, name)!));
    if (cell === undefined) throw new Error(`no cell ${key.join(' / ')}`);
    return cell;
  });
}

/** 1 for the cells of a year that former releases published; undefined without former releases. */
function shownBefore(
  former: readonly PublishedCube[],
  system: TableSystem,
  frame: CubeFrame,
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
