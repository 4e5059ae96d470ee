// Whether Markov chains agree, and how many independent draws they are worth (A. Gelman and others, Bayesian Data Analysis, 3rd edition,
// 11.4 and 11.5).
import { mean } from './statistics.ts';

type Chains = readonly (readonly number[])[];

interface Spread {
  halves: number[][];
  length: number;
  means: number[];
  /** Mean variance within half-chains, and of all draws together. */
  within: number;
  overall: number;
}

/** Chains cut in two, so that one that drifts disagrees with itself; null where they are too short. */
function spreadOf(chains: Chains): Spread | null {
  const length = Math.floor(Math.min(...chains.map((chain) => chain.length)) / 2);
  if (chains.length === 0 || length < 4) return null;
  const halves = chains.flatMap((chain) => [chain.slice(0, length), chain.slice(chain.length - length)]);
  const means = halves.map((half) => mean(half)!);
  const centre = mean(means)!;
  const within = mean(
    halves.map((half, h) => half.reduce((sum, value) => sum + (value - means[h]!) ** 2, 0) / (length - 1))
  )!;
  const between = means.reduce((sum, one) => sum + (one - centre) ** 2, 0) / (means.length - 1);
  return { halves, length, means, within, overall: ((length - 1) / length) * within + between };
}

/**
 * Potential scale reduction over half-chains: 1 when they agree, and rarely trusted above 1.01.
 *
 * @param chains draws of one figure, a list a chain
 * @returns null with too few draws
 * @example
 * splitRHat([[1, 2], [2, 1]]); // null
 */
export function splitRHat(chains: Chains): number | null {
  const spread = spreadOf(chains);
  if (spread === null) return null;
  return spread.within === 0
    ? spread.overall === 0
      ? 1
      : Infinity
    : Math.sqrt(spread.overall / spread.within);
}

/**
 * Effective number of independent draws, by the initial positive sequence of autocorrelations (C. Geyer, 1992).
 *
 * @returns null with too few draws
 * @example
 * effectiveSize([new Array(20).fill(3)]); // 20
 */
export function effectiveSize(chains: Chains): number | null {
  const spread = spreadOf(chains);
  if (spread === null) return null;
  const { halves, length, means, within, overall } = spread;
  const draws = halves.length * length;
  if (overall === 0) return draws;
  const correlation = (lag: number) => {
    const covariance = mean(
      halves.map((half, h) => {
        let sum = 0;
        for (let t = lag; t < length; t++) sum += (half[t]! - means[h]!) * (half[t - lag]! - means[h]!);
        return sum / length;
      })
    )!;
    return 1 - (within - covariance) / overall;
  };
  let time = -1;
  let last = Infinity;
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = Math.min(last, correlation(lag) + correlation(lag + 1));
    if (pair <= 0) break;
    time += 2 * pair;
    last = pair;
  }
  return draws / Math.max(time, 1 / Math.log10(draws));
}
