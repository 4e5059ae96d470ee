// Kinds of values in the links of pages other than the first one, and names of the workload's parameters in them.
import type { WorkloadParameters } from '$lib/model/workload.ts';
import type { Kind, Param } from './address-codec.ts';
import { numberWithin } from './address-kinds.ts';

/** Texts of a shape. */
export const matching = (shape: RegExp): Kind<string> => ({
  parse: (text) => (shape.test(text) ? text : null),
  format: String
});

/** For `numberWithin`: whole numbers alone. */
export const whole = (value: number): number | null => (Number.isInteger(value) ? value : null);

/** Yes, by this word; no by none. */
export const flag = (word: string): Kind<boolean> => ({
  parse: (text) => text === word || null,
  format: (value) => (value ? word : '')
});

/** A share, 0 to 1, written in percent. */
export const percentKind = (limits: { min: number; max: number }): Kind<number> => ({
  ...numberWithin(limits, (value) => value / 100),
  format: (share) => String(Math.round(share * 1000) / 10)
});

/** Names of the workload's parameters, the same on every page. */
export const WORKLOAD_WORDS: Readonly<Record<keyof WorkloadParameters, string>> = {
  childrenPer100: 'suivis',
  visitsPerMonth: 'visites',
  visitMinutes: 'visite',
  meetingMinutes: 'reunion',
  liaisonMinutes: 'liaison',
  months: 'mois',
  weeks: 'semaines'
};

/** Visits a child and month that a link of before means by naming none beside its other settings. */
const FORMER_VISITS = '2';
/** In place of a number: those really made. */
const VISITS_MADE = 'faites';

/** Whether a link that has settings names no number of visits: it is of before version 1.1. */
export const namesNoVisits = (params: URLSearchParams): boolean => !params.has(WORKLOAD_WORDS.visitsPerMonth);

/** The parameters of a link that has settings, with the visits that it means. */
export function withFormerVisits(params: URLSearchParams): URLSearchParams {
  if (!namesNoVisits(params)) return params;
  const all = new URLSearchParams(params);
  all.set(WORKLOAD_WORDS.visitsPerMonth, FORMER_VISITS);
  return all;
}

/** Says in a link that has settings that the visits really made are counted, where it gives no number of them. */
export function sayVisits(params: URLSearchParams): void {
  if (namesNoVisits(params)) params.set(WORKLOAD_WORDS.visitsPerMonth, VISITS_MADE);
}

/**
 * A parameter for each name.
 *
 * @param names part of the state -> name in the link
 */
export const paramsNamed = <Key extends string, T, D>(
  names: Readonly<Record<Key, string>>,
  of: (key: Key, name: string) => Param<T, D>
): Record<Key, Param<T, D>> =>
  Object.fromEntries((Object.keys(names) as Key[]).map((key) => [key, of(key, names[key])])) as Record<
    Key,
    Param<T, D>
  >;
