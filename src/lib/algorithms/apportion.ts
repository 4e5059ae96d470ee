// A whole total shared out by weights, exactly: the method of largest remainders (A. Hamilton, 1792), ties to the first.

/**
 * Whole shares that sum to `total`.
 *
 * @param total a whole number
 * @param weights not negative
 * @throws Error when they sum to zero: nobody to give the total to
 * @example
 * apportion(10, [1, 1, 1]); // [4, 3, 3]
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum <= 0) throw new Error('weights that sum to zero share nothing');
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const remainder = (at: number) => (total * (weights[at] ?? 0)) % sum;
  const order = weights.map((_, at) => at).sort((a, b) => remainder(b) - remainder(a) || a - b);
  let left = total - shares.reduce((all, share) => all + share, 0);
  for (const at of order) {
    if (left === 0) break;
    shares[at] = (shares[at] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
