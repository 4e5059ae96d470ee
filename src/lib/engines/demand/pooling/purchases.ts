// What several communes buy together, against each buying its own.
import { compared, type Compared } from './range.ts';

export interface PooledAction {
  id: string;
  /** A year; null where it is not known. */
  euros: number | null;
  /** Communes that it reaches. */
  communes: number;
}

export interface PurchaseHypotheses {
  /** Greatest part of an action's cost that is paid again by each commune that buys alone, 0 to 1. */
  fixedShare: number;
  /** Greatest discount that the common volume obtains, 0 to below 1. */
  discount: number;
}

/**
 * Euros a year of the actions of two communes or more. Alone, each of the n communes pays the fixed part in full and its share of the
 * rest, at a price without the discount: cost x (1 + fixed x (n - 1)) / (1 - discount). It grows with both, so that the range goes from
 * neither to both at their greatest, through half of each.
 *
 * @returns null without any such action whose cost is known
 */
export function purchasesCompared(
  actions: readonly PooledAction[],
  { fixedShare, discount }: PurchaseHypotheses
): Compared | null {
  const shared = actions.filter(({ communes }) => communes > 1);
  const known = shared.filter(({ euros }) => euros !== null);
  if (known.length === 0) return null;
  const pooled = known.reduce((sum, { euros }) => sum + euros!, 0);
  const pairs = [0.5, 0, 1].map((part) => ({
    pooled,
    alone: known.reduce(
      (sum, { euros, communes }) =>
        sum + (euros! * (1 + part * fixedShare * (communes - 1))) / (1 - part * discount),
      0
    )
  }));
  return compared(
    pairs,
    'less',
    shared.filter(({ euros }) => euros === null).map(({ id }) => id)
  );
}
