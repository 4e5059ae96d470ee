// The audit of published cubes: the counts whose feasibility interval discloses them, and the sums that prove it.
import { UnusableInput } from '../../../model/findings.ts';
import type { LinearSolver } from '../../../model/linear.ts';
import { publishedSingleWorkplaceCells, openSingleWorkplaceIntervals } from './single-workplaces.ts';
import { AttackerModel, InconsistentTables, type CountBounds, type LinearForm } from './attacker-model.ts';
import { blocksOfYears, joinReleases, yearsOf, type Apart, type ReleaseBlock } from '../joined-releases.ts';
import type { CubeCell, PublishedCube } from '../published-cube.ts';
import { countsBelow, openDifferences } from './differences.ts';
import { explain, type Explanation } from './explain.ts';
import { tightenByFamiliesAndVisits, attackerBounds, type AttackerKnowledge } from './attacker-bounds.ts';
import { exactInterval, feasibilityIntervals, type FeasibilityInterval } from './feasibility-intervals.ts';
import { FAMILIES, auditTargets, type ProtectionTarget, type UnsafeReason } from '../rules.ts';
import { buildSystem, type LinkedCounts, type TableSystem } from '../table-system.ts';

/** A count that the published values disclose. */
export interface OpenCell {
  /** Node names, one per dimension. */
  names: string[];
  /** `full`, `between`: the disclosed count is `whole` without the cell. */
  reason: UnsafeReason;
  whole: string[] | null;
  /** Published as such, not derived. */
  shown: boolean;
  /** Ends of the feasibility interval. */
  lo: number;
  /** null: no upper bound. */
  hi: number | null;
  explanations: Explanation[];
}

export interface AuditReport {
  k: number;
  dimensions: string[];
  /** Cells in the files. */
  published: number;
  hidden: number;
  /** Counts examined, unlisted ones included. */
  examined: number;
  open: OpenCell[];
  /**
   * Counts, unlisted ones included, that are known to be below k, though they may be anything below it. With none, no sum or difference of
   * counts, however many, can be told to be of 1 to k - 1; with some, counts and differences of two were examined one by one.
   */
  below: number;
  /** Width of the narrowest feasibility interval among the suppressed counts that may be small; null when there is none. */
  narrowest: number | null;
  seconds: number;
}

export interface AuditOptions extends AttackerKnowledge {
  /** The smallest of the cubes' own unless told. */
  k?: number;
  /** What a map tells of places of two geographies, such as QPVs of 2015 and of 2024. */
  apart?: readonly Apart[];
  files?: readonly string[];
  /** Explain at most this many open cells; 20 unless told. */
  explained?: number;
  onProgress?: (share: number) => void;
}

/**
 * Audits one or several releases as one system of linked tables, from their published values only. A suppressed count, or what a listed
 * count leaves of another that holds it, is open when its feasibility interval is proven to lie in 1..k-1 without covering it.
 *
 * @throws UnusableInput when the files contradict one another or themselves
 */
export function audit(
  solver: LinearSolver,
  releases: readonly PublishedCube[],
  options: AuditOptions = {}
): AuditReport {
  const began = performance.now();
  const files = options.files ?? releases.map((_, i) => `cube ${i + 1}`);
  const k = options.k ?? Math.min(...releases.map((cube) => cube.k));
  const cubes = joinReleases(releases, files, options.apart);
  const rounding =
    options.rounding ?? cubes.reduce<number | undefined>((base, cube) => cube.rounding ?? base, undefined);
  const blocks = blocksOfYears(cubes, files);
  const dimensions = new Set<string>();
  const counts = { published: 0, hidden: 0, examined: 0, below: 0 };
  const report = { k, ...counts, open: [] as OpenCell[], narrowest: Infinity };
  let explained = options.explained ?? 20;
  blocks.forEach((block, done) => {
    const found = auditBlock(solver, block, k, {
      ...options,
      explained,
      ...(rounding && { rounding }),
      onProgress: (share) => options.onProgress?.((done + share) / blocks.length)
    });
    for (const name of found.dimensions) dimensions.add(name);
    for (const count of ['published', 'hidden', 'examined', 'below'] as const) report[count] += found[count];
    report.open.push(...found.open);
    report.narrowest = Math.min(report.narrowest, found.narrowest);
    explained = Math.max(0, explained - found.open.length);
  });
  return {
    ...report,
    dimensions: [...dimensions],
    narrowest: report.narrowest === Infinity ? null : report.narrowest,
    seconds: (performance.now() - began) / 1000
  };
}

/** Audits releases whose counts sums may link. */
function auditBlock(solver: LinearSolver, { cubes, files }: ReleaseBlock, k: number, options: AuditOptions) {
  const system = systemOf(cubes, files);
  try {
    return {
      dimensions: system.axes.map(({ name }) => name),
      published: system.listed.filter((cell) => cell?.value !== undefined).length,
      hidden: system.listed.filter((cell) => cell?.suppressed).length,
      ...examine(solver, system, cubes, k, options)
    };
  } catch (cause) {
    if (!(cause instanceof InconsistentTables)) throw cause;
    const where = cause.parent === null ? {} : { column: system.names(cause.parent).join(' / ') };
    const code = isAssumptionAtFault(solver, system, options) ? 'zeros-contradicted' : 'totals-do-not-add-up';
    throw new UnusableInput({ code, severity: 'dropped', file: files.join(', '), ...where }, { cause });
  }
}

