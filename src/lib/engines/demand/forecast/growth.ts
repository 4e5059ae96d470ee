// Growth shared by all series, and the level of each: all that a forecast rests on.
import { normalBelow } from '../../../algorithms/probability.ts';
import { meanBelow, rootOf } from './distribution.ts';
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

export interface GrowthLevel {
  /** Count in the last year of the table. */
  value: number;
  /** Years from the last known count to that year. */
  since: number;
  /** Variance of the level, and of a count about it, as a multiple of that of a count: 1 and what the mean of few counts adds. */
  noise: number;
}

/** Share of counts hidden for another reason than their size. Assumption. */
const HIDDEN_BESIDE = 0.1;
const ROUNDS = 12;

/** Count to reckon with in a year whose count is hidden, where chance may have taken it below what is published. */
function hiddenCount(level: number, least: number): number {
  const small = normalBelow(rootOf(Math.max(0, least - 0.5)) - rootOf(level));
  const share = small / (small + HIDDEN_BESIDE * (1 - small));
  return (1 - share) * level + share * meanBelow(level, Math.max(0, least - 1), 1);
}

/**
 * Level of a series in the last year: the mean of its known counts brought there by the shared growth, recent ones weighing most.
 * Counts that stay visible are the larger ones: a year hidden while others are published counts as one that may have been too small.
 *
 * @param least smallest published count by year, null for a year of which nothing is known
 * @returns null for a series without any known count
 */
export function levelOf(
  values: readonly YearCount[],
  growth: number,
  least: readonly YearCount[] = []
): GrowthLevel | null {
  let [sum, weights, squares, since] = [0, 0, 0, 0];
  const hidden: { weight: number; grown: number; least: number }[] = [];
  values.forEach((value, at) => {
    const back = values.length - 1 - at;
    const weight = LEVEL_MEMORY ** back;
    const grown = (1 + growth) ** back;
    const limit = least[at] ?? null;
    if (value === null && limit !== null && growth > -1) hidden.push({ weight, grown, least: limit });
    if (value === null) return;
    since = back;
    sum += weight * value * grown;
    weights += weight;
    squares += weight * weight;
  });
  if (weights === 0) return null;
  const noise = 1 + squares / (weights * weights);
  // Counts that all fell to 0 are not brought back by those of before.
  if (growth === -1) return { value: values.at(-1) ?? 0, since, noise };
  let value = sum / weights;
  const all = hidden.reduce((total, one) => total + one.weight, weights);
  for (let round = 0; round < ROUNDS && hidden.length > 0; round += 1)
    value =
      hidden.reduce(
        (total, { weight, grown, least: limit }) =>
          total + weight * grown * hiddenCount(value / grown, limit),
        sum
      ) / all;
  return { value, since, noise };
}

/**
 * What a level is multiplied by, `steps` years on: each year keeps a part of the growth of the year before.
 *
 * @param damping 0.7 slows it down (E. S. Gardner, E. McKenzie, Forecasting trends in time series, 1985); 1 keeps it; 0 stops it
 */
export function growthOf(growth: number, damping: number, steps: number): number {
  let factor = 1;
  for (let step = 1; step <= steps; step += 1) factor *= Math.max(0, 1 + growth * damping ** step);
  return factor;
}
