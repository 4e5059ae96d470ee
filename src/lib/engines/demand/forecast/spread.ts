// How far counts fall from their forecast: chance, the shocks that the known years show, and a growth that may stop or go on.
import { normalQuantile, studentQuantile } from '../../../algorithms/probability.ts';
import { mean } from '../../../algorithms/statistics.ts';
import { intervalOf, reachBeyond, rootOf, type DrawSpread } from './distribution.ts';
import type { Bare, Track } from './bare-forecast.ts';

/** A count of a known year, and what the years before it would have announced. */
export interface Residual {
  /** Index of the year. */
  at: number;
  observed: number;
  announced: number;
  /** Same as the last known year. */
  same: number;
  /** Difference on the scale of roots. */
  error: number;
  /** See `Level`. */
  noise: number;
  track: Track;
}

/** What a year further off adds to the variance, as a share of that of the first: for a series, for the total. */
const FARTHER = { own: 0.3, total: 1 };

/** Variance of the residuals beside chance, for each child announced: shocks are shares, so that it grows with the count. */
function shockOf(residuals: readonly Residual[]): number {
  const beside = residuals.reduce((sum, { error, noise }) => sum + error ** 2 / noise - 1, 0);
  const announced = residuals.reduce((sum, one) => sum + one.announced, 0);
  return announced > 0 ? Math.max(0, beside / announced) : 0;
}

/** Variance of the counts about their forecasts as a multiple of Poisson's, at least 1. */
export const dispersionOf = (residuals: readonly Residual[]): number =>
  Math.max(1, mean(residuals.map(({ error, noise }) => error ** 2 / noise)) ?? 0);

export interface Noise {
  variance: number;
  /** Residuals from which it was measured. */
  freedom: number;
}

/** Of a series. */
export function ownNoise(track: Track, step: number, own: readonly Residual[]): Noise {
  const farther = 1 + FARTHER.own * (step - 1 + track.since);
  const variance = (1 + shockOf(own) * track.values[step - 1]!) * track.noise * farther;
  return { variance, freedom: own.length };
}

/** Of the total: that of independent series, and what its own residuals show, few as they are. */
export function totalNoise(
  bare: Bare,
  step: number,
  own: readonly Residual[],
  common: readonly Residual[]
): Noise {
  const track = bare.total!;
  const value = track.values[step - 1]!;
  const parts = bare.series.flatMap((one) => (one ? [one.values[step - 1]!] : []));
  const [sum, squares] = [
    parts.reduce((all, one) => all + one, 0),
    parts.reduce((all, one) => all + one * one, 0)
  ];
  const apart = 1 + (sum > 0 ? (shockOf(own) * squares) / sum : 0);
  const seen = common.map(({ error, noise, announced }) => {
    const beside = error ** 2 / noise - 1;
    return 1 + beside * (beside > 0 && announced > 0 ? Math.max(1, value / announced) : 1);
  });
  const variance = Math.max(1, mean([apart, ...seen])!) * track.noise * (1 + FARTHER.total * (step - 1));
  return { variance, freedom: common.length + 1 };
}

/**
 * Spread on either side of a forecast, so that the interval holds the count at that level whether the growth stops, goes on or does
 * anything between.
 */
function spreadOf(track: Track, step: number, { variance, freedom }: Noise, level: number): DrawSpread {
  const at = step - 1;
  const upper = (1 + level) / 2;
  const reach = normalQuantile(upper);
  const roots = [track.values[at]!, track.stopped[at]!, track.kept[at]!].map(rootOf);
  const [low, high] = [Math.min(...roots), Math.max(...roots)];
  // Student's reach, written as a wider deviation.
  const deviation = (Math.sqrt(variance) * studentQuantile(upper, Math.max(1, freedom))) / reach;
  const beyond = reachBeyond(level, (high - low) / deviation) * deviation;
  return { below: (roots[0]! - low + beyond) / reach, above: (high - roots[0]! + beyond) / reach };
}

/** Interval of a forecast, with its spread. */
export function pointOf(track: Track, step: number, noise: Noise, level: number) {
  const value = track.values[step - 1]!;
  const spread = spreadOf(track, step, noise, level);
  return { value, ...intervalOf(value, spread, normalQuantile((1 + level) / 2)), spread };
}
