// Ticks of an axis of travel, minutes a week: whole hours, or round parts of an hour.

/** Minutes between two ticks. */
const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 1200, 3000, 6000] as const;

/**
 * The least round axis that holds all values.
 *
 * @param most intervals between ticks
 * @returns the ticks; the first and the last are the ends of the axis
 */
export function timeTicks(minutes: readonly number[], most = 4): number[] {
  const [low, high] = [Math.min(...minutes), Math.max(...minutes)];
  const ends = (step: number) => [Math.floor(low / step), Math.floor(high / step) + 1] as const;
  const step = STEPS.find((one) => ends(one)[1] - ends(one)[0] <= most) ?? STEPS.at(-1)!;
  const [first, last] = ends(step);
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}
