// The five classes of the ramp of time: minutes between communes, whose limits depend on the mode, and areas around a place.
import { m } from '$lib/i18n/paraglide/messages.js';
import { AREA_MINUTES } from '../travel-requests.svelte.ts';
import type { TravelMode } from '$lib/model/travel/travel-times.ts';

const timeLimits = (mode: TravelMode): readonly number[] =>
  mode === 'car' ? [5, 10, 15, 20] : [15, 30, 45, 60];

/** Index of the class, 0 near to 4 far. */
export const timeClass = (minutes: number, mode: TravelMode): number =>
  timeLimits(mode).filter((limit) => minutes >= limit).length;

/** « moins de 5 min », « 5 à 10 min », « 20 min et plus ». */
export function timeClassNames(mode: TravelMode): string[] {
  const limits = timeLimits(mode);
  return [0, 1, 2, 3, 4].map((index) => {
    const [low, high] = [limits[index - 1], limits[index]];
    if (low === undefined) return m.travel_class_below({ high: high ?? 0 });
    return high === undefined ? m.travel_class_above({ low }) : m.travel_class_between({ low, high });
  });
}

/** « moins de 5 min », « 5 à 10 min » of the areas around a place. */
export const areaNames = (): string[] =>
  AREA_MINUTES.map((high, index) => {
    const low = AREA_MINUTES[index - 1];
    return low === undefined ? m.travel_class_below({ high }) : m.travel_class_between({ low, high });
  });
