// Figures of the page in words: a forecast is rounded, and never told without its range.
import { absentWords } from '$lib/session/counts-underway';
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Count } from '$lib/cube/filter.ts';
import type { Growth } from './demand-address.ts';

/** From here on, a forecast is told to the nearest five. */
const COARSE = 100;

/** A forecast count as it is told everywhere: to the nearest five from 100 on, to the unit below. */
export const roundedCount = (value: number): number =>
  value >= COARSE ? Math.round(value / 5) * 5 : Math.round(value);

export const approximately = (value: number): string => integer(roundedCount(value));

/** « 375 à 450 » */
export const rangeWords = ({ low, high }: { low: number; high: number }): string =>
  m.demand_range({ low: approximately(low), high: approximately(high) });

const GROWTH_NAMES: Record<Growth, () => string> = {
  slowing: m.demand_growth_slowing,
  steady: m.demand_growth_steady,
  none: m.demand_growth_none
};
export const growthName = (growth: Growth): string => GROWTH_NAMES[growth]();

const GROWTH_HYPOTHESES: Record<Growth, () => string> = {
  slowing: m.demand_hypothesis_slowing,
  steady: m.demand_hypothesis_steady,
  none: m.demand_hypothesis_none
};
export const growthHypothesis = (growth: Growth): string => GROWTH_HYPOTHESES[growth]();

/** A count of children, or why there is none: « 38 », « protégé », « inconnu ». */
export function countText({ value, status }: Count): string {
  if (value !== null) return integer(value);
  return status === 'suppressed' ? m.coverage_protected() : absentWords();
}
