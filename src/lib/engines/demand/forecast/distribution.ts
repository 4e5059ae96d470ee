// Over-dispersed counts on the scale where their spread does not depend on their size: twice the square root (F. J. Anscombe, The
// transformation of Poisson data, 1948). A Poisson count has spread 1 there.

const SHIFT = 3 / 8;

export const rootOf = (count: number): number => 2 * Math.sqrt(count + SHIFT);
const countOf = (root: number): number => Math.max(0, (Math.max(0, root) / 2) ** 2 - SHIFT);

/** Probability that a standard normal value is below `z` (M. Abramowitz, I. Stegun, 26.2.17; error under 1e-7). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}

/** Value that a standard normal one is below with that probability: the inverse of {@link normalBelow}, by halving. */
export function normalQuantile(probability: number): number {
  let [low, high] = [-9, 9];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The same for Student's distribution, which few residuals call for: exact for 1 and 2 degrees of freedom, then the expansion of
 * Abramowitz and Stegun, 26.7.5 (error under 0.5 % at the levels used).
 */
export function studentQuantile(probability: number, freedom: number): number {
  if (freedom === 1) return Math.tan(Math.PI * (probability - 0.5));
  if (freedom === 2) {
    const spread = 2 * probability - 1;
    return spread * Math.sqrt(2 / (1 - spread * spread));
  }
  const z = normalQuantile(probability);
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}

export interface Interval {
  low: number;
  high: number;
}

/**
 * Interval of a count about its forecast.
 *
 * @param spread standard deviation on the scale of roots
 * @param reach quantile of its upper end
 */
export const intervalOf = (value: number, spread: number, reach: number): Interval => ({
  low: countOf(rootOf(value) - reach * spread),
  high: countOf(rootOf(value) + reach * spread)
});

/** Probability that the count exceeds `limit`. */
export const probabilityAbove = (value: number, spread: number, limit: number): number =>
  1 - normalBelow((rootOf(Math.max(0, limit)) - rootOf(value)) / spread);
