// Figures of the page in words: a forecast is rounded, and never told without its range.
import { absentWords } from '$lib/session/counts-underway';
import type { SchoolsPerPost } from '$lib/engines/demand/index.ts';
import { decimal, duration, integer, numberWord, plain, signed } from '$lib/i18n/numbers.ts';
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

/** Posts: « 0,54 », « 2,6 », « 6 »; two decimals below one. */
export const postsText = (value: number): string =>
  Number.isInteger(value) ? integer(value) : decimal(value, Math.abs(value) < 1 ? 2 : 1);

/** « 0,54 poste », « 2,3 postes »: a noun agrees with its figure as it is written. */
export const countedPosts = (value: number): string =>
  m.demand_posts({ count: Math.round(Math.abs(value) * 100) / 100, shown: postsText(value) });

/** « 11,2 », « 12 » */
export const rateText = (value: number): string =>
  Number.isInteger(value) ? integer(value) : decimal(value, 1);

/** « 1 h 53 par semaine » */
export const weekText = (minutes: number): string => m.demand_a_week({ time: duration(minutes) });

/** What a post can follow, by both its faces where the second is known: « Écoles par poste : 9,6 », « Charge par école : 2 h 10 par semaine ». */
export function capacityWords(capacity: SchoolsPerPost | null): string[] {
  if (capacity === null) return [];
  const { value, today, minutes } = capacity;
  const words = (text: string) => (value === today ? m.demand_today({ value: text }) : text);
  return [
    `${m.demand_schools_per_post()} ${words(rateText(value))}`,
    ...(minutes ? [`${m.demand_time_per_school()} ${words(weekText(minutes.school))}`] : [])
  ];
}

/** Posts of the choice: « 0 », « ½ », « 1½ » */
export function postsChoice(value: number): string {
  if (value < 0) return signed(value, plain);
  const whole = Math.floor(value);
  if (value === whole) return plain(value);
  return value - whole === 0.5 ? `${whole > 0 ? whole : ''}½` : plain(value);
}

/** A probability as a head of service would say it: « sept cas sur dix ». */
export function casesInTen(probability: number): string {
  const tenths = Math.round(probability * 10);
  if (tenths <= 0) return m.demand_cases_fewer();
  if (tenths >= 10) return m.demand_cases_more();
  return m.demand_cases({ count: tenths, shown: numberWord(tenths) });
}

/** Full-time posts of today in a sentence: « six postes », « 5,5 postes ». */
export const todaysPosts = (fte: number): string =>
  m.demand_posts({
    count: fte,
    shown: Number.isInteger(fte) ? numberWord(fte) : decimal(fte, 1)
  });

const GROWTH_NAMES: Record<Growth, () => string> = {
  slowing: m.demand_growth_slowing,
  steady: m.demand_growth_steady,
  none: m.demand_growth_none
};
export const growthName = (growth: Growth): string => GROWTH_NAMES[growth]();

/** « Si la hausse ralentit comme supposé »; a fall is called a fall. */
export function growthClause(growth: Growth, rate: number): string {
  if (growth === 'none') return m.demand_clause_none();
  const fall = rate < 0;
  if (growth === 'steady') return fall ? m.demand_clause_fall_steady() : m.demand_clause_steady();
  return fall ? m.demand_clause_fall_slowing() : m.demand_clause_slowing();
}

const GROWTH_HYPOTHESES: Record<Growth, () => string> = {
  slowing: m.demand_hypothesis_slowing,
  steady: m.demand_hypothesis_steady,
  none: m.demand_hypothesis_none
};
export const growthHypothesis = (growth: Growth): string => GROWTH_HYPOTHESES[growth]();

/** Posts created each year, as a sentence says them: « un demi-poste », « deux postes ». */
export function postsWords(change: number): string {
  const value = Math.abs(change);
  const whole = Math.floor(value);
  const half = value - whole === 0.5;
  if (!half) return m.demand_posts({ count: value, shown: numberWord(value) });
  return whole === 0
    ? m.demand_posts_half()
    : m.demand_posts_and_half({ count: whole, shown: numberWord(whole) });
}

/** A count of children, or why there is none: « 38 », « protégé », « inconnu ». */
export function countText({ value, status }: Count): string {
  if (value !== null) return integer(value);
  return status === 'suppressed' ? m.coverage_protected() : absentWords(m.change_unknown);
}
