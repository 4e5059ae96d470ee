// Seeded draws in whole numbers (PCG-XSH-RR, 32 bits, M. E. O'Neill 2014): the same on every machine.

const MULTIPLIER = 6364136223846793005n;
const MASK = (1n << 64n) - 1n;

export interface Random {
  /** A whole number in [least, most]. */
  int(least: number, most: number): number;
  /** True `percent` times in a hundred. */
  chance(percent: number): boolean;
  /** One of the items; throws when there is none. */
  pick<T>(items: readonly T[]): T;
  /** One of the items by whole weights; throws when all are zero. */
  weighted<T>(items: readonly T[], weight: (item: T) => number): T;
  /** A new array in drawn order (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
}

/** `stream` names what is drawn, so that a change in one part of the demonstration leaves the others as they were. */
export function seededRandom(seed: number, stream: string): Random {
  let increment = 0n;
  for (const letter of stream) increment = (increment * 257n + BigInt(letter.codePointAt(0) ?? 0)) & MASK;
  increment = ((increment << 1n) | 1n) & MASK;
  let state = (BigInt(seed) + increment) & MASK;

  function next(): number {
    const old = state;
    state = (old * MULTIPLIER + increment) & MASK;
    const shifted = Number(((old >> 18n) ^ old) >> 27n) >>> 0;
    const turn = Number(old >> 59n);
    return ((shifted >>> turn) | (shifted << (-turn & 31))) >>> 0;
  }
  next();

  function below(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const drawn = next();
      if (drawn < limit) return drawn % bound;
    }
  }

  function weighted<T>(items: readonly T[], weight: (item: T) => number): T {
    const total = items.reduce((sum, item) => sum + weight(item), 0);
    if (total <= 0) throw new Error(`nothing to draw in ${stream}`);
    let left = below(total);
    for (const item of items) {
      left -= weight(item);
      if (left < 0) return item;
    }
    throw new Error(`weights of ${stream} are not whole numbers`);
  }

  return {
    int: (least, most) => least + below(most - least + 1),
    chance: (percent) => below(100) < percent,
    pick: (items) => weighted(items, () => 1),
    weighted,
    shuffle<T>(items: readonly T[]) {
      const drawn = [...items];
      for (let at = drawn.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [drawn[at], drawn[other]] = [drawn[other] as T, drawn[at] as T];
      }
      return drawn;
    }
  };
}
