// From children to what may be published: the recommended cube, each year made safe, all years audited together.
import { UnusableInput } from '../model/findings.ts';
import type { LinearSolver } from '../model/linear.ts';
import type { Case, PathwayCell } from '../model/pathway.ts';
import type { SchoolYear } from '../model/school-year.ts';
import { aloneCells } from './alone.ts';
import { audit, type AuditReport } from './audit.ts';
import { ROOT, type Cube, type CubeCell } from './cube.ts';
import type { SuppressionProgress } from './exact.ts';
import { pathwayCells } from './pathway-cells.ts';
import { problemOf } from './problem.ts';
import {
  leavesOf,
  recommendedFrame,
  within,
  workplacesOf,
  yearsOf,
  type CaseStructure,
  type Frame
} from './recommended.ts';
import { roundTables } from './rounding.ts';
import { FAMILIES, PUBLIC_K } from './rules.ts';
import { secure, type Method } from './secure.ts';
import { buildSystem, type TableSystem } from './table-system.ts';
import { countCells, countDistinct } from './truth.ts';

export interface ProtectOptions {
  k?: number;
  /** Fewest families behind a shown count. */
  families?: number;
  method?: Method | 'round';
  /** Time for the search of each year. */
  seconds?: number;
  /** SIREN of the EPCI, which names its own cells. */
  epci?: string;
  /** Cubes published before: what they show cannot be hidden any more. */
  former?: readonly Cube[];
  onProgress?: (year: SchoolYear, progress: SuppressionProgress) => void;
  /** Share of the final audit that is done. */
  onAudit?: (share: number) => void;
  stop?: () => boolean;
}

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

export interface ProtectionReport {
  k: number;
  families: number;
  method: Method | 'round';
  years: YearReport[];
  /** What a reader of the whole release can and cannot reckon. */
  audit: AuditReport;
  /** Figures withheld from every cell because they would have betrayed one. */
  withheld: ('families' | 'visits')[];
}

export interface Protected {
  cells: PathwayCell[];
  cube: Cube;
  report: ProtectionReport;
}

export const ROUNDING_BASE = 5;

/**
 * Protects a case file.
 *
 * @param cases one row a child and year; never leaves the caller.
 * @param structure the places that anyone knows to exist.
 * @throws UnusableInput when a count cannot be protected, or when the final audit finds one open: nothing may then be
 *   published.
 */
export function protect(
  solver: LinearSolver,
  cases: readonly Case[],
  structure: CaseStructure,
  options: ProtectOptions = {}
): Protected {
  const { k = PUBLIC_K, families = FAMILIES, method = 'exact', former = [] } = options;
  const frame = recommendedFrame(cases, structure);
  const years = yearsOf(cases).map((year) => {
    const own = cases.filter((one) => one.school_year === year);
    return protectYear(solver, frame, structure, year, own, { ...options, k, families, method });
  });
  const cubes = assemble(years, frame, method === 'round' ? Math.min(k, ROUNDING_BASE) : k);
  for (const withheld of [[], ['families'], ['families', 'visits']] as const) {
    const cube = without(cubes, withheld);
    const report = audit(solver, [cube, ...former], {
      files: ['cube', ...former.map((_, i) => `former ${i + 1}`)],
      ...(options.onAudit && { onProgress: options.onAudit })
    });
    if (report.open.length > 0 && withheld.length < 2) continue;
    const first = report.open[0];
    if (first)
      throw new UnusableInput(
        {
          code: 'audit-failed',
          severity: 'dropped',
          column: first.names.join(' / '),
          found: `${first.lo}..${first.hi ?? ''}`
        },
        { cause: report }
      );
    return {
      cells: pathwayCells(
        cube,
        years.map(({ report: { year } }) => year),
        options.epci ?? ROOT
      ),
      cube,
      report: {
        k,
        families,
        method,
        years: years.map((year) => year.report),
        audit: report,
        withheld: [...withheld]
      }
    };
  }
  throw new Error('unreachable: the last attempt returns or throws');
}

interface SafeYear {
  cells: CubeCell[];
  rounding: number | null;
  report: YearReport;
}

type Settled = ProtectOptions & { k: number; families: number; method: Method | 'round' };

function protectYear(
  solver: LinearSolver,
  frame: Frame,
  structure: CaseStructure,
  year: SchoolYear,
  cases: readonly Case[],
  options: Settled
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
  const secured = secure(solver, problem, {
    method,
    seconds: options.seconds ?? 20,
    ...(onProgress && { onProgress: (progress: SuppressionProgress) => onProgress(year, progress) }),
    ...(stop && { stop })
  });
  const { hidden, status, loss, bound, gap, seconds } = secured;
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

function assemble(years: readonly SafeYear[], frame: Frame, k: number): Cube {
  const several = years.length > 1;
  const names = years.map(({ report }) => report.year);
  const year = { name: 'year', trees: [{ [ROOT]: Object.fromEntries(names.map((name) => [name, {}])) }] };
  const ofYears = (patterns: Frame['alone']) =>
    several ? patterns : names.flatMap((name) => within(patterns, name));
  const rounding = years.reduce((most, one) => Math.max(most, one.rounding ?? 0), 0);
  return {
    k,
    dimensions: [...(several ? [year] : []), ...frame.dimensions],
    impossible: ofYears(frame.impossible),
    ...(frame.alone.length > 0 && rounding === 0 && { alone: ofYears(frame.alone) }),
    ...(rounding > 0 && { rounding }),
    cells: years.flatMap(({ cells }, y) =>
      cells.map((cell) => (several ? { ...cell, key: [names[y]!, ...cell.key] } : cell))
    )
  };
}

function without(cube: Cube, figures: readonly ('families' | 'visits')[]): Cube {
  if (figures.length === 0) return cube;
  const left = (cell: CubeCell): CubeCell => {
    const kept = { ...cell };
    for (const figure of figures) delete kept[figure];
    return kept;
  };
  return { ...cube, cells: cube.cells.map(left) };
}
