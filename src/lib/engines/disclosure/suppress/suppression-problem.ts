// The cell suppression problem: which complementary cells to suppress, at the least information loss, so that every requirement holds.
import type { LinearSolver } from '../../../model/linear.ts';
import { singleWorkplaceTargets } from '../attack/single-workplaces.ts';
import { AttackerModel, type CountBounds } from '../attack/attacker-model.ts';
import { feasibilityIntervals, type FeasibilityInterval } from '../attack/feasibility-intervals.ts';
import { primarySuppressions, protectionTargets, type ProtectionTarget } from '../rules.ts';
import { nestedPairs } from '../nested-pairs.ts';
import type { TableSystem } from '../table-system.ts';

export interface SuppressionProblem {
  system: TableSystem;
  truth: Float64Array;
  k: number;
  /** 1 where a cell is never published: a primary suppression, or not listed. */
  primary: Uint8Array;
  /** Candidates for complementary suppression. */
  free: number[];
  /** Information loss when a free cell is suppressed, a whole number; 0 for all other cells. */
  weight: Float64Array;
  targets: readonly ProtectionTarget[];
  /** Former releases show some of the counts. */
  isBesideFormer: boolean;
  /** Feasible tables found so far, used again as witnesses for other patterns. */
  pool: Float64Array[];
}

export interface SuppressionInput {
  system: TableSystem;
  truth: Float64Array;
  k: number;
  families?: { count: Float64Array; least: number };
  /** 1 for cells of a single school or post (see `singleWorkplaceCells`). */
  alone?: Uint8Array;
  /** 1 where a former release published the cell: it can no longer be suppressed. */
  shown?: Uint8Array;
  weight?: (cell: number) => number;
}

export function suppressionProblem({
  system,
  truth,
  k,
  families,
  alone = new Uint8Array(system.size),
  shown,
  weight = cellWeights(system, truth, k)
}: SuppressionInput): SuppressionProblem {
  const primary = primarySuppressions(system, truth, k, families);
  alone.forEach((flag, i) => flag === 1 && (primary[i] = 1));
  const free: number[] = [];
  system.listed.forEach((cell, i) => {
    if (system.impossible[i] === 1 || shown?.[i] === 1) primary[i] = 0;
    else if (!cell) primary[i] = 1;
    else if (primary[i] === 0) free.push(i);
  });
  const losses = new Float64Array(system.size);
  for (const cell of free) losses[cell] = weight(cell);
  return {
    system,
    truth,
    k,
    primary,
    free,
    weight: losses,
    targets: [
      ...protectionTargets(system, truth, k, families, nestedPairs(system)),
      ...singleWorkplaceTargets(truth, k, alone)
    ],
    isBesideFormer: shown !== undefined,
    pool: []
  };
}

/**
 * Information loss of each cell, in few distinct values so that optima are quick to prove: one step more each time the count
 * doubles; the total of a place is worth three finer cells, that of a place made of others (a commune) six.
 */
function cellWeights(system: TableSystem, truth: Float64Array, k: number): (cell: number) => number {
  return (cell) => {
    const split = system.keys[cell]!.flatMap((node, d) =>
      node === system.axes[d]!.root ? [] : [{ node, d }]
    );
    const composed = split.some(({ node, d }) => system.axes[d]!.nodes[node]!.atoms.length > 1);
    const worth = split.length > 1 ? 1 : composed ? 6 : 3;
    const size = Math.min(5, Math.floor(Math.log2(1 + truth[cell]! / k)));
    return worth * (1 + size);
  };
}

/** Bounds known to an attacker when exactly `pattern` is suppressed. */
export function patternBounds({ system, truth }: SuppressionProblem, pattern: Uint8Array): CountBounds {
  const known = (i: number) => pattern[i] === 0 || system.impossible[i] === 1;
  return {
    lower: Float64Array.from(truth, (n, i) => (known(i) ? n : 0)),
    upper: Float64Array.from(truth, (n, i) => (known(i) ? n : Infinity))
  };
}

export interface PatternCheck {
  open: FeasibilityInterval[];
  ranges: FeasibilityInterval[];
}

/** Checks a pattern against every target; `open` holds those it fails. */
export function checkPattern(
  solver: LinearSolver,
  problem: SuppressionProblem,
  pattern: Uint8Array
): PatternCheck {
  const attack = new AttackerModel(solver, problem.system, patternBounds(problem, pattern), problem.truth);
  const ranges = feasibilityIntervals(attack, problem.targets, problem.pool);
  attack.dispose();
  return { ranges, open: ranges.filter((range) => range.open) };
}

export const informationLoss = ({ weight }: SuppressionProblem, pattern: Uint8Array): number =>
  weight.reduce((sum, w, i) => sum + (pattern[i] === 1 ? w : 0), 0);
