// The counts of children that `npm run safe` made publishable: read again, checked again, never taken on trust.
import { pathwayCells, type ProtectionReport, readCube } from '../../disclosure/index.ts';
import { isRecord, parseJson } from '../../import/index.ts';
import { UnusableInput, type Finding } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { asOfMonth, type Month, type SchoolYear } from '../../../model/school-year.ts';
import { refuseOpen } from './refuse-open.ts';
import { protectionOf } from './protection.ts';
import type { Release, TerritoryRows } from '../rows.ts';
import type { Config } from '../sources/config.ts';
import { LEAST } from '../sources/config-words.ts';
import type { OpenSource } from '../sources/sources.ts';

const CUBE = 'cube.json';
const REPORT = 'report.json';
/** Schools, levels and themes are dimensions of a cube whose cases tell them. */
const DIMENSIONS = ['zone'];

export interface Pathways {
  release: Release;
  /** Oldest first. */
  years: SchoolYear[];
}

function reportOf(root: unknown, file: string): ProtectionReport {
  const sound = isRecord(root) && Array.isArray(root['years']) && typeof root['families'] === 'number';
  if (sound) return root as unknown as ProtectionReport;
  throw new UnusableInput({ code: 'pathways-not-of-safe', severity: 'dropped', file });
}

/**
 * What may be published of a service's cases.
 *
 * @param name of the folder that `npm run safe` wrote
 * @throws UnusableInput missing-file, cube-…, pathways-not-of-safe, pathways-threshold
 * @throws UnsafeTerritory when a count can be found again
 */
export async function readPathways(
  solver: LinearSolver,
  {
    open,
    name,
    siren,
    least
  }: { open: OpenSource; name: string; siren: string; least: { children: number; families: number } }
): Promise<Pathways> {
  const [cubeFile, reportFile] = [`${name}/${CUBE}`, `${name}/${REPORT}`];
  const cube = readCube(parseJson(await open(cubeFile)).root, cubeFile);
  const names = cube.dimensions.map((dimension) => dimension.name);
  const refuse = (finding: Omit<Finding, 'severity'>) =>
    new UnusableInput({ severity: 'dropped', ...finding });
  if (!DIMENSIONS.every((dimension) => names.includes(dimension))) {
    throw refuse({ code: 'pathways-not-of-safe', file: cubeFile });
  }
  const report = reportOf(parseJson(await open(reportFile)).root, reportFile);
  const below = (file: string, column: string, found: number, expected: number) =>
    refuse({ code: 'pathways-threshold', file, column, found: String(found), expected: String(expected) });
  if (report.k < least.children) throw below(reportFile, 'k', report.k, least.children);
  if (cube.rounding === undefined && cube.k < least.children)
    throw below(cubeFile, 'k', cube.k, least.children);
  if (report.families < least.families) {
    throw below(reportFile, 'families', report.families, least.families);
  }
  const checked = refuseOpen(solver, [cube]);
  const years = report.years.map(({ year }) => year).sort();
  const cells = pathwayCells(cube, years, siren);
  return {
    release: { cells, cube, protection: protectionOf(cells, cube, { ...report, audit: checked }) },
    years
  };
}

/** The rows with the counts that a configuration names, and their years. */
export async function withPathways(
  rows: TerritoryRows,
  { pathways, siren, profile, thresholds }: Config & { pathways: string },
  { open, solver, today }: { open: OpenSource; solver: LinearSolver; today: Month }
): Promise<TerritoryRows> {
  const { children = LEAST[profile], families = LEAST.families } = thresholds;
  const asked = { open, name: pathways, siren, least: { children, families } };
  const { release, years } = await readPathways(solver, asked);
  const all = [...new Set([...years, ...rows.years])].sort();
  return { ...rows, release, years: all, asOf: asOfMonth(all.at(-1)!, today) };
}
