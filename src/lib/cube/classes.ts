// Five classes with round limits, for a choropleth map.

/** Round steps, per power of ten. */
const STEPS = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000];
/** Share of the range that the three inner classes cover; the two outer ones are open. */
const INNER = 0.75;

/**
 * Four round limits that share values into five classes, the outer two open-ended.
 * @param most no value can be larger, such as 100 for a share in per cent
 * @returns limits in ascending order; empty when there is no value
 */
export function roundLimits(values: readonly number[], most = Infinity): number[] {
  if (values.length === 0) return [];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const ideal = ((high - low) * INNER) / 4;
  const step = STEPS.reduce((best, candidate) =>
    Math.abs(Math.log(candidate / (ideal || 1))) < Math.abs(Math.log(best / (ideal || 1))) ? candidate : best
  );
  const middle = (low + high) / 2;
  const centred = Math.round((middle - 1.5 * step) / step) * step;
  const start = Math.max(step, Math.min(centred, most - 4 * step));
  return [0, 1, 2, 3].map((i) => Number((start + i * step).toFixed(6)));
}

/** Index of the class of a value, 0 (below the first limit) to 4. */
export function classOf(value: number, limits: readonly number[]): number {
  return limits.filter((limit) => value >= limit).length;
}
