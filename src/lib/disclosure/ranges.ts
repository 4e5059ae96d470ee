// What is proven of each count: values it can take (seen in a whole table) and values it cannot pass.
import type { Attack, Form, Shot } from './attack.ts';
import type { Target } from './rules.ts';

export interface Range {
  target: Target;
  /** Reached by a whole table. */
  least: number;
  most: number;
  /** Ends proven: no whole table goes beyond. */
  leastProven: boolean;
  mostProven: boolean;
  open: boolean;
  /** Linear proofs of the ends that betray the count. */
  proofs: { sense: 'min' | 'max'; shot: Shot }[];
}

export const valueOf = (form: Form, table: Float64Array): number =>
  table[form.plus]! - (form.minus === undefined ? 0 : table[form.minus]!);

const seenSafe = ({ target, least, most }: Range): boolean =>
  most >= target.enough || (most >= target.high && least <= target.low);

/**
 * Decides every target. Each whole table found on the way serves as a witness for all of them, so that few targets
 * need an aim of their own.
 *
 * @param onProgress share of the targets decided so far, 0..1.
 */
export function decide(
  attack: Attack,
  targets: readonly Target[],
  onProgress?: (share: number) => void
): Range[] {
  const ranges = targets.map((target): Range => {
    const value = valueOf(target.form, attack.base);
    return {
      target,
      least: value,
      most: value,
      leastProven: false,
      mostProven: false,
      open: false,
      proofs: []
    };
  });
  const witness = (table: Float64Array) => {
    for (const range of ranges) {
      const value = valueOf(range.target.form, table);
      if (value < range.least) range.least = value;
      if (value > range.most) range.most = value;
    }
  };
  const aim = (range: Range, sense: 'min' | 'max'): void => {
    const end = sense === 'max' ? 'most' : 'least';
    const { form } = range.target;
    const linear = attack.aim(form, sense);
    if (Number.isFinite(linear.value)) range.proofs.push({ sense, shot: linear });
    const shot = linear.witness || !Number.isFinite(linear.value) ? linear : attack.aim(form, sense, true);
    if (shot.witness) witness(shot.witness);
    else range[end] = shot.value;
    range[`${end}Proven`] = true;
  };
  ranges.forEach((range, i) => {
    if (i % 50 === 0) onProgress?.(i / ranges.length);
    const { high, enough, zeroIsSafe } = range.target;
    if (seenSafe(range)) return;
    if (range.most < high) aim(range, 'max');
    if (range.most >= high && !seenSafe(range)) aim(range, 'min');
    if (range.most >= high && !seenSafe(range) && !range.mostProven && Number.isFinite(enough))
      aim(range, 'max');
    range.open = !seenSafe(range) && !(zeroIsSafe && range.mostProven && range.most === 0);
  });
  onProgress?.(1);
  return ranges;
}
