// The plan to take away: calendars of a coordinator, a team or a partner, and the year as a table.
import { absentees, timedYear, writeCalendar } from '$lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting, TimedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import { foldPlace } from '$lib/model/names.ts';
import { exportTable, numberColumn, textColumn, viewOf } from '$lib/export/columns';
import type { ExportTable } from '$lib/export/table';
import { listWords } from '$lib/i18n/lists.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

/** What the reader calls each of them. */
export interface MeetingNames {
  team: (id: string) => string;
  /** Of a commune, by its INSEE code. */
  commune: (code: string) => string;
  /** The function of a partner, in the service's words. */
  partner: (id: string) => string;
}

export interface CalendarOwner {
  kind: 'coordinator' | 'team' | 'partner';
  id: string;
}

const teamsById = ({ teams }: MeetingProblem) => new Map(teams.map((team) => [team.id, team]));

/** The meetings to which somebody goes, or that a team holds. */
export function meetingsOfOwner(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  { kind, id }: CalendarOwner
): TimedMeeting[] {
  const teams = teamsById(problem);
  return timedYear(problem, plan).filter(({ team: name }) => {
    if (kind === 'team') return name === id;
    const team = teams.get(name);
    if (kind === 'coordinator') return team?.coordinator === id;
    return team?.members.some(({ partner }) => partner === id) ?? false;
  });
}

export const ownerName = ({ kind, id }: CalendarOwner, names: MeetingNames): string =>
  kind === 'coordinator' ? id : kind === 'team' ? names.team(id) : names.partner(id);

const keyOf = ({ kind, id }: CalendarOwner): string => `${kind} ${id}`;

/** The owner that a choice of `ownerGroups` stands for. */
export function ownerOf(key: string): CalendarOwner {
  const [kind, ...rest] = key.split(' ');
  return { kind: kind as CalendarOwner['kind'], id: rest.join(' ') };
}

/** Coordinators, teams and partners, to choose from. */
export function ownerGroups(problem: MeetingProblem, names: MeetingNames) {
  const partners = new Set(problem.teams.flatMap(({ members }) => members.map(({ partner }) => partner)));
  const group = (kind: CalendarOwner['kind'], label: string, ids: Iterable<string>) => ({
    kind,
    label,
    options: [...ids]
      .map((id) => ({ value: keyOf({ kind, id }), label: ownerName({ kind, id }, names) }))
      .sort((a, b) => a.label.localeCompare(b.label, undefined, { numeric: true }))
  });
  return [
    group(
      'coordinator',
      m.meetings_file_coordinators(),
      problem.coordinators.map(({ id }) => id)
    ),
    group(
      'team',
      m.meetings_file_teams(),
      problem.teams.map(({ id }) => id)
    ),
    group('partner', m.meetings_file_partners(), partners)
  ];
}

/** A meeting as a calendar shows it. */
function eventOf(
  problem: MeetingProblem,
  names: MeetingNames
): (meeting: TimedMeeting) => Parameters<typeof writeCalendar>[0][number] {
  const teams = teamsById(problem);
  return (meeting) => {
    const team = teams.get(meeting.team);
    return {
      ...meeting,
      title: m.meetings_file_event({
        team: names.team(meeting.team),
        number: meeting.number,
        all: team?.meetings ?? meeting.number
      }),
      ...(team && {
        place: names.commune(team.commune),
        note: m.week_note_invited({
          who: listWords(team.members.map(({ partner }) => names.partner(partner)))
        })
      })
    };
  };
}

/**
 * A calendar file of what changed from one plan to another: each meeting of which the date or the hours are others, at its new ones, and
 * those that are no longer held, cancelled. Calendars that have the meetings already move them.
 */
export function changesFile(
  problem: MeetingProblem,
  before: readonly PlannedMeeting[],
  plan: readonly PlannedMeeting[],
  names: MeetingNames,
  made: string
): { name: string; text: string } {
  const keyOf = ({ team, number }: PlannedMeeting) => `${team} ${number}`;
  const [former, now] = [before, plan].map(
    (year) => new Map(timedYear(problem, year).map((meeting) => [keyOf(meeting), meeting]))
  ) as [Map<string, TimedMeeting>, Map<string, TimedMeeting>];
  const isSame = (one: TimedMeeting | undefined, other: TimedMeeting) =>
    one?.date === other.date && one.begin === other.begin && one.end === other.end;
  const event = eventOf(problem, names);
  const events = [
    ...[...now]
      .filter(([key, meeting]) => !isSame(former.get(key), meeting))
      .map(([, meeting]) => event(meeting)),
    ...[...former]
      .filter(([key]) => !now.has(key))
      .map(([, meeting]) => ({ ...event(meeting), cancelled: true }))
  ];
  return {
    name: `${m.meetings_file_name()}-${m.meetings_file_changes()}.ics`,
    text: writeCalendar(events, { name: m.meetings_last_moves(), made })
  };
}

/**
 * A calendar file. It tells the team, the number, the commune and the functions convened of each meeting, and nothing of who is away: it is made to be sent.
 * @param made when, an ISO date and time in UTC
 */
export function calendarFile(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  owner: CalendarOwner,
  names: MeetingNames,
  made: string
): { name: string; text: string } {
  const events = meetingsOfOwner(problem, plan, owner).map(eventOf(problem, names));
  const called = ownerName(owner, names);
  return {
    name: `${m.meetings_file_name()}-${foldPlace(called).replaceAll(' ', '-')}.ics`,
    text: writeCalendar(events, { name: m.meetings_file_calendar({ owner: called }), made })
  };
}

/** « 09:30 », as spreadsheets read it. */
const clockCell = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** One line a meeting, with the functions expected to be away. */
export function yearTable(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  names: MeetingNames,
  year: string
): ExportTable {
  const teams = teamsById(problem);
  const rows = timedYear(problem, plan).map((meeting) => ({
    ...meeting,
    of: teams.get(meeting.team),
    away: absentees(problem, meeting)
  }));
  return exportTable(
    viewOf({ name: `${m.meetings_file_name()}-${year}`, caption: m.meetings_file_title({ year }) }, rows, [
      textColumn(m.meetings_file_date(), ({ date }) => date, { kind: 'date' }),
      textColumn(m.meetings_file_begin(), ({ begin }) => clockCell(begin)),
      textColumn(m.meetings_file_end(), ({ end }) => clockCell(end)),
      textColumn(m.meetings_file_team(), ({ team }) => names.team(team)),
      numberColumn(m.meetings_file_number(), ({ number }) => number),
      textColumn(m.meetings_file_commune(), ({ of }) => of && names.commune(of.commune)),
      textColumn(m.meetings_file_coordinator(), ({ of }) => of?.coordinator),
      numberColumn(m.meetings_file_invited(), ({ of }) => of?.members.length),
      numberColumn(m.meetings_file_absent(), ({ away }) => away.length),
      textColumn(m.meetings_file_absentees(), ({ away }) => away.map(names.partner).join(', '))
    ])
  );
}
