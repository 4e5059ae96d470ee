// How many posts some whole units need, beside those that are there.

/** Trials before the answer of the greedy packing is kept: places have few units, and the greedy is then nearly always right. */
const MOST_TRIALS = 20_000;

/**
 * The fewest bins of `capacity` that take all `sizes`, next to the bins given; Infinity when one is larger than any bin. Largest first,
 * depth first; equal bins are tried once.
 */
export function binsNeeded(sizes: readonly number[], given: readonly number[], capacity: number): number {
  const items = [...sizes].sort((a, b) => b - a);
  if (items.some((size) => size > Math.max(capacity, ...given))) return Infinity;
  const total = items.reduce((sum, one) => sum + one, 0);
  const room = given.reduce((sum, one) => sum + one, 0);
  const least = Math.max(0, Math.ceil((total - room) / capacity - 1e-9));
  let trials = 0;
  const fits = (bins: number[], at: number): boolean => {
    if (at === items.length) return true;
    if (++trials > MOST_TRIALS) return false;
    const tried = new Set<number>();
    for (let b = 0; b < bins.length; b++) {
      const left = bins[b]!;
      if (left < items[at]! - 1e-9 || tried.has(left)) continue;
      tried.add(left);
      bins[b] = left - items[at]!;
      if (fits(bins, at + 1)) return true;
      bins[b] = left;
    }
    return false;
  };
  for (let count = least; ; count++) {
    trials = 0;
    if (fits([...given, ...new Array<number>(count).fill(capacity)], 0)) return count;
  }
}
