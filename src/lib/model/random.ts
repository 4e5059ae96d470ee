// A small seeded random generator, so that results are reproducible.

export type Random = () => number;

/** Numbers in 0 (included) .. 1, by xorshift32 (G. Marsaglia, 2003). */
export function random(seed: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
