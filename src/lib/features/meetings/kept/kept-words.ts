// What becomes of the calendar on screen when the tab closes.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { KeptYears } from '$lib/figures/calendar/kept-years.svelte.ts';

export function keptWords({ meetings, shelf }: Pick<KeptYears, 'meetings' | 'shelf'>): string {
  if (shelf.stored) return m.meetings_kept_on();
  return meetings.isUsual ? m.meetings_kept_usual_dates() : m.meetings_kept_off();
}
