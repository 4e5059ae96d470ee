// A bench's answer: named measurements with their targets, told in their own unit and as multiples of the standard work.
import { nearestRank } from '../src/lib/algorithms/statistics.ts';
import { REFERENCE_WORK_MS } from './standard-work.ts';

/** What a measurement must not exceed; a ratio or a size has its one value as median. */
export interface Target {
  at: 'median' | 'p95';
  most: number;
}

/** A time as a multiple of the standard work measured in the same run. */
export interface Works {
  /** The time that the target bears on (the median without one), divided by the standard work. */
  value: number;
  /** Target; null without one. */
  most: number | null;
}

/** The former build's same measurement, both visited in turn (see comparison.ts). */
export interface Comparison {
  /** Median of the former build. */
  median: number;
  /** Median of this build over the former's. */
  ratio: number;
  /** Interval of the ratio, at 90 %. */
  low: number;
  high: number;
}

export interface Measurement {
  name: string;
  unit: string;
  median: number;
  /** null where there is one value only. */
  p95: number | null;
  samples: number;
  target: Target | null;
  /** null where the measurement is no time, or no standard work was measured beside it. */
  works: Works | null;
  /** null without a former build. */
  former: Comparison | null;
}

/** Tells how far the bench is. */
export type Progress = (line: string) => void;

export interface BenchOptions {
  progress: Progress;
  /** Folder of a former build of the site, to be visited in turn with this one; null without one. */
  against: string | null;
  /** Fewer draws and shorter searches: to see that the bench runs, its figures are not kept. */
  quick: boolean;
}

/** What every file of this folder that measures exports as `run`. */
export type Bench = (options: BenchOptions) => Promise<Measurement[]>;

/** Value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  return nearestRank(samples, share) ?? NaN;
}

export function measured(
  name: string,
  unit: string,
  samples: readonly number[],
  target: Target | null = null
): Measurement {
  return {
    name,
    unit,
    median: quantile(samples, 0.5),
    p95: samples.length > 1 ? quantile(samples, 0.95) : null,
    samples: samples.length,
    target,
    works: null,
    former: null
  };
}

/** The value that the target bears on: its median or p95. */
function judged({ target, median, p95 }: Measurement): number {
  return target?.at === 'p95' ? (p95 ?? median) : median;
}

/** Whether the target is met; null without one. */
export function isMet(one: Measurement): boolean | null {
  return one.target === null ? null : judged(one) <= one.target.most;
}

const MILLISECONDS = new Map([
  ['ms', 1],
  ['s', 1000]
]);

/**
 * The measurement with its multiple of the standard work; unchanged where it is no time or has its multiple already.
 * @param work milliseconds of one standard work in the same run
 * @param most target in works; by default the target in time, at the reference machine's speed
 */
export function inWorks(one: Measurement, work: number, most?: number): Measurement {
  const scale = MILLISECONDS.get(one.unit);
  if (scale === undefined || one.works !== null) return one;
  const fromTarget = one.target === null ? null : (one.target.most * scale) / REFERENCE_WORK_MS;
  return { ...one, works: { value: (judged(one) * scale) / work, most: most ?? fromTarget } };
}

/** The standard work itself, told beside what is measured in it. @param samples milliseconds */
export const measuredWork = (label: string, samples: readonly number[]): Measurement => ({
  ...measured(`${label} : un travail étalon`, 'ms', samples),
  works: { value: 1, most: null }
});
