// The counts of children that `npm run safe` made publishable: read again, checked again, never taken on trust.
import {
  audit,
  joinYears,
  pathwayCells,
  raiseThreshold,
  readCube,
  releaseOfYears,
  type ProtectionReport,
  type PublishedCube
} from '../../disclosure/index.ts';
import { parseJson } from '../../import/index.ts';
import { isRecord } from '../../../model/documents/json.ts';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { asOfMonth, type Month, type SchoolYear } from '../../../model/school-year.ts';
import { refuseOpen, unlessOpen } from './refuse-open.ts';
import { countProtection } from './protection.ts';
import { uncountedChildren } from './uncounted.ts';
import type { Release, TerritoryRows } from '../rows.ts';
import type { Config } from '../sources/config.ts';
import { LEAST } from '../sources/config-words.ts';
import type { OpenSource } from '../sources/sources.ts';

const ALL = 'ALL';
const CUBE = 'cube.json';
const REPORT = 'report.json';
/** Schools, levels and themes are dimensions of a cube whose cases tell them. */
const DIMENSIONS = ['zone'];

/**
 * Whether a cube shows or hides totals of schools without telling the levels that a school cannot have: it was protected without their
 * kinds, which every reader knows.
 */
function forgetsKinds({ dimensions, impossible = [], cells }: PublishedCube): boolean {
  const school = dimensions.findIndex(({ name }) => name === 'school');
  if (!dimensions.some(({ name }) => name === 'level')) return false;
  const tellsLevels = impossible.some((pattern) => 'school' in pattern && 'level' in pattern);
  return !tellsLevels && school >= 0 && cells.some(({ key }) => key[school] !== ALL);
}

export interface Pathways {
  release: Release;
  /** Oldest first. */
  years: SchoolYear[];
  findings: Finding[];
}

interface ReleaseRequest {
  open: OpenSource;
  siren: string;
  least: { children: number; families: number };
}

/** What one folder of `npm run safe` holds. */
interface OneRelease {
  cube: PublishedCube;
  report: ProtectionReport;
  years: SchoolYear[];
  /** Of its cube. */
  file: string;
}

function reportOf(root: unknown, file: string): ProtectionReport {
  const sound = isRecord(root) && Array.isArray(root['years']) && typeof root['families'] === 'number';
  if (sound) return root as unknown as ProtectionReport;
  throw new UnusableInput({ code: 'pathways-not-of-safe', severity: 'dropped', file });
}

async function readRelease({ open, least }: ReleaseRequest, name: string): Promise<OneRelease> {
  const [cubeFile, reportFile] = [`${name}/${CUBE}`, `${name}/${REPORT}`];
  const cube = readCube(parseJson(await open(cubeFile)).root, cubeFile);
  const names = cube.dimensions.map((dimension) => dimension.name);
  const refuse = (finding: Omit<Finding, 'severity'>) =>
    new UnusableInput({ severity: 'dropped', ...finding });
  if (!DIMENSIONS.every((dimension) => names.includes(dimension))) {
    throw refuse({ code: 'pathways-not-of-safe', file: cubeFile });
  }
  if (forgetsKinds(cube)) throw refuse({ code: 'pathways-without-kinds', file: cubeFile });
  const report = reportOf(parseJson(await open(reportFile)).root, reportFile);
  const below = (file: string, column: string, found: number, expected: number) =>
    refuse({ code: 'pathways-threshold', file, column, found: String(found), expected: String(expected) });
  if (report.k < least.children) throw below(reportFile, 'k', report.k, least.children);
  if (cube.rounding === undefined && cube.k < least.children)
    throw below(cubeFile, 'k', cube.k, least.children);
  if (report.families < least.families) {
    throw below(reportFile, 'families', report.families, least.families);
  }
  return { cube, report, years: report.years.map(({ year }) => year).sort(), file: cubeFile };
}

/** Years that two releases hold: the later of the list replaces the former, which is told. */
function replacedYears(
  releases: readonly OneRelease[],
  last: ReadonlyMap<SchoolYear, OneRelease>
): Finding[] {
  return releases.flatMap((release) =>
    release.years.flatMap((year): Finding[] => {
      const owner = last.get(year)!;
      if (owner === release) return [];
      return [
        { code: 'year-replaced', severity: 'doubtful', file: owner.file, found: year, expected: release.file }
      ];
    })
  );
}

