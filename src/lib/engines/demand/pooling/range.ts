// A figure under hypotheses that are not settled: its least, central and greatest value.

/** A figure under the lowest, the usual and the highest hypothesis. */
export interface Range {
  low: number;
  /** Under the central hypotheses; always within the range. */
  central: number;
  high: number;
}

/** A figure that no hypothesis changes. */
export const exactly = (value: number): Range => ({ low: value, central: value, high: value });

/** The range of the values found, the first one under the central hypotheses. @throws {Error} without any value */
export function rangeOf(values: readonly number[]): Range {
  const [central] = values;
  if (central === undefined) throw new Error('a range without a value');
  return values.reduce(
    (range, value) => ({ ...range, low: Math.min(range.low, value), high: Math.max(range.high, value) }),
    exactly(central)
  );
}

/** The same figure of each commune alone, summed, and of the shared service. */
export interface Compared {
  alone: Range;
  pooled: Range;
  /** What sharing brings, under the same hypotheses on both sides; below 0 where it costs. */
  gain: Range;
  /** What is not counted, on either side, because a figure of it is unknown. */
  missing: readonly string[];
}

/** One reckoning of a figure under the same hypotheses on both sides. */
export interface RangePair {
  alone: number;
  pooled: number;
}

/**
 * Both sides and their difference over all hypotheses tried, the first pair under the central ones.
 *
 * @param better whether less or more of the figure is a gain
 */
export function compared(
  pairs: readonly RangePair[],
  better: 'less' | 'more',
  missing: readonly string[] = []
): Compared {
  return {
    alone: rangeOf(pairs.map(({ alone }) => alone)),
    pooled: rangeOf(pairs.map(({ pooled }) => pooled)),
    gain: rangeOf(pairs.map(({ alone, pooled }) => (better === 'less' ? alone - pooled : pooled - alone))),
    missing
  };
}

/**
 * Values of `x` in [low, high] at which functions that are constant between `breaks` must be read for their range to be exact: the ends,
 * each break, and a point between two.
 */
export function pointsBetween(breaks: Iterable<number>, low: number, high: number): number[] {
  const inside = [...breaks].filter((at) => at > low && at < high);
  const ends = [...new Set([low, ...inside, high])].sort((a, b) => a - b);
  return ends.flatMap((at, i) => (i === 0 ? [at] : [(ends[i - 1]! + at) / 2, at]));
}
