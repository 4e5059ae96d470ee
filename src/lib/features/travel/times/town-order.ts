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

/** More communes than this are told from one of them, the nearest first: a square table of them is not read. */
export const MOST_IN_SQUARE = 20;

/** The others from one commune: the nearest first, those without a route last. */
export const nearestTo = (
  towns: readonly Town[],
  times: TownSeconds,
  from: Town
): { town: Town; seconds: number | null }[] =>
  towns
    .filter(({ code }) => code !== from.code)
    .map((town) => ({ town, seconds: secondsBetween(times, from, town) }))
    .sort(
      (a, b) =>
        (a.seconds ?? Number.MAX_VALUE) - (b.seconds ?? Number.MAX_VALUE) ||
        a.town.name.localeCompare(b.town.name, 'fr')
    );
