// Percentages that tell no more than the counts beside them.

const STEP = 5;

/**
 * Share of a released part in a released whole, in steps of five points; null when either is not released or when the
 * whole counts fewer than `k`.
 */
export function share(part: number | null, whole: number | null, k: number): number | null {
  if (part === null || whole === null || whole < k) return null;
  return Math.round((100 * part) / whole / STEP) * STEP;
}
