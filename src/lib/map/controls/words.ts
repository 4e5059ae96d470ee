// The map's own words, and French or English figures for its distances.
import { m } from '$lib/i18n/paraglide/messages.js';
import { decimal } from '$lib/i18n/numbers.ts';

/** MapLibre's hints when a gesture needs a second finger or a key. */
export function gestureWords(): Record<string, string> {
  return {
    'CooperativeGesturesHandler.WindowsHelpText': m.map_wheel_hint(),
    'CooperativeGesturesHandler.MacHelpText': m.map_wheel_hint_mac(),
    'CooperativeGesturesHandler.MobileHelpText': m.map_touch_hint()
  };
}

/** Figures of a scale bar: « 0 », « 2 », « 5 km »; metres below one kilometre. */
export function scaleWords(ticks: readonly number[]): string[] {
  const end = ticks.at(-1) ?? 0;
  const kilometres = end >= 1000;
  return ticks.map((tick) => {
    const value = kilometres ? tick / 1000 : tick;
    const figure = decimal(value, Number.isInteger(value) ? 0 : 1);
    return tick === end ? `${figure}\u2009${kilometres ? 'km' : 'm'}` : figure;
  });
}
