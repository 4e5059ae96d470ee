// The names of modes, alone and in a sentence.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { TravelMode } from './travel-state.svelte';

const NAMES: Record<TravelMode, () => string> = {
  car: m.travel_mode_car,
  transit: m.travel_mode_transit,
  bike: m.travel_mode_bike,
  foot: m.travel_mode_foot
};
const BY: Record<TravelMode, () => string> = {
  car: m.travel_by_car,
  transit: m.travel_by_transit,
  bike: m.travel_by_bike,
  foot: m.travel_by_foot
};

export const modeName = (mode: TravelMode): string => NAMES[mode]();
/** « en voiture » */
export const byMode = (mode: TravelMode): string => BY[mode]();
