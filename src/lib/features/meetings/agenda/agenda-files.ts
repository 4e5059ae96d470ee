// The agenda of a meeting to take away: its calendar file, and its convocation as a Word note. Situations by pseudonym, professionals by function.
import { writeCalendar } from '$lib/engines/meetings/index.ts';
import { noteRows, numberColumn, textColumn } from '$lib/export/columns';
import type { Note } from '$lib/export/note';
import { saveFile } from '$lib/export/save-file';
import { fullDay } from '$lib/i18n/dates';
import { hoursWords } from '$lib/i18n/hours.ts';
import { listWords } from '$lib/i18n/lists.ts';
import { capitalised, integer } from '$lib/i18n/numbers';
import { m } from '$lib/i18n/paraglide/messages.js';
import { placeName } from '$lib/i18n/place-names';
import type { TimedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import { fullTeamName, whoWords } from '$lib/figures/calendar/conflict-words.ts';
import type { MeetingsState } from '../meetings-state.svelte.ts';
import { dayWords } from '$lib/figures/calendar/day-words.ts';
import { noteOf, saveNote } from '$lib/ui/export/notes';
import type { SeenSituation } from '$lib/figures/calendar/agenda-reviews.ts';

/** Minutes for each situation of a meeting. */
export const minutesEach = ({ begin, end }: TimedMeeting, count: number): number =>
  Math.floor((end - begin) / Math.max(1, count));

export const meetingTitle = (meetings: MeetingsState, { team, number }: TimedMeeting): string =>
  m.meetings_file_event({
    team: fullTeamName(meetings, team),
    number,
    all: meetings.team(team)?.meetings ?? number
  });

/** The functions convened. */
export const convened = (meetings: MeetingsState, { team }: TimedMeeting): string[] =>
  (meetings.planned?.teams.find(({ id }) => id === team)?.members ?? []).map(({ partner }) =>
    whoWords(meetings, partner)
  );

export const lastWords = ({ last, opened }: SeenSituation): string =>
  last === null
    ? m.meetings_agenda_new({ date: fullDay(opened) })
    : m.meetings_agenda_seen({ date: fullDay(last) });

const fileName = (meeting: TimedMeeting): string =>
  `${m.meetings_agenda_file()}-${meeting.team}-${meeting.date}`;

/**
 * It tells the team, the number, the commune and how many situations there are, and none of them: it is made to be sent.
 * @param made when, an ISO date and time in UTC
 * @returns the name of the file
 */
export function saveAgendaCalendar(
  meetings: MeetingsState,
  meeting: TimedMeeting,
  count: number,
  made: string
): string {
  const name = `${fileName(meeting)}.ics`;
  const place = placeName(meetings.dashboard, meetings.team(meeting.team)?.commune ?? '');
  const note = m.meetings_agenda_count({ count, shown: integer(count) });
  const events = [{ ...meeting, title: meetingTitle(meetings, meeting), place, note }];
  const text = writeCalendar(events, { name: meetingTitle(meetings, meeting), made });
  saveFile(name, new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  return name;
}

function agendaNote(meetings: MeetingsState, meeting: TimedMeeting, seen: readonly SeenSituation[]): Note {
  const each = integer(minutesEach(meeting, seen.length));
  return noteOf(meetings.dashboard, {
    title: m.meetings_agenda_note_title({ title: meetingTitle(meetings, meeting) }),
    lead: m.meetings_agenda_note_lead({
      date: capitalised(dayWords(meeting.date)),
      hours: hoursWords(meeting),
      place: placeName(meetings.dashboard, meetings.team(meeting.team)?.commune ?? '')
    }),
    sections: [
      {
        heading: m.meetings_agenda_convened(),
        paragraphs: [capitalised(listWords(convened(meetings, meeting)))]
      },
      {
        heading: m.meetings_agenda_count({ count: seen.length, shown: integer(seen.length) }),
        table: noteRows(seen, [
          textColumn(m.meetings_agenda_situation(), ({ id }) => id, { width: 0.3 }),
          textColumn(m.meetings_agenda_last(), lastWords, { width: 0.5 }),
          numberColumn(m.meetings_agenda_minutes(), () => each, { width: 0.2 })
        ])
      }
    ]
  });
}

/** @returns the name of the file */
export const saveAgendaNote = (
  meetings: MeetingsState,
  meeting: TimedMeeting,
  seen: readonly SeenSituation[]
): Promise<string> => saveNote(fileName(meeting), agendaNote(meetings, meeting, seen));
