// What the page says of the children, always with its range; what is not known, and why.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from './demand-state.svelte.ts';
import { approximately } from './words.ts';

/**
 * The children of one year, in a sentence; empty where nothing is foreseen.
 *
 * @param by year of which the rest of the sentence speaks; the last that is foreseen, where it is none of these
 */
export function childrenSentence({ forecast }: DemandState, by: string | null): string {
  const { next } = forecast.total;
  const last = next?.find(({ year }) => year === by) ?? next?.at(-1);
  return last
    ? m.demand_sentence_children({
        value: approximately(last.value),
        year: last.year,
        low: approximately(last.low),
        high: approximately(last.high)
      })
    : '';
}

/** Why no child is foreseen; null where some are. */
export const whyNoForecast = ({ forecast }: DemandState): string | null =>
  forecast.total.next
    ? null
    : forecast.total.why === 'protected'
      ? m.demand_sentence_protected()
      : m.demand_sentence_few_years();
