// How far two figures put the same things in the same order: pairs of which both say the same.

export interface OrderAgreement {
  /** Pairs that both figures tell apart. */
  pairs: number;
  /** Of these, those put in the same order. */
  alike: number;
}

/**
 * Counts concordant pairs, as Kendall's tau does. Values nearer to one another than `tie` are not told apart.
 * @param first, second figures of the same things, in the same order
 */
export function orderAgreement(first: readonly number[], second: readonly number[], tie = 0): OrderAgreement {
  let [pairs, alike] = [0, 0];
  for (let i = 0; i < first.length; i += 1) {
    for (let j = i + 1; j < first.length; j += 1) {
      const [one, other] = [first[j]! - first[i]!, second[j]! - second[i]!];
      if (Math.abs(one) <= tie || Math.abs(other) <= tie) continue;
      pairs += 1;
      if (one > 0 === other > 0) alike += 1;
    }
  }
  return { pairs, alike };
}
