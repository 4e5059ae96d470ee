// Which counts are telling, and what an attacker must remain unsure of.
import type { Bounds, Form } from './attack/attack.ts';
import type { TableSystem } from './table-system.ts';

/** Fewest families behind a shown count. */
export const FAMILIES = 3;
/** Persons, in French official statistics. */
export const PUBLIC_K = 11;
/** Printouts that stay inside the service. */
export const INTERNAL_K = 5;
/** Dimensions along which a part that fills its parent tells as much as a small one. Never geography. */
export const TELLING_AXES: readonly string[] = ['level', 'theme'];

/** `alone`: the figures of one school or one post. */
export type Reason = 'small' | 'families' | 'full' | 'zero' | 'alone';

/** A count that must be able to be as low as `low` and as high as `high`. */
export interface Target {
  form: Form;
  low: number;
  high: number;
  reason: Reason;
  /** A count that can reach this is not small: safe whatever its low end. Infinity when the truth is known. */
  enough: number;
  /** A count that can only be zero is safe: nobody is in it. */
  zeroIsSafe: boolean;
}

/** What must stay unsure for one who knows the truth: no count is large enough to be safe. */
export const targetOf = (form: Form, reason: Reason, low: number, high: number): Target => ({
  form,
  low,
  high,
  reason,
  enough: Infinity,
  zeroIsSafe: false
});

/** Parent and part along a telling axis, where another part could exist. */
export function parts(system: TableSystem): { whole: number; part: number }[] {
  const telling = new Set(system.axes.flatMap((axis, d) => (TELLING_AXES.includes(axis.name) ? [d] : [])));
  return system.sums
    .filter(({ axis, children }) => telling.has(axis) && children.length > 1)
    .flatMap(({ parent, children }) => children.map((part) => ({ whole: parent, part })));
}

/** Cells that may not be shown, whatever else is: small, empty, of too few families, or (nearly) filling a parent. */
export function primaries(
  system: TableSystem,
  truth: Float64Array,
  k: number,
  families?: { count: Float64Array; least: number }
): Uint8Array {
  const hidden = Uint8Array.from(truth, (n) => (n < k ? 1 : 0));
  families?.count.forEach((n, cell) => {
    if (n < families.least) hidden[cell] = 1;
  });
  for (const { whole, part } of parts(system)) {
    const [n, all] = [truth[part]!, truth[whole]!];
    if (all >= k && n > 0 && all - n < k) hidden[part] = 1;
  }
  return hidden;
}

/** What must stay unsure, for one who knows the truth. Cells that are never listed count too. */
export function targetsOfTruth(
  system: TableSystem,
  truth: Float64Array,
  k: number,
  families?: { count: Float64Array; least: number }
): Target[] {
  const targets: Target[] = [];
  const add = (form: Form, reason: Reason, high: number) => targets.push(targetOf(form, reason, 1, high));
  truth.forEach((n, cell) => {
    if (n > 0 && n < k) add({ plus: cell }, 'small', k - 1);
    else if (n >= k && families && families.count[cell]! < families.least) add({ plus: cell }, 'families', n);
  });
  for (const { whole, part } of parts(system)) {
    const [n, all] = [truth[part]!, truth[whole]!];
    if (all >= k && n > 0 && all - n < k) add({ plus: whole, minus: part }, 'full', k - 1);
  }
  return targets;
}

/** What must stay unsure, for one who only reads what is published. */
export function targetsOfReader(system: TableSystem, bounds: Bounds, k: number): Target[] {
  const { lower, upper } = bounds;
  const known = (cell: number) => lower[cell] === upper[cell];
  const targets: Target[] = [];
  for (let cell = 0; cell < system.size; cell++) {
    if (system.impossible[cell] === 1) continue;
    if (!known(cell) || (lower[cell]! > 0 && lower[cell]! < k))
      targets.push({
        form: { plus: cell },
        low: 1,
        high: k - 1,
        reason: 'small',
        enough: k,
        zeroIsSafe: true
      });
  }
  for (const { whole, part } of parts(system)) {
    if (known(whole) && lower[whole]! >= k && !(known(part) && lower[part] === 0))
      targets.push({
        form: { plus: whole, minus: part },
        low: 1,
        high: k - 1,
        reason: 'full',
        enough: k,
        zeroIsSafe: false
      });
  }
  return targets;
}
