// From a case file to a publishable cube: each year is protected, then all years are audited together.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import type { Case, PathwayCell } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { audit, type AuditReport, type OpenCell } from '../attack/audit.ts';
import { ROOT, type PublishedCube, type CubeCell } from '../published-cube.ts';
import { pathwayCells } from './pathway-cells.ts';
import { protectYear, type SafeYear, type YearOptions, type YearReport } from './protect-year.ts';
import {
  recommendedFrame,
  patternsOfYear,
  schoolsOfNoKind,
  schoolYearsOf,
  type CaseStructure,
  type CubeFrame
} from './recommended-cube.ts';
import { FAMILIES, PUBLIC_K } from '../rules.ts';
import type { SuppressionMethod } from '../suppress/suppress-cells.ts';

/** `families`: fewest families behind a published count; `former`: cubes published before, whose counts can no longer be suppressed. */
export interface ProtectOptions extends Partial<YearOptions> {
  /** SIREN of the EPCI, which names its own cells. */
  epci?: string;
  /** Progress of the final audit, 0 to 1. */
  onAudit?: (share: number) => void;
  /** When the kind of a school is not told: refuse (unless told), or publish no total of a school. */
  unknownKinds?: 'refuse' | 'leave-schools-out';
}

export type Withheld = 'schools' | 'families' | 'visits';

export interface ProtectionReport {
  k: number;
  families: number;
  method: SuppressionMethod;
  years: YearReport[];
  /** The audit of the whole release. */
  audit: AuditReport;
  /** Families and visits: left out of every cell because they would have disclosed one. Schools: no total, as a kind is not told. */
  withheld: Withheld[];
}

/**
 * What may leave of a report: nothing of the rows that it was made from, and of the hidden cells neither how many are small nor how many are empty. Each
 * count of it is one of the cube beside it.
 */
export const publishedReport = ({
  k,
  families,
  method,
  years,
  audit: checked,
  withheld
}: ProtectionReport) => ({
  k,
  families,
  method,
  years: years.map(({ year, status, cells, gap, seconds }) => ({ year, status, cells, gap, seconds })),
  audit: checked,
  withheld
});

export interface Protected {
  cells: PathwayCell[];
  cube: PublishedCube;
  report: ProtectionReport;
}

/**
 * Protects a case file.
 *
 * @param cases one row a child and school year
 * @param structure the places that are publicly known to exist
 * @throws UnusableInput `school-kinds-unknown`, `protection-impossible`, or `audit-failed` (its cause is the AuditReport): nothing may then be published
 * @throws Cancelled when `options.stop` returns true before a safe pattern is known
 */
export function protect(
  solver: LinearSolver,
  cases: readonly Case[],
  structure: CaseStructure,
  options: ProtectOptions = {}
): Protected {
  const { k = PUBLIC_K, families = FAMILIES, method = 'exact', former = [] } = options;
  const noKind = schoolsOfNoKind(cases, structure);
  if (noKind.length > 0 && options.unknownKinds !== 'leave-schools-out')
    throw new UnusableInput({
      code: 'school-kinds-unknown',
      severity: 'dropped',
      column: 'kind',
      expected: String(noKind.length),
      found: noKind.slice(0, 3).join(', ')
    });
  const frame = recommendedFrame(cases, structure, noKind.length === 0);
  const years = schoolYearsOf(cases).map((year) => {
    const own = cases.filter((one) => one.school_year === year);
    return protectYear(solver, frame, structure, year, own, { ...options, k, families, method });
  });
  const cubes = assemble(years, frame, k);
  for (const withheld of [[], ['families'], ['families', 'visits']] as const) {
    const cube = without(cubes, withheld);
    // The threshold of what is published now: former releases may have had another.
    const among = (own: PublishedCube) =>
      audit(solver, [own, ...former], {
        k: cube.k,
        files: ['cube', ...former.map((_, i) => `former ${i + 1}`)],
        ...(options.onAudit && { onProgress: options.onAudit })
      });
    const found = among(cube);
    const differences = found.open.filter(({ reason }) => reason === 'between');
    // What former releases tell alone is told.
    const before =
      former.length > 0 && differences.length + found.below > 0 ? among({ ...cube, cells: [] }) : null;
    const isNew = (cell: OpenCell) => !before?.open.some((one) => isSameDifference(one, cell));
    const report = { ...found, open: found.open.filter(isNew) };
    const isSafe = report.open.length === 0 && found.below <= (before?.below ?? 0);
    if (!isSafe && withheld.length < 2) continue;
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
        withheld: [...(noKind.length > 0 ? (['schools'] as const) : []), ...withheld]
      }
    };
  }
  throw new Error('unreachable: the last attempt returns or throws');
}

const isSameDifference = (one: OpenCell, other: OpenCell): boolean =>
  other.reason === 'between' &&
  JSON.stringify({ ...one, explanations: [] }) === JSON.stringify({ ...other, explanations: [] });

function assemble(years: readonly SafeYear[], frame: CubeFrame, k: number): PublishedCube {
  const several = years.length > 1;
  const names = years.map(({ report }) => report.year);
  const year = { name: 'year', trees: [{ [ROOT]: Object.fromEntries(names.map((name) => [name, {}])) }] };
  const ofYears = (patterns: CubeFrame['alone']) =>
    several ? patterns : names.flatMap((name) => patternsOfYear(patterns, name));
  // Of the zones that a year publishes.
  const zonesOf = new Map(
    years.map(({ cells, report }) => [report.year, new Set(cells.map(({ key }) => key[0]!))])
  );
  const alone = frame.alone.filter(({ year: of, zone }) => zonesOf.get(of as SchoolYear)?.has(zone!));
  return withoutUnused({
    k,
    years: names,
    dimensions: [...(several ? [year] : []), ...frame.dimensions],
    impossible: ofYears(frame.impossible),
    ...(alone.length > 0 && { alone: ofYears(alone) }),
    cells: years.flatMap(({ cells }, y) =>
      cells.map((cell) => (several ? { ...cell, key: [names[y]!, ...cell.key] } : cell))
    )
  });
}

/** What may be left out: the other dimensions are those of every cube. */
const OPTIONAL: readonly string[] = ['school', 'level', 'theme'];

/** The cube without the dimensions that no cell of it tells: a list without themes has none. */
function withoutUnused(cube: PublishedCube): PublishedCube {
  const { dimensions, cells } = cube;
  const isUsed = dimensions.map(
    ({ name }, d) => !OPTIONAL.includes(name) || cells.some(({ key }) => key[d] !== ROOT)
  );
  if (isUsed.every(Boolean)) return cube;
  const left = new Set(dimensions.flatMap(({ name }, d) => (isUsed[d] ? [] : [name])));
  return {
    ...cube,
    dimensions: dimensions.filter((_, d) => isUsed[d]),
    impossible: (cube.impossible ?? []).filter(
      (pattern) => !Object.keys(pattern).some((name) => left.has(name))
    ),
    cells: cells.map((cell) => ({ ...cell, key: cell.key.filter((_, d) => isUsed[d]) }))
  };
}

function without(cube: PublishedCube, figures: readonly ('families' | 'visits')[]): PublishedCube {
  if (figures.length === 0) return cube;
  const left = (cell: CubeCell): CubeCell => {
    const kept = { ...cell };
    for (const figure of figures) delete kept[figure];
    if (figures.includes('visits')) delete kept.neutral;
    return kept;
  };
  return { ...cube, cells: cube.cells.map(left) };
}
