// Labels at the end of the chart of children: the range and the value.
import { integer } from '$lib/i18n/numbers.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import type { DemandState } from '../demand-state.svelte.ts';
import { roundedCount } from '../words.ts';
import type { EndLabel } from './end-labels.ts';

/** Empty without a forecast. */
export function childrenEnds({ forecast }: DemandState): EndLabel[] {
  const last = forecast.total.next?.at(-1);
  if (!last) return [];
  const [low, value, high] = [last.low, last.value, last.high].map(roundedCount) as [number, number, number];
  const quiet = 'var(--ink-2)';
  return [
    { value: high, lines: [m.demand_end_high({ value: integer(high) })], fill: quiet },
    { value, lines: [m.demand_end_value({ value: integer(value) })], fill: 'var(--ink)', strong: true },
    { value: low, lines: [m.demand_end_low({ value: integer(low) })], fill: quiet }
  ];
}
