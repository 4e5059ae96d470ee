// What the reader calls teams, communes and functions, for files.
import { whoWords } from '$lib/figures/calendar/conflict-words';
import { placeName } from '$lib/i18n/place-names';
import type { MeetingsState } from '../meetings-state.svelte.ts';
import type { MeetingNames } from './meeting-files.ts';

export const meetingNames = (meetings: MeetingsState): MeetingNames => ({
  team: (id) => meetings.team(id)?.name ?? id,
  commune: (code) => placeName(meetings.dashboard, code),
  partner: (id) => whoWords(meetings, id)
});
