// Seeded pseudo-random numbers: the same sequence on every machine, so that results are reproducible. Not for secrets.

/** Draws the next number, 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * The xorshift32 generator (G. Marsaglia, Xorshift RNGs, Journal of Statistical Software 8, 2003).
 *
 * @param start its first state, any whole number of 32 bits but 0
 * @returns a generator of period 2^32 - 1
 * @example
 * const next = xorshift32(1);
 * next(); // 0.00006295018829405308
 */
export function xorshift32(start: number): Random {
  let state = start | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * A generator for a seed: xorshift32 from a mixed state, so that small seeds give unlike sequences.
 *
 * @param seed any whole number
 * @example
 * const [a, b] = [random(7), random(7)];
 * a() === b(); // true
 */
export const random = (seed: number): Random =>
  xorshift32((Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 0 || 1);

/**
 * The mulberry32 generator (T. Ettinger, 2017): what synthetic files and examples are drawn with.
 *
 * @param seed any whole number of 32 bits
 * @example
 * const next = mulberry32(59);
 * Math.floor(6 * next()); // a die, 0 to 5
 */
export function mulberry32(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
