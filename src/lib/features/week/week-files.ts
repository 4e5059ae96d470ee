// The week to take away: its meetings as a calendar file, and those to convene as a Word note.
import { writeCalendar } from '$lib/engines/meetings/index.ts';
import type { Note } from '$lib/export/note';
import { saveFile } from '$lib/export/save-file';
import { fullTeamName, whoWords } from '$lib/figures/calendar/conflict-words.ts';
import { dayWords } from '$lib/figures/calendar/day-words.ts';
import { hoursWords } from '$lib/i18n/hours.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { capitalised, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { weekNumber } from '$lib/model/meetings/days.ts';
import { noteOf, saveNote } from '$lib/ui/export/notes';
import type { WeekState } from './week-state.svelte.ts';
import { whereWords } from './week-words.ts';

/**
 * It tells the team, the number and the commune of each meeting, and nothing of who comes or is away: it is made to be sent.
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
    place: whereWords(state, meeting)
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

function convocationNote(state: WeekState): Note {
  const { meetings, pending } = state;
  const names = (list: readonly string[]) => listWords(list.map((who) => whoWords(meetings, who)));
  return noteOf(meetings.dashboard, {
    title: m.week_note_title(),
    lead: m.week_note_lead({
      count: pending.length,
      shown: integer(pending.length),
      until: dayWords(pending.at(-1)?.date ?? '')
    }),
    sections: pending.map((meeting) => {
      const members = meetings.planned?.teams.find(({ id }) => id === meeting.team)?.members ?? [];
      return {
        heading: fullTeamName(meetings, meeting.team),
        paragraphs: [
          m.week_note_when({
            date: capitalised(dayWords(meeting.date)),
            hours: hoursWords(meeting),
            place: whereWords(state, meeting)
          }),
          m.week_note_invited({ who: names(members.map(({ partner }) => partner)) }),
          ...(meeting.missing.length > 0 ? [m.week_note_missing({ who: names(meeting.missing) })] : [])
        ]
      };
    })
  });
}

/** @returns the name of the file */
export const saveConvocations = (state: WeekState): Promise<string> =>
  saveNote(`convocations-${state.today ?? state.monday}`, convocationNote(state));
