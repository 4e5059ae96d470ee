// The map's own words, and French or English figures for its distances.
import { m } from '../i18n/paraglide/messages.js';
import { getLocale } from '../i18n/paraglide/runtime.js';

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
  const format = new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 1 });
  return ticks.map((tick) => {
    const figure = format.format(kilometres ? tick / 1000 : tick);
    return tick === end ? `${figure}\u2009${kilometres ? 'km' : 'm'}` : figure;
  });
}
