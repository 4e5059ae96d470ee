// The sensitivity rules: which cells are primary suppressions, and which interval of each an attacker must not be able to exclude.
import type { CountBounds, LinearForm } from './attack/attacker-model.ts';
import { CHILD_VARIABLE } from '../../model/report/exit-figure.ts';
import type { NestedPair } from './nested-pairs.ts';
import type { LinkedCounts } from './table-system.ts';

export { PUBLIC_K } from '../../model/pathway.ts';

/** Fewest families behind a published count. */
export const FAMILIES = 3;
/** Threshold for printouts that stay inside the service. */
export const INTERNAL_K = 5;
/** Dimensions that describe the child: a part that fills its parent there is an attribute disclosure. Never geography. */
const isAttribute = (axis: string): boolean =>
  axis === 'level' || axis === 'theme' || axis.startsWith(CHILD_VARIABLE);

/**
 * Why a count is protected. `small`: below the threshold; `families`: of too few families; `full`: all but fewer than k of its parent;
 * `between`: what a count leaves of another that holds it is below the threshold; `zero`: an empty cell that a reader could take for a small
 * one; `alone`: of a single school or post.
 */
export type UnsafeReason = 'small' | 'families' | 'full' | 'between' | 'zero' | 'alone';

/** A protection requirement: the feasibility interval of `form` must contain `low` and `high`. */
export interface ProtectionTarget {
  form: LinearForm;
  low: number;
  high: number;
  reason: UnsafeReason;
  /** A count whose upper end can reach this is not small: safe whatever its lower end. Infinity when the true count is known. */
  enough: number;
  /** A count that can only be zero discloses nobody. */
  zeroIsSafe: boolean;
}

/** A requirement on a count whose true value is known. */
export const protectionTarget = (
  form: LinearForm,
  reason: UnsafeReason,
  low: number,
  high: number
): ProtectionTarget => ({
  form,
  low,
  high,
  reason,
  enough: Infinity,
  zeroIsSafe: false
});

/** Each parent and part along an attribute dimension, where another part could exist. */
function attributeParts(system: LinkedCounts): { whole: number; part: number }[] {
  const attributes = new Set(system.axes.flatMap((axis, d) => (isAttribute(axis.name) ? [d] : [])));
  return system.sums
    .filter(({ axis, children }) => attributes.has(axis) && children.length > 1)
    .flatMap(({ parent, children }) => children.map((part) => ({ whole: parent, part })));
}

/**
 * Primary suppressions: cells that are small, empty, of too few families, or (nearly) fill a parent.
 *
 * @param truth true count of each cell
 * @returns 1 for those cells
 */
export function primarySuppressions(
  system: LinkedCounts,
  truth: Float64Array,
  k: number,
  families?: { count: Float64Array; least: number }
): Uint8Array {
  const primary = Uint8Array.from(truth, (n) => (n < k ? 1 : 0));
  families?.count.forEach((n, cell) => {
    if (n < families.least) primary[cell] = 1;
  });
  for (const { whole, part } of attributeParts(system)) {
    const [n, all] = [truth[part]!, truth[whole]!];
    if (all >= k && n > 0 && all - n < k) primary[part] = 1;
  }
  return primary;
}

/**
 * Protection requirements from the true counts, for every cell of the system, published or not. A small count may be k as well: whatever
 * counts are put together, one of them may then be k, and so their sum.
 *
 * @param pairs listed counts within one another
 */
export function protectionTargets(
  system: LinkedCounts,
  truth: Float64Array,
  k: number,
  families?: { count: Float64Array; least: number },
  pairs: readonly NestedPair[] = []
): ProtectionTarget[] {
  const targets: ProtectionTarget[] = [];
  const add = (form: LinearForm, reason: UnsafeReason, high: number) =>
    targets.push(protectionTarget(form, reason, 1, high));
  truth.forEach((n, cell) => {
    if (n > 0 && n < k) add({ plus: cell }, 'small', k);
    else if (n >= k && families && families.count[cell]! < families.least) add({ plus: cell }, 'families', n);
  });
  const full = new Set<string>();
  for (const { whole, part } of attributeParts(system)) {
    const [n, all] = [truth[part]!, truth[whole]!];
    if (all < k || n === 0 || all - n >= k) continue;
    add({ plus: whole, minus: part }, 'full', k - 1);
    full.add(`${whole} ${part}`);
  }
  for (const { whole, part } of pairs) {
    const left = truth[whole]! - truth[part]!;
    if (truth[part] === 0 || left === 0 || left >= k || full.has(`${whole} ${part}`)) continue;
    add({ plus: whole, minus: part }, 'between', k - 1);
  }
  return targets;
}

/**
 * Protection requirements from the published values alone, as an auditor sees them.
 *
 * @param isStrict a count that is known to be below k is open even where it may be anything below it: put with others, it might be told
 */
export function auditTargets(
  system: LinkedCounts,
  { lower, upper }: CountBounds,
  k: number,
  isStrict = false
): ProtectionTarget[] {
  const known = (cell: number) => lower[cell] === upper[cell];
  const targets: ProtectionTarget[] = [];
  const add = (form: LinearForm, reason: UnsafeReason) =>
    targets.push(auditTarget(form, reason, k, isStrict));
  for (let cell = 0; cell < system.size; cell++) {
    if (system.impossible[cell] === 1) continue;
    if (!known(cell) || (lower[cell]! > 0 && lower[cell]! < k)) add({ plus: cell }, 'small');
  }
  for (const { whole, part } of attributeParts(system)) {
    if (known(whole) && lower[whole]! >= k && !(known(part) && lower[part] === 0))
      add({ plus: whole, minus: part }, 'full');
  }
  return targets;
}

/**
 * Parts that fill a whole of k or more in all of some tables, where nobody tells how large it is: if no other table tells it otherwise, everyone
 * in it is known to share the part.
 */
export function filledWholes(
  system: LinkedCounts,
  { lower, upper }: CountBounds,
  k: number,
  tables: readonly Float64Array[]
): ProtectionTarget[] {
  return attributeParts(system).flatMap(({ whole, part }) =>
    lower[whole] !== upper[whole] &&
    tables.every((table) => table[whole]! >= k && table[part] === table[whole])
      ? [{ ...protectionTarget({ plus: whole, minus: part }, 'full', 1, k - 1), enough: k }]
      : []
  );
}

/** As `auditTargets`, for what is left between counts within one another. */
export const differenceTargets = (
  pairs: readonly NestedPair[],
  { lower, upper }: CountBounds,
  k: number,
  isStrict = false
): ProtectionTarget[] =>
  pairs
    .filter(({ whole, part }) => {
      const left = lower[whole]! - lower[part]!;
      const isTold = lower[whole] === upper[whole] && lower[part] === upper[part];
      return !isTold || (left > 0 && left < k);
    })
    .map(({ whole, part }) => auditTarget({ plus: whole, minus: part }, 'between', k, isStrict));

const auditTarget = (
  form: LinearForm,
  reason: UnsafeReason,
  k: number,
  isStrict: boolean
): ProtectionTarget => ({
  form,
  low: 1,
  high: isStrict ? k : k - 1,
  reason,
  enough: k,
  zeroIsSafe: reason !== 'full'
});
