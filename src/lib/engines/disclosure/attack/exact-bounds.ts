// Exact checks of what a solver in floating point says of a group of counts: additions of whole numbers, nothing else.

/** The sums of a group of hidden counts, in whole numbers. */
export interface Equations {
  /** The signed counts (column, 1 or -1) of each sum add up to `rest`. */
  rows: readonly (readonly (readonly [column: number, sign: number])[])[];
  rest: Float64Array;
  /** A-priori bounds of each count; the upper one may be infinite. */
  lower: Float64Array;
  upper: Float64Array;
}

/** Denominators of the multipliers: those that occur in tables, then a fine one. */
const SCALES = [1, 2, 3, 4, 6, 12, 60, 840, 2 ** 20];
/** Rounds of passing bounds along: each is sound, few bring anything after these. */
const ROUNDS = 12;

/** Upper bounds that the sums imply, from the a-priori bounds passed along. */
export function impliedUppers({ rows, rest, lower, upper }: Equations): Float64Array {
  const most = Float64Array.from(upper);
  for (let round = 0, changed = true; changed && round < ROUNDS; round++) {
    changed = false;
    rows.forEach((row, r) => {
      for (const side of [1, -1]) {
        // Counts of this side are at most `side x rest` plus the other side, less what this side holds anyway.
        let limit = side * rest[r]!;
        for (const [j, sign] of row) limit += sign === side ? -lower[j]! : most[j]!;
        if (!Number.isSafeInteger(limit)) continue;
        for (const [j, sign] of row) {
          if (sign !== side || limit + lower[j]! >= most[j]!) continue;
          most[j] = limit + lower[j]!;
          changed = true;
        }
      }
    });
  }
  return most;
}

/** Whether whole counts keep within the bounds and agree with every sum. */
export function agreesWith({ rows, rest, lower, upper }: Equations, counts: Float64Array): boolean {
  return (
    counts.every((n, j) => Number.isSafeInteger(n) && n >= lower[j]! && n <= upper[j]!) &&
    rows.every((row, r) => row.reduce((sum, [j, sign]) => sum + sign * counts[j]!, 0) === rest[r])
  );
}

/**
 * The bound that multipliers of the sums prove by weak duality, once rounded to fractions: whatever they are, no whole table goes
 * beyond it.
 *
 * @param most upper bounds of the counts, implied ones included
 * @param prices multipliers of the sums, as the solver gives them
 * @param wanted the end that the solver tells: the search of a denominator stops there
 * @returns a whole number; infinite when nothing is proven
 */
export function provenEnd(
  equations: Equations,
  most: Float64Array,
  costs: Float64Array,
  sense: 'min' | 'max',
  prices: Float64Array,
  wanted: number
): number {
  const sign = sense === 'max' ? 1 : -1;
  let end = Infinity;
  for (const scale of SCALES) {
    end = Math.min(end, boundAt(equations, most, costs, sign, prices, scale));
    if (end <= sign * wanted) break;
  }
  return sign * end + 0;
}

/** The greatest value of `sign x costs` that multipliers of this denominator allow, rounded down. */
function boundAt(
  { rows, rest, lower }: Equations,
  most: Float64Array,
  costs: Float64Array,
  sign: number,
  prices: Float64Array,
  scale: number
): number {
  const left = Float64Array.from(costs, (cost) => sign * scale * cost);
  let bound = 0;
  let isExact = true;
  const add = (term: number) => {
    bound += term;
    isExact &&= Number.isSafeInteger(term) && Number.isSafeInteger(bound);
  };
  rows.forEach((row, r) => {
    const times = Math.round(sign * scale * prices[r]!);
    if (times === 0) return;
    add(times * rest[r]!);
    for (const [j, own] of row) left[j]! -= times * own;
  });
  left.forEach((each, j) => {
    if (each === 0) return;
    isExact &&= Number.isSafeInteger(each);
    add(each * (each > 0 ? most[j]! : lower[j]!));
  });
  return isExact ? (bound - (((bound % scale) + scale) % scale)) / scale : Infinity;
}

/**
 * Whether a direction proves that the objective has no end: added to a table any number of times, it keeps every sum and every bound.
 *
 * @param direction rise of each count
 */
export function hasNoEnd(
  { rows, upper }: Equations,
  costs: Float64Array,
  sense: 'min' | 'max',
  direction: Float64Array
): boolean {
  return SCALES.some((scale) => {
    const rise = Float64Array.from(direction, (step) => Math.round(scale * step));
    const gain = rise.reduce((sum, step, j) => sum + costs[j]! * step, 0);
    return (
      (sense === 'max' ? gain > 0 : gain < 0) &&
      rise.every(
        (step, j) => Number.isSafeInteger(step) && step >= 0 && (step === 0 || upper[j] === Infinity)
      ) &&
      rows.every((row) => row.reduce((sum, [j, sign]) => sum + sign * rise[j]!, 0) === 0)
    );
  });
}
