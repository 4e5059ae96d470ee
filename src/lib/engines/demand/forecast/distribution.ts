// Over-dispersed counts on the scale where their spread does not depend on their size: twice the square root (F. J. Anscombe, The
// transformation of Poisson data, 1948). A Poisson count has spread 1 there.

import { normalBelow, normalQuantile } from '../../../algorithms/probability.ts';
const SHIFT = 3 / 8;

export const rootOf = (count: number): number => 2 * Math.sqrt(count + SHIFT);
const countOf = (root: number): number => Math.max(0, (Math.max(0, root) / 2) ** 2 - SHIFT);

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

/** Standard deviations on the scale of roots, on either side of a forecast. */
export interface DrawSpread {
  below: number;
  above: number;
}

/**
 * Interval of a count about its forecast.
 *
 * @param reach quantile of its upper end
 */
export const intervalOf = (value: number, { below, above }: DrawSpread, reach: number): Interval => ({
  low: countOf(rootOf(value) - reach * below),
  high: countOf(rootOf(value) + reach * above)
});
