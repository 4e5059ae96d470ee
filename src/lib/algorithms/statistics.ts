// Statistics of lists of numbers.

/**
 * Arithmetic mean.
 *
 * @returns null of no value
 * @example
 * mean([1, 2, 6]); // 3
 */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * A quantile by the nearest rank: the least value that so great a share of the values does not exceed (R. Hyndman and Y. Fan, Sample
 * quantiles in statistical packages, The American Statistician 50, 1996, definition 1).
 *
 * @param values in any order
 * @param share 0 to 1
 * @returns one of the values; null of no value
 * @example
 * nearestRank([5, 1, 4, 2], 0.5); // 2
 */
export function nearestRank(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/**
 * The middle value, the upper one of two.
 *
 * @param values in any order
 * @returns null of no value
 * @example
 * upperMedian([5, 1, 4, 2]); // 4
 */
export const upperMedian = (values: readonly number[]): number | null =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? null;
