// The communes of the table of times in the chosen order, and the seconds between them.
import type { TravelState } from '../travel-state.svelte.ts';
import { BY_NAME } from '../travel-address';
import { placeName } from '$lib/i18n/place-names.ts';

export type TownSeconds = readonly (readonly (number | null)[])[];

export interface Town {
  code: string;
  name: string;
  /** Row and column in the seconds. */
  index: number;
}

export const usualSeconds = (travel: TravelState): TownSeconds =>
  travel.requests.towns.value ?? travel.file.seconds.car ?? [];

/** With the closed roads of the trial, once known. */
export const shownSeconds = (travel: TravelState): TownSeconds =>
  (travel.closed.length > 0 && travel.requests.trialTowns.value) || usualSeconds(travel);

export function townOrder(travel: TravelState): Town[] {
  const all = travel.file.towns.map((code, index) => ({
    code,
    index,
    name: placeName(travel.dashboard, code)
  }));
  const { order } = travel.address;
  if (order === null) return all;
  if (order === BY_NAME) return all.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  const times = shownSeconds(travel)[travel.file.towns.indexOf(order)] ?? [];
  return all.sort((a, b) => (times[a.index] ?? Infinity) - (times[b.index] ?? Infinity));
}

/** Seconds from one to the other; null where there is no route. */
export const secondsBetween = (
  times: TownSeconds,
  from: Town | undefined,
  to: Town | undefined
): number | null => times[from?.index ?? -1]?.[to?.index ?? -1] ?? null;
