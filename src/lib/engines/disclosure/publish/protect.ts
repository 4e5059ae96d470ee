// From children to what may be published: the recommended cube, each year made safe, all years audited together.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import type { Case, PathwayCell } from '../../../model/pathway.ts';
import { audit, type AuditReport } from '../attack/audit.ts';
import { ROOT, type Cube, type CubeCell } from '../cube.ts';
import { pathwayCells } from './pathway-cells.ts';
import {
  protectYear,
  ROUNDING_BASE,
  type SafeYear,
  type YearOptions,
  type YearReport
} from './protect-year.ts';
import { recommendedFrame, within, yearsOf, type CaseStructure, type Frame } from './recommended.ts';
import { FAMILIES, PUBLIC_K } from '../rules.ts';
import type { Method } from '../suppress/secure.ts';

/** `families`: fewest families behind a shown count; `former`: cubes whose counts cannot be hidden any more. */
export interface ProtectOptions extends Partial<YearOptions> {
  /** SIREN of the EPCI, which names its own cells. */
  epci?: string;
  /** Share of the final audit that is done. */
  onAudit?: (share: number) => void;
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
