// Names of the workload's parameters in links, the same on every page.
import type { WorkloadParameters } from '$lib/model/workload.ts';
import type { Param } from './address-codec.ts';

export const WORKLOAD_WORDS: Readonly<Record<keyof WorkloadParameters, string>> = {
  childrenPer100: 'suivis',
  visitsPerMonth: 'visites',
  visitMinutes: 'visite',
  meetingMinutes: 'reunion',
  liaisonMinutes: 'liaison',
  months: 'mois',
  weeks: 'semaines'
};

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
