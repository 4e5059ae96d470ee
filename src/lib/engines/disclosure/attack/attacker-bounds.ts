// The a-priori bounds of each cell for an attacker who reads one or several releases.
import type { LinearSolver } from '../../../model/linear.ts';
import { AttackerModel, type CountBounds } from './attacker-model.ts';
import { feasibilityIntervals } from './feasibility-intervals.ts';
import type { TableSystem } from '../table-system.ts';

export interface AttackerKnowledge {
  /** The attacker knows that no suppressed cell is empty, because empty cells are published. */
  knowZeros?: boolean;
  /** Base of controlled rounding, when values are rounded. */
  rounding?: number;
  /** Tags of the figures told outside cubes that the attacker has read; none unless told. */
  heard?: ReadonlySet<string>;
}

/** Bounds of the count of children of each cell: published, rounded, suppressed or never listed. */
export function attackerBounds(
  system: TableSystem,
  { knowZeros = false, rounding, heard }: AttackerKnowledge = {}
): CountBounds {
  const lower = new Float64Array(system.size);
  const upper = new Float64Array(system.size).fill(Infinity);
  const slack = rounding === undefined ? 0 : rounding - 1;
  system.listed.forEach((cell, i) => {
    if (cell?.value !== undefined) {
      lower[i] = Math.max(0, cell.value - slack);
      upper[i] = cell.value + slack;
    } else if (cell?.suppressed && knowZeros) lower[i] = 1;
  });
  system.impossible.forEach((flag, i) => {
    if (flag === 1) lower[i] = upper[i] = 0;
  });
  system.listed.forEach((cell, i) => {
    for (const { tag, least, most } of cell?.known ?? []) {
      if (!heard?.has(tag)) continue;
      lower[i] = Math.max(lower[i]!, least);
      upper[i] = Math.min(upper[i]!, most);
    }
  });
  return { lower, upper };
}

/**
 * Raises the lower bounds by the published figures of families and visits. Visits are additive: a suppressed cell whose
 * visits cannot be zero holds a child. Families are not, but a part has no more of them than its parent, and a parent no
 * more than its parts together; each family has a child.
 *
 * @param visits least visits of each cell, where they are known already (`visitsAtLeast`)
 */
export function tightenByFamiliesAndVisits(
  solver: LinearSolver,
  system: TableSystem,
  bounds: CountBounds,
  visits: Float64Array | null = visitsAtLeast(solver, system)
): CountBounds {
  const lower = Float64Array.from(bounds.lower);
  const raise = (cell: number, least: number) => {
    if (bounds.lower[cell] !== bounds.upper[cell]) lower[cell] = Math.max(lower[cell]!, least);
  };
  visits?.forEach((least, cell) => raise(cell, least > 0 ? 1 : 0));
  if (system.listed.some((cell) => cell?.families !== undefined)) {
    familiesAtLeast(system, bounds).forEach((least, cell) => raise(cell, least));
  }
  return { lower, upper: bounds.upper };
}

/** The least number of visits of each cell; null where no visit is published. */
export function visitsAtLeast(solver: LinearSolver, system: TableSystem): Float64Array | null {
  if (system.listed.every((cell) => cell?.visits === undefined)) return null;
  const lower = new Float64Array(system.size);
  const upper = new Float64Array(system.size).fill(Infinity);
  system.listed.forEach((cell, i) => {
    if (cell?.visits !== undefined) lower[i] = upper[i] = cell.visits;
    else if (system.impossible[i] === 1) upper[i] = 0;
  });
  const attack = new AttackerModel(solver, system, { lower, upper });
  const suppressed = [...lower.keys()].filter((cell) => !attack.isFixed(cell));
  const targets = suppressed.map((plus) => ({
    form: { plus },
    low: 0,
    high: 0,
    reason: 'zero' as const,
    enough: Infinity,
    zeroIsSafe: true
  }));
  const least = new Float64Array(system.size);
  feasibilityIntervals(attack, targets).forEach((range) => (least[range.target.form.plus] = range.least));
  attack.dispose();
  return least;
}

function familiesAtLeast(system: TableSystem, { upper }: CountBounds): Float64Array {
  const most = Float64Array.from(upper);
  const least = new Float64Array(system.size);
  system.listed.forEach((cell, i) => {
    if (cell?.families !== undefined) most[i] = least[i] = cell.families;
  });
  // Bounds are passed up and down the hierarchy, as long as one is narrowed.
  const narrow = (bounds: Float64Array, cell: number, to: number): boolean => {
    const isNarrower = bounds === most ? to < most[cell]! : to > least[cell]!;
    if (isNarrower) bounds[cell] = to;
    return isNarrower;
  };
  for (let again = true; again;) {
    again = false;
    for (const { parent, children } of system.sums) {
      const together = children.reduce((sum, child) => sum + most[child]!, 0);
      again = narrow(most, parent, together) || again;
      for (const child of children) {
        again = narrow(most, child, most[parent]!) || again;
        again = narrow(least, parent, least[child]!) || again;
        const others = children.reduce((sum, other) => (other === child ? sum : sum + most[other]!), 0);
        again = narrow(least, child, least[parent]! - others) || again;
      }
    }
  }
  return least;
}
