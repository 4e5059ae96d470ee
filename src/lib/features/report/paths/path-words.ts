// Sentences of the lengths of paths.
import type { PathLengths } from '$lib/engines/pathways';
import { integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';

export const months = (value: number): string => {
  const rounded = Math.round(value);
  return m.paths_months({ count: rounded, shown: integer(rounded) });
};
export const days = (value: number): string => m.paths_days({ count: value, shown: integer(value) });

/** The headline: the median, and how well it is known. */
export function lengthSentence({ median, interval }: PathLengths): { lead: string; rest: string } {
  if (median === null) return { lead: m.paths_length_lead_open(), rest: m.paths_length_open_rest() };
  const low = interval.low ?? median;
  return {
    lead: m.paths_length_lead({ median: months(median) }),
    rest:
      interval.high === null
        ? m.paths_length_rest_from({ low: months(low) })
        : m.paths_length_rest({ low: integer(Math.round(low)), high: months(interval.high) })
  };
}

/** What is counted, and what is not. */
export function lengthNotes({ meanEnded, open, ended, assumed, unknown }: PathLengths): string[] {
  const plural = (count: number) => ({ count, shown: integer(count) });
  return [
    m.paths_length_counts({ open: integer(open), ended: integer(ended) }),
    ...(meanEnded === null || open === 0
      ? []
      : [m.paths_length_ended({ count: integer(ended), mean: months(meanEnded) })]),
    ...(assumed > 0 ? [m.paths_length_assumed(plural(assumed))] : []),
    ...(unknown > 0 ? [m.paths_length_unknown(plural(unknown))] : [])
  ];
}
