// Counts that no figure tells one by one may be told together: 10 children for two other reasons, whichever.
import type { AttackerModel } from '../attack/attacker-model.ts';
import { cellValue } from '../attack/feasibility-intervals.ts';

/**
 * Sets of counts of one line that are below the threshold together, none of which can be made larger: what is below it has a set that
 * holds it.
 *
 * @param line counts that are each below the threshold, whatever the table
 * @param tables that agree with what is known; those found are added
 */
export function sumsBelow(
  attack: AttackerModel,
  line: readonly number[],
  k: number,
  tables: Float64Array[]
): number[][] {
  const found: number[][] = [];
  line.forEach((one, i) => {
    for (const other of line.slice(i + 1)) {
      if (found.some((sum) => sum.includes(one) && sum.includes(other))) continue;
      if (mayReach(attack, [one, other], k, tables)) continue;
      const sum = [one, other];
      for (const cell of line)
        if (!sum.includes(cell) && !mayReach(attack, [...sum, cell], k, tables)) sum.push(cell);
      found.push(sum);
    }
  });
  return found;
}

/** Whether some table has k children or more in these counts. */
function mayReach(
  attack: AttackerModel,
  [plus, ...also]: readonly number[],
  k: number,
  tables: Float64Array[]
): boolean {
  const form = { plus: plus!, also };
  if (tables.some((table) => cellValue(form, table) >= k)) return true;
  for (const whole of [false, true]) {
    const { value, proven, endless, witness } = attack.optimise(form, 'max', whole);
    if (witness) tables.push(witness);
    if (endless || (witness && value >= k)) return true;
    if (proven < k) return false;
  }
  // Nothing is proven: it is looked at as one that cannot.
  return false;
}
