// What is settled of a meeting's date: held or fixed, people convened to it, or only proposed. The same on every page.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import type { MeetingsState } from './meetings-state.svelte.ts';

export type DateState = 'fixed' | 'convened' | 'proposed';

/** Being convened says more than being fixed: people were told of the date. */
export function dateState(
  meetings: Pick<MeetingsState, 'isPast' | 'isLocked' | 'convocations'>,
  meeting: PlannedMeeting
): DateState {
  if (meetings.isPast(meeting)) return 'fixed';
  if (meetings.convocations.has(meeting)) return 'convened';
  return meetings.isLocked(meeting) ? 'fixed' : 'proposed';
}

const NAMES: Record<DateState, () => string> = {
  fixed: m.meetings_state_fixed,
  convened: m.meetings_state_convened,
  proposed: m.meetings_state_proposed
};
const LEGENDS: Record<DateState, () => string> = {
  fixed: m.meetings_legend_fixed,
  convened: m.meetings_legend_convened,
  proposed: m.meetings_legend_proposed
};
/** « fixée » */
export const dateStateName = (state: DateState): string => NAMES[state]();
/** « réunion fixée » */
export const dateStateLegend = (state: DateState): string => LEGENDS[state]();
