// Laws of probability: the normal law, Student's, Poisson's, and the interval of a share.
import type { Random } from './random.ts';

/**
 * Probability that a standard normal value is below `z` (M. Abramowitz and I. Stegun, 26.2.17; error under 1e-7).
 *
 * @example
 * normalBelow(1.2816); // 0.9
 */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - tail : tail;
}

const quantiles = /* @__PURE__ */ new Map<number, number>();

/**
 * Value that a standard normal one is below with that probability: the inverse of {@link normalBelow}, by halving.
 *
 * @param probability more than 0, less than 1
 * @example
 * normalQuantile(0.975); // 1.96
 */
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
 * The same for Student's law: exact for 1 and 2 degrees of freedom, then the expansion of M. Abramowitz and I. Stegun, 26.7.5 (error
 * under 0.5 % between 0.1 and 0.9).
 *
 * @param freedom degrees of freedom, 1 or more
 * @example
 * studentQuantile(0.9, 4); // 1.533
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

/**
 * A draw of the standard normal law (G. Box and M. Muller, A note on the generation of random normal deviates, 1958).
 *
 * @example
 * standardNormal(random(1)); // two draws of the generator
 */
export const standardNormal = (next: Random): number =>
  Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

/** Largest mean that is drawn at once: exp(-mean) keeps its precision. */
const MOST_AT_ONCE = 30;

/**
 * A draw of the Poisson law by products of uniform draws (D. Knuth, The Art of Computer Programming 2, 1969), a large mean in pieces.
 *
 * @param mean 0 or more
 * @example
 * poisson(random(1), 3.5); // a whole number, 3.5 on average
 */
export function poisson(next: Random, mean: number): number {
  let count = 0;
  for (let left = mean; left > 0; left -= MOST_AT_ONCE) {
    const least = Math.exp(-Math.min(left, MOST_AT_ONCE));
    for (let product = next(); product > least; product *= next()) count++;
  }
  return count;
}
