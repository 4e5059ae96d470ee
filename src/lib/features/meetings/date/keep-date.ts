// A date that is kept for a meeting: it is moved there and fixed, one step to undo.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { PlannedMeeting, Slot } from '$lib/model/meetings/meeting-problem.ts';
import { fullTeamName } from '$lib/figures/calendar/conflict-words.ts';
import type { MeetingsState } from '../meetings-state.svelte.ts';
import { sameMeeting } from '$lib/figures/calendar/fit-plan.ts';
import { slotWords } from '$lib/figures/calendar/day-words.ts';

/** @returns what was done, to be announced */
export function keepDate(meetings: MeetingsState, meeting: PlannedMeeting, { date, half }: Slot): string {
  const to = { ...meeting, date, half };
  const why = m.meetings_did_date({ team: fullTeamName(meetings, meeting.team), date: slotWords(to) });
  const locked = [...meetings.locked.filter((lock) => !sameMeeting(lock, meeting)), to];
  meetings.adopt(
    meetings.plan.map((one) => (sameMeeting(one, meeting) ? to : one)),
    why,
    { locked }
  );
  return why;
}
