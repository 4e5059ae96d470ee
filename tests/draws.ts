// How often a property is tried: some 40 draws in the verdict (`npm test`), thousands in the long runs (`npm run soak`).

const VERDICT = 40;

/**
 * Draws of a property.
 *
 * @param share of the usual number: below 1 where a draw is long, above where what is looked for is rare
 */
export const draws = (share = 1): number => Math.ceil(share * Number(process.env['SOAK'] ?? VERDICT));

/** Damaged files given to a reader. */
export const damagedFiles = (): number => Number(process.env['FUZZ_RUNS'] ?? VERDICT);

/** Pairs of files changed apart, and cuts of what writes them. */
export const pairs = (verdict = 50, long = 1000): number => (process.env['SOAK'] ? long : verdict);
