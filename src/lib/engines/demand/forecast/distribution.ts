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

const quantiles = new Map<number, number>();

/** Value that a standard normal one is below with that probability: the inverse of {@link normalBelow}, by halving. */
export function normalQuantile(probability: number): number {
  const known = quantiles.get(probability);
  if (known !== undefined) return known;
  let [low, high] = [-9, 9];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < probability) low = middle;
    else high = middle;
  }
  const found = (low + high) / 2;
  quantiles.set(probability, found);
  return found;
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
 * Reach beyond each end of a set of which any value may be the true one, in standard deviations, so that the whole interval holds the
 * true one with that probability wherever it lies: 1.28 for a single value at 80 %, 0.84 for a wide set (G. Imbens, C. Manski, Confidence
 * intervals for partially identified parameters, 2004).
 *
 * @param apart width of the set, in standard deviations
 */
export function reachBeyond(level: number, apart: number): number {
  let [low, high] = [normalQuantile(level), normalQuantile((1 + level) / 2)];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle + apart) - normalBelow(-middle) < level) low = middle;
    else high = middle;
  }
  return high;
}

/** Mean of a count that chance took below `limit`. @param mean without that @param spread on the scale of roots */
export function meanBelow(mean: number, limit: number, spread: number): number {
  const at = (rootOf(limit) - rootOf(mean)) / spread;
  const below = Math.max(1e-12, normalBelow(at));
  const lower = (spread * Math.exp((-at * at) / 2)) / Math.sqrt(2 * Math.PI) / below;
  return Math.min(limit, countOf(rootOf(mean) - lower));
}

export interface Interval {
  low: number;
  high: number;
}

/** Standard deviations on the scale of roots, on either side of a forecast. */
export interface Spread {
  below: number;
  above: number;
}

/**
 * Interval of a count about its forecast.
 *
 * @param reach quantile of its upper end
 */
export const intervalOf = (value: number, { below, above }: Spread, reach: number): Interval => ({
  low: countOf(rootOf(value) - reach * below),
  high: countOf(rootOf(value) + reach * above)
});

/** Probability that the count exceeds `limit`. */
export function probabilityAbove(value: number, { below, above }: Spread, limit: number): number {
  const away = rootOf(Math.max(0, limit)) - rootOf(value);
  return 1 - normalBelow(away / (away < 0 ? below : above));
}
