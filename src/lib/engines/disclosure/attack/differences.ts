// What is left between two listed counts of which one holds the other: a count as any other, though no cell of the tables is it.
import { nestedPairs, type NestedPair } from '../nested-pairs.ts';
import { differenceTargets } from '../rules.ts';
import type { TableSystem } from '../table-system.ts';
import type { AttackerModel, CountBounds } from './attacker-model.ts';
import { feasibilityIntervals, type FeasibilityInterval } from './feasibility-intervals.ts';

/**
 * The counts that are known to be below k, and not to be zero: those that are not open may each be anything below it.
 *
 * @param ranges intervals of all counts
 * @param pool tables that agree with what is known; those found are added
 */
export function countsBelow(
  attack: AttackerModel,
  ranges: readonly FeasibilityInterval[],
  k: number,
  pool: Float64Array[]
): number[] {
  const strict = ranges
    .filter(({ target: { reason }, most }) => reason === 'small' && most < k)
    .map(({ target }) => ({ ...target, high: k }));
  return feasibilityIntervals(attack, strict, pool)
    .filter(({ open }) => open)
    .map(({ target }) => target.form.plus);
}

/**
 * The open differences. A count that may be k makes every sum that holds it k or more, and one that cannot reach k - 1 is open itself:
 * there is left what is k - 1 at the most, and holds a count that is known to be below k.
 *
 * @param below those counts
 */
export function openDifferences(
  attack: AttackerModel,
  system: TableSystem,
  bounds: CountBounds,
  below: readonly number[],
  k: number,
  pool: Float64Array[]
): FeasibilityInterval[] {
  if (below.length === 0) return [];
  const { axes, keys } = system;
  const isInside = (cell: number, other: number) =>
    keys[cell]!.every((node, d) => {
      const { nodes } = axes[d]!;
      const around = nodes[keys[other]![d]!]!.atoms;
      return nodes[node]!.atoms.every((atom) => around.includes(atom));
    });
  const holdsOne = ({ whole, part }: NestedPair) =>
    below.some((cell) => isInside(cell, whole) && !isInside(cell, part));
  const targets = differenceTargets(nestedPairs(system).filter(holdsOne), bounds, k);
  return feasibilityIntervals(attack, targets, pool).filter(({ open, ceiling }) => open && ceiling >= k - 1);
}
