// Protects one school year: true counts, suppression pattern, and its report.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import type { Case } from '../../../model/pathway.ts';
import type { SchoolYear } from '../../../model/school-year.ts';
import { singleWorkplaceCells } from '../attack/single-workplaces.ts';
import { partsByPlace, yearsOf } from '../joined-releases.ts';
import { OUTSIDE, ROOT, type CubeCell, type Dimension, type PublishedCube } from '../published-cube.ts';
import type { SuppressionProgress } from '../suppress/suppress-exactly.ts';
import { knownSafePattern, type KnownPattern } from '../suppress/known-pattern.ts';
import { suppressionProblem, type SuppressionProblem } from '../suppress/suppression-problem.ts';
import {
  cellsOfYear,
  leavesOf,
  patternsOfYear,
  workplacesOf,
  type CaseStructure,
  type CubeFrame
} from './recommended-cube.ts';
import { suppressCells, type SuppressionMethod } from '../suppress/suppress-cells.ts';
import { buildSystem, type TableSystem } from '../table-system.ts';
import { countCells, countDistinct } from '../attack/true-counts.ts';

export interface YearReport {
  year: SchoolYear;
  status: 'optimal' | 'heuristic';
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
  report: YearReport;
}

export interface YearOptions {
  k: number;
  families: number;
  method: SuppressionMethod;
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
  const listed = cellsOfYear(frame, cases);
  const unvalued = listed.map(({ key }): CubeCell => ({ key, suppressed: true }));
  const system = buildSystem([
    { k, ...frame, impossible: patternsOfYear(frame.impossible, year), cells: unvalued }
  ]);
  const truth = countCells(system, cases, leavesOf);
  const families = familyCounts(system, cases);
  const visits = countCells(system, cases, leavesOf, (one) => one.visits ?? 0);
  const unvisited = countCells(system, cases, leavesOf, (one) => (one.visits === null ? 1 : 0));
  const at = indexOf(system, listed);
  const notEmpty = at.filter((cell) => truth[cell]! > 0);
  const shown = shownBefore(options.former ?? [], { system, frame, listed, at }, year, truth);
  const problem = suppressionProblem({
    system,
    truth,
    k,
    families: { count: families.atLeast, least: options.families },
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
  const nested = nestedZones(frame);
  const neutral = neutralShare(cases, { k, families: options.families });
  const cells = listed.map(({ key }, i): CubeCell => {
    const cell = at[i]!;
    if (pattern[cell] === 1 || system.impossible[cell] === 1) return { key, suppressed: true };
    const [zone, ...others] = key as [string, ...string[]];
    const told = nested.has(zone) && others.every((name) => name === ROOT);
    return {
      key,
      value: truth[cell]!,
      ...(families.unknown[cell] === 0 && { families: families.atLeast[cell]! }),
      ...(told && unvisited[cell] === 0 && { visits: visits[cell]! }),
      ...(neutral !== null && key.every((name) => name === ROOT) && { neutral })
    };
  });
  const primary = notEmpty.filter((cell) => problem.primary[cell] === 1).length;
  const secondary = notEmpty.filter((cell) => pattern[cell] === 1).length - primary;
  const counts = { cells: cells.length, notEmpty: notEmpty.length, primary, secondary };
  // A gap to the last decimal is a fraction of the loss, which is a sum over hidden counts.
  const told = gap === null ? null : Math.ceil(1000 * gap - 1e-6) / 1000;
  return { cells, report: { year, status, ...counts, loss, bound, gap: told, seconds } };
}

/**
 * The places whose visits are published: all, communes, and what is outside QPVs in each, with no level, theme or school. One holds
 * another or they share nobody, so that whatever a reader assumes of the visits that a child gets, every table of children that agrees
 * with the published counts agrees with the visits too (each part of a commune may have them in proportion of its children).
 */
function nestedZones({ dimensions }: CubeFrame): Set<string> {
  const communes = Object.keys(dimensions[0]!.trees[0]![ROOT]!);
  return new Set([ROOT, ...communes, ...communes.map((code) => `${code}:${OUTSIDE}`)]);
}

/** Children of one family that the service follows in one year, at most: so many whose family is not told may be of one. */
const MOST_OF_A_FAMILY = 5;

/** Families of each cell, at least, and its children whose family is not told: where there is one, the number of families is unknown. */
function familyCounts(
  system: TableSystem,
  cases: readonly Case[]
): { atLeast: Float64Array; unknown: Float64Array } {
  const told = cases.filter(({ family_id }) => family_id !== null);
  const known = countDistinct(system, told, leavesOf, ({ family_id }) => family_id!);
  const unknown = countCells(system, cases, leavesOf, ({ family_id }) => (family_id === null ? 1 : 0));
  return {
    atLeast: known.map((count, cell) => count + Math.ceil(unknown[cell]! / MOST_OF_A_FAMILY)),
    unknown
  };
}

/**
 * Whole percent of the listed visits that are at neutral places. Behind it are as many children of as many families as behind a count,
 * with visits at such places and, again, with visits at home; else, and under one percent, null: no count of visits is told beside it.
 */
function neutralShare(
  cases: readonly Case[],
  { k, families }: Pick<YearOptions, 'k' | 'families'>
): number | null {
  const [home, neutral] = (['home', 'neutral'] as const).map((place) => {
    const met = cases.filter(({ visited }) => (visited?.[place] ?? 0) > 0);
    const named = new Set(met.flatMap(({ family_id }) => family_id ?? []));
    const unnamed = met.filter(({ family_id }) => family_id === null).length;
    const isEnough = met.length >= k && named.size + Math.ceil(unnamed / MOST_OF_A_FAMILY) >= families;
    return isEnough ? met.reduce((sum, { visited }) => sum + visited![place], 0) : 0;
  }) as [number, number];
  const percent = Math.round((100 * neutral) / (home + neutral));
  return home > 0 && neutral > 0 && percent > 0 && percent < 100 ? percent : null;
}

/** System cell of each listed cell. */
function indexOf(system: TableSystem, listed: readonly CubeCell[]): number[] {
  return listed.map(({ key }) => {
    const cell = system.find(key.map((name, d) => system.axes[d]!.find(0, name)!));
    if (cell === undefined) throw new Error(`no cell ${key.join(' / ')}`);
    return cell;
  });
}

/** 1 for the cells of a year that former releases published; undefined without former releases. */
function shownBefore(
  former: readonly PublishedCube[],
  {
    system,
    frame,
    listed,
    at
  }: { system: TableSystem; frame: CubeFrame; listed: readonly CubeCell[]; at: readonly number[] },
  year: SchoolYear,
  truth: Float64Array
): Uint8Array | undefined {
  const ofYear = former.filter((cube) => yearsOf(cube)?.includes(year) ?? true);
  if (ofYear.length === 0) return undefined;
  const seen = new Map(
    ofYear.flatMap((cube) => {
      const { dimensions, cells } = cube;
      const d = dimensions.findIndex(({ name }) => name === 'year');
      const z = dimensions.findIndex(({ name }) => name === 'zone');
      const moved = z < 0 ? new Set<string>() : otherGround(dimensions[z]!, frame.dimensions[0]!);
      const shown = cells.filter(({ key, value }) => value !== undefined && (d < 0 || key[d] === year));
      return shown
        .filter(({ key }) => !moved.has(key[z]!))
        .map(
          ({ key, value }) =>
            [
              keyAs(frame, cube, key),
              { value, silent: yearsOf(cube) === undefined && cube.rounding === undefined, cube }
            ] as const
        );
    })
  );
  const shown = new Uint8Array(system.size);
  listed.forEach(({ key }, i) => {
    const before = seen.get(key.join('\n'));
    if (!before) return;
    if (before.silent && before.value !== truth[at[i]!])
      throw new UnusableInput({
        code: 'cube-year-unknown',
        severity: 'dropped',
        file: `former ${former.indexOf(before.cube) + 1}`,
        column: 'years'
      });
    shown[at[i]!] = 1;
  });
  return shown;
}

/** A key of a former cube in the order of these dimensions: one that the former lacks is its root; its year is left out. */
const keyAs = ({ dimensions }: CubeFrame, { dimensions: former }: PublishedCube, key: readonly string[]) =>
  dimensions.map(({ name }) => key[former.findIndex((one) => one.name === name)] ?? ROOT).join('\n');

/** The parts outside QPVs that are not the same ground in both, because their communes have other QPVs. */
function otherGround(former: Dimension, now: Dimension): Set<string> {
  const before = partsByPlace(former);
  return new Set(
    [...partsByPlace(now)].flatMap(([place, parts]) =>
      before.get(place)?.join() === parts.join() ? [] : [`${place}:${OUTSIDE}`]
    )
  );
}