/** Releases of one year are audited with one another, where they tell the same counts; two that do not are a correction. */
function refuseOpenTogether(solver: LinearSolver, releases: readonly OneRelease[]): void {
  try {
    refuseOpen(
      solver,
      releases.map(({ cube, years }) => ({ ...cube, years })),
      releases.map(({ file }) => file)
    );
  } catch (error) {
    const code = error instanceof UnusableInput ? error.finding.code : null;
    if (code !== 'releases-contradict' && code !== 'totals-do-not-add-up') throw error;
  }
}

/**
 * Releases of versions that let two shown counts leave a small one between them, for a reader who subtracts: the part is hidden, which is told.
 */
function withoutDifferences(
  solver: LinearSolver,
  releases: readonly OneRelease[]
): { releases: OneRelease[]; findings: Finding[] } {
  const raised = releases.map((release) => {
    const { k } = release.cube;
    return { release, ...raiseThreshold(solver, release.cube, { k, families: release.report.families }) };
  });
  return {
    releases: raised.map(({ release, cube }) => ({ ...release, cube })),
    findings: raised.flatMap(({ release: { file }, hidden }): Finding[] =>
      hidden > 0 ? [{ code: 'differences-hidden', severity: 'doubtful', file, found: String(hidden) }] : []
    )
  };
}

/** The report of all releases: the least of their thresholds, and of each year what its own release says. */
function joinedReport(
  releases: readonly OneRelease[],
  last: ReadonlyMap<SchoolYear, OneRelease>
): Omit<ProtectionReport, 'audit'> {
  const reports = releases.map(({ report }) => report);
  const methods = new Set(reports.map(({ method }) => method));
  return {
    k: Math.min(...reports.map(({ k }) => k)),
    families: Math.min(...reports.map(({ families }) => families)),
    method: methods.size === 1 ? reports[0]!.method : 'gauss',
    years: [...last].flatMap(([year, { report }]) => report.years.filter((one) => one.year === year)),
    withheld: [...new Set(reports.flatMap(({ withheld }) => withheld))].sort()
  };
}

/**
 * What may be published of a service's cases: all its releases together, each of the years that it holds.
 *
 * @param names of the folders that `npm run safe` wrote, in the order of their publication; of a year that two hold, the later one replaces the former
 * @throws UnusableInput missing-file, cube-…, pathways-not-of-safe, pathways-threshold, years-not-joined
 * @throws UnsafeTerritory when a count can be found again
 */
export async function readPathways(
  solver: LinearSolver,
  { names, ...asked }: ReleaseRequest & { names: readonly string[] }
): Promise<Pathways> {
  const read: OneRelease[] = [];
  for (const name of names) read.push(await readRelease(asked, name));
  const first = audit(solver, [joinYears(read)]);
  const isTold = first.open.length > 0 && first.open.every(({ reason }) => reason === 'between');
  const { releases, findings } = isTold ? withoutDifferences(solver, read) : { releases: read, findings: [] };
  const last = releaseOfYears(releases);
  const cube = joinYears(releases);
  const replaced = replacedYears(releases, last);
  findings.push(...replaced);
  if (replaced.length > 0) refuseOpenTogether(solver, releases);
  const checked = isTold ? refuseOpen(solver, [cube]) : unlessOpen(first);
  const years = [...last.keys()];
  const cells = pathwayCells(cube, years, asked.siren);
  const report = { ...joinedReport(releases, last), audit: checked };
  const shown = new Set(last.values());
  const uncounted = uncountedChildren(
    releases.flatMap((one) => (shown.has(one) ? [{ ...one, rounded: one.cube.rounding !== undefined }] : [])),
    cells
  );
  const protection = countProtection(cells, cube, report);
  return { release: { cells, cube, protection, uncounted }, years, findings };
}

/** The rows with the counts that a configuration names, and their years. */
export async function withPathways(
  rows: TerritoryRows,
  { pathways, siren, profile, thresholds }: Config & { pathways: readonly string[] },
  { open, solver, today }: { open: OpenSource; solver: LinearSolver; today: Month }
): Promise<{ rows: TerritoryRows; findings: Finding[] }> {
  const { children = LEAST[profile], families = LEAST.families } = thresholds;
  const asked = { open, names: pathways, siren, least: { children, families } };
  const { release: read, years, findings } = await readPathways(solver, asked);
  const { uncounted: _, ...forAnyone } = read;
  const release = profile === 'internal' ? read : forAnyone;
  const all = [...new Set([...years, ...rows.years])].sort();
  return { rows: { ...rows, release, years: all, asOf: asOfMonth(all.at(-1)!, today) }, findings };
}