/** Whether the figures agree once a reader no longer assumes that no hidden count is zero. */
function isAssumptionAtFault(
  solver: LinearSolver,
  system: TableSystem,
  { knowZeros, rounding }: AuditOptions
): boolean {
  if (!knowZeros) return false;
  try {
    const plain = attackerBounds(system, rounding === undefined ? {} : { rounding });
    new AttackerModel(solver, system, plain).dispose();
    return true;
  } catch (cause) {
    if (cause instanceof InconsistentTables) return false;
    throw cause;
  }
}

/** A release that names no year and contradicts the others is of another year. */
function systemOf(cubes: readonly PublishedCube[], files: readonly string[]): TableSystem {
  try {
    return buildSystem(cubes, files);
  } catch (cause) {
    const silent = cubes.findIndex((cube) => yearsOf(cube) === undefined);
    const contradict = cause instanceof UnusableInput && cause.finding.code === 'releases-contradict';
    if (!contradict || silent < 0 || cubes.every((cube) => yearsOf(cube) === undefined)) throw cause;
    throw new UnusableInput(
      { code: 'cube-year-unknown', severity: 'dropped', file: files[silent]!, column: 'years' },
      { cause }
    );
  }
}

function examine(
  solver: LinearSolver,
  system: TableSystem,
  cubes: readonly PublishedCube[],
  k: number,
  options: AuditOptions
) {
  const plain = attackerBounds(system, options);
  const bounds = options.rounding === undefined ? tightenByFamiliesAndVisits(solver, system, plain) : plain;
  const attack = new AttackerModel(solver, system, bounds);
  const targets = auditTargets(system, bounds, k);
  const alone = publishedSingleWorkplaceCells(system, cubes);
  const pool: Float64Array[] = [];
  let below: number[] = [];
  const others = (ranges: readonly FeasibilityInterval[]) => {
    // Rounded counts are all known to a base.
    if (options.rounding === undefined) below = countsBelow(attack, ranges, k, pool);
    return openDifferences(attack, system, bounds, below, k, pool);
  };
  const examination = { attack, bounds, targets, alone, k, pool, others };
  const { ranges, open } = openCells(solver, system, examination, options);
  attack.dispose();
  const unsure = ranges.filter(
    ({ target: { form }, least, most }) =>
      form.minus === undefined && system.listed[form.plus]?.suppressed && least <= 1 && most > 1
  );
  const narrowest = unsure.reduce((width, { least, most }) => Math.min(width, most - least + 1), Infinity);
  return { examined: ranges.length, below: below.length, narrowest, open: [...open, ...fewFamilies(system)] };
}

/** What is examined, and what its reader knows. */
interface Examination {
  attack: AttackerModel;
  bounds: CountBounds;
  targets: readonly ProtectionTarget[];
  /** 1 for the cells of places of a single school. */
  alone: Uint8Array;
  k: number;
  /** Tables found for other knowledge of the same system; new ones are added. */
  pool?: Float64Array[];
  /** What else is open, told from the intervals of all counts. */
  others?: (ranges: readonly FeasibilityInterval[]) => readonly FeasibilityInterval[];
}

/** The counts that are open, each with its form, and the intervals of all that were examined. */
export function openCells(
  solver: LinearSolver,
  system: LinkedCounts,
  { attack, bounds, targets, alone, k, pool = [], others = () => [] }: Examination,
  options: AuditOptions
): { open: OpenCell[]; forms: LinearForm[]; ranges: FeasibilityInterval[] } {
  const ranges = feasibilityIntervals(attack, targets, pool, options.onProgress);
  const small = [...ranges.filter((range) => range.open), ...others(ranges)];
  const single = openSingleWorkplaceIntervals(attack, bounds, k, alone, ranges);
  const open = [
    ...small,
    ...single.filter(
      ({ target }) =>
        !small.some((one) => one.target.form.plus === target.form.plus && one.target.form.minus === undefined)
    )
  ];
  const explained = options.explained ?? 20;
  const cells = open.map((range, i): OpenCell => {
    const { form, reason } = range.target;
    const cell = form.minus ?? form.plus;
    const { floor: lo, ceiling: hi } = exactInterval(attack, range);
    return {
      names: form.also ? namesTogether(system, [cell, ...form.also]) : system.names(cell),
      reason,
      whole: form.minus === undefined ? null : system.names(form.plus),
      shown: !form.also && isShown(system.listed[cell], options),
      lo,
      hi: Number.isFinite(hi) ? hi : null,
      explanations:
        i < explained
          ? range.proofs.flatMap(({ sense, shot }) => {
              const found = explain(solver, system, attack, bounds, form, sense, shot.value, options.heard);
              return found ? [found] : [];
            })
          : []
    };
  });
  return { open: cells, forms: open.map(({ target }) => target.form), ranges };
}

/** Counts along one dimension, under one name. */
const namesTogether = (system: LinkedCounts, [first, ...others]: readonly number[]): string[] =>
  system
    .names(first!)
    .map((name, d) => [...new Set([name, ...others.map((cell) => system.names(cell)[d]!)])].join(' + '));

/** Published as such: by a cube that is not rounded, or by a figure. */
const isShown = (cell: CubeCell | undefined, { rounding, heard }: AuditOptions): boolean =>
  (rounding === undefined && cell?.value !== undefined) ||
  (cell?.known?.some(({ tag, least, most }) => least === most && heard?.has(tag)) ?? false);

function fewFamilies(system: TableSystem): OpenCell[] {
  return system.listed.flatMap((cell, i): OpenCell[] =>
    cell?.families !== undefined && cell.families > 0 && cell.families < FAMILIES
      ? [
          {
            names: system.names(i),
            reason: 'families',
            whole: null,
            shown: true,
            lo: cell.families,
            hi: cell.families,
            explanations: []
          }
        ]
      : []
  );
}
