// Growth shared by all series, and the level of each: all that a forecast rests on.
import type { OrderedSeries, YearCount } from './series.ts';

/** Weight of a year against the one after, in a level. Half: four fifths of it come from the last three years. */
const LEVEL_MEMORY = 0.5;

/** Counts of two known years, the one next to the other but for gaps. */
interface Step {
  apart: number;
  before: number;
  after: number;
}

function stepsOf(values: readonly YearCount[]): Step[] {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ at, value }]));
  return known
    .slice(1)
    .map((next, i) => ({ apart: next.at - known[i]!.at, before: known[i]!.value, after: next.value }));
}

/**
 * Growth a year, as a share, of all series together: the ratio of their sums from one known year to the next. The series of the total, where
 * it is published, counts instead, since protected series are part of it. A step over a gap counts by its yearly root, weighed by the
 * square of its length (the inverse of its variance).
 *
 * @returns null where no series has two known years; -1 where all counts fell to 0
 */
export function sharedGrowth({ series, total }: Pick<OrderedSeries, 'series' | 'total'>): number | null {
  const own = series.flatMap(({ values }) => stepsOf(values));
  const whole = total ? stepsOf(total) : [];
  const steps = whole.length > 0 ? whole : own;
  let [sum, weights, after] = [0, 0, 0];
  for (const apart of new Set(steps.map((step) => step.apart))) {
    const alike = steps.filter((step) => step.apart === apart);
    const start = alike.reduce((all, step) => all + step.before, 0);
    const end = alike.reduce((all, step) => all + step.after, 0);
    after += end;
    if (start === 0 || end === 0) continue;
    const weight = apart * apart * start;
    sum += (weight * Math.log(end / start)) / apart;
    weights += weight;
  }
  if (weights === 0) return steps.some(({ before }) => before > 0) && after === 0 ? -1 : null;
  return Math.exp(sum / weights) - 1;
}

export interface Level {
  /** Count in the last year of the table. */
  value: number;
  /** Years from the last known count to that year. */
  since: number;
}

/**
 * Level of a series in the last year: the mean of its known counts brought there by the shared growth, recent ones weighing most.
 *
 * @returns null for a series without any known count
 */
export function levelOf(values: readonly YearCount[], growth: number): Level | null {
  let [sum, weights, since] = [0, 0, 0];
  values.forEach((value, at) => {
    if (value === null) return;
    since = values.length - 1 - at;
    const weight = LEVEL_MEMORY ** since;
    sum += weight * value * (1 + growth) ** since;
    weights += weight;
  });
  if (weights === 0) return null;
  // Counts that all fell to 0 are not brought back by those of before.
  return { value: growth === -1 ? (values.at(-1) ?? 0) : sum / weights, since };
}

/**
 * What a level is multiplied by, `steps` years on: each year keeps a part of the growth of the year before.
 *
 * @param damping 0.7 slows it down (E. S. Gardner, E. McKenzie, Forecasting trends in time series, 1985); 1 keeps it; 0 stops it
 */
export function growthFactor(growth: number, damping: number, steps: number): number {
  let factor = 1;
  for (let step = 1; step <= steps; step += 1) factor *= Math.max(0, 1 + growth * damping ** step);
  return factor;
}
