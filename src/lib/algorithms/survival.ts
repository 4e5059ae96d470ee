// How long something lasts when part of it goes on still: the product-limit estimate, its band and its median.
// Sources: E. L. Kaplan and P. Meier, "Nonparametric estimation from incomplete observations", JASA 53, 1958; variance by M. Greenwood, 1926;
// band on the log(-log) scale: Ø. Borgan and K. Liestøl, Scandinavian Journal of Statistics 17, 1990.

/** A duration, in any one unit; `ended` false: still going on when it was last seen. */
export interface Duration {
  time: number;
  ended: boolean;
}

/** Where the curve falls: just after `time`, the share that lasts longer is `share`, between `low` and `high`. */
export interface SurvivalStep {
  time: number;
  /** Those seen up to this time, and how many of them ended at it. */
  atRisk: number;
  ended: number;
  share: number;
  low: number;
  high: number;
}

/** Half-width of a 95 % interval of the normal law. */
const Z95 = 1.959963984540054;
/** Products of fractions that are one half in exact arithmetic may miss it by this. */
const ROUNDING = 1e-12;

/** Of a share, by the log(-log) scale, on which it stays between 0 and 1; the share alone where its variance says nothing. */
function bandOf(share: number, greenwood: number): { low: number; high: number } {
  if (share <= 0 || share >= 1) return { low: share, high: share };
  const width = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
  return { low: share ** Math.exp(width), high: share ** Math.exp(-width) };
}

/**
 * The product-limit estimate, a step at each time at which something ended, ascending.
 * What is cut at the time of an end is still at risk there.
 */
export function survivalCurve(durations: readonly Duration[]): SurvivalStep[] {
  const sorted = [...durations].sort((a, b) => a.time - b.time);
  const steps: SurvivalStep[] = [];
  let share = 1;
  let greenwood = 0;
  for (let at = 0; at < sorted.length;) {
    const { time } = sorted[at]!;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; at < sorted.length && sorted[at]!.time === time; at++) if (sorted[at]!.ended) ended += 1;
    if (ended === 0) continue;
    share *= 1 - ended / atRisk;
    if (ended < atRisk) greenwood += ended / (atRisk * (atRisk - ended));
    steps.push({ time, atRisk, ended, share, ...bandOf(share, greenwood) });
  }
  return steps;
}

/** The first time that at most half last longer than; null while more than half do at every time seen. */
export const medianOf = (steps: readonly SurvivalStep[]): number | null =>
  steps.find(({ share }) => share <= 0.5 + ROUNDING)?.time ?? null;

/** The 95 % interval of the median, where the two sides of the band cross one half; null for a side that never does. */
export function medianInterval(steps: readonly SurvivalStep[]): { low: number | null; high: number | null } {
  const crossed = (side: 'low' | 'high') => steps.find((step) => step[side] <= 0.5 + ROUNDING)?.time ?? null;
  return { low: crossed('low'), high: crossed('high') };
}
