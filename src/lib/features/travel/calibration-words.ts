// How times were adjusted, for those who read them: the engine's own form is `factor=0.976;penalty=0.6s;closed=0`.
import { decimal } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';

/** Empty where the form is another engine's. */
export function calibrationWords(calibration: string): string {
  const [, factor, penalty] = /^factor=([\d.]+);penalty=([\d.]+)s/.exec(calibration) ?? [];
  if (factor === undefined || penalty === undefined) return '';
  return m.travel_calibration({ factor: decimal(Number(factor), 2), penalty: decimal(Number(penalty), 1) });
}
