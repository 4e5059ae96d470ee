// The week to take away: its meetings as a calendar file.
import { writeCalendar } from '$lib/engines/meetings/index.ts';
import { saveFile } from '$lib/export/save-file';
import { fullTeamName } from '$lib/figures/calendar/conflict-words.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { weekNumber } from '$lib/model/meetings/days.ts';
import type { WeekState } from './week-state.svelte.ts';
import { membersOf, whereWords } from './week-words.ts';

/**
 * It tells the team, the number, the commune and the functions convened of each meeting, and nothing of who is away: it is made to be sent.
 * @param made when, an ISO date and time in UTC
 * @returns the name of the file
 */
export function saveWeekCalendar(state: WeekState, made: string): string {
  const { meetings, held, monday, address, sessions, actions } = state;
  const all = (team: string, number: number) => meetings.team(team)?.meetings ?? number;
  const events = held.map((meeting) => ({
    ...meeting,
    title: m.meetings_file_event({
      team: fullTeamName(meetings, meeting.team),
      number: meeting.number,
      all: all(meeting.team, meeting.number)
    }),
    place: whereWords(state, meeting),
    note: m.week_note_invited({ who: listWords(membersOf(state, meeting.team)) })
  }));
  const dated = actions
    ? sessions.map((session) => actions.words.sessionEvent(session, actions.around.names))
    : [];
  const title = m.week_file_title({ number: weekNumber(monday), who: address.who ?? m.week_all() });
  const name = `${m.week_file()}-${monday}.ics`;
  const text = writeCalendar([...events, ...dated], { name: title, made });
  saveFile(name, new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  return name;
}
