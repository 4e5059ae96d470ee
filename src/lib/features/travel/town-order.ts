// The communes of the square table in the order asked for, and the seconds between them.
import type { TravelState } from './travel-state.svelte';
import { BY_NAME } from './travel-address';
import { placeName } from '$lib/i18n/place-names.ts';

export type TownSeconds = readonly (readonly (number | null)[])[];

export interface Town {
  code: string;
  name: string;
  /** Row and column in the seconds. */
  index: number;
}

export const usualSeconds = (travel: TravelState): TownSeconds =>
  travel.towns.value ?? travel.file.seconds.car ?? [];

/** With the closed roads of the trial, once they are known. */
export const shownSeconds = (travel: TravelState): TownSeconds =>
  (travel.closed.length > 0 && travel.townsTried.value) || usualSeconds(travel);

export function townOrder(travel: TravelState): Town[] {
  const all = travel.file.towns.map((code, index) => ({
    ...{ code, index },
    name: placeName(travel.dashboard, code)
  }));
  const { order } = travel.address;
  if (order === null) return all;
  if (order === BY_NAME) return all.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  const times = shownSeconds(travel)[travel.file.towns.indexOf(order)] ?? [];
  return all.sort((a, b) => (times[a.index] ?? Infinity) - (times[b.index] ?? Infinity));
}

/** Seconds from one to the other; null where there is no way. */
export const secondsBetween = (
  times: TownSeconds,
  from: Town | undefined,
  to: Town | undefined
): number | null => times[from?.index ?? -1]?.[to?.index ?? -1] ?? null;
