// Rows of the year's table: coordinations, their teams, and their meetings by week.
import type { PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';
import { placeName, teamName } from '$lib/i18n/place-names';
import { m } from '$lib/i18n/paraglide/messages.js';
import { neighbourIn } from '$lib/ui/table/roving.ts';
import { sameMeeting } from '$lib/figures/calendar/fit-plan.ts';
import { mondayOf } from '$lib/model/meetings/days.ts';
import type { MeetingsState } from './meetings-state.svelte.ts';

export interface TeamRow {
  id: string;
  name: string;
  /** Where there is little room. */
  short: string;
  commune: string;
  /** Meetings asked for; null when the service's list does not say. */
  asked: number | null;
  /** Of the team, by Monday of their week. */
  byWeek: ReadonlyMap<string, readonly PlannedMeeting[]>;
  dated: number;
  /** Its rules clash, or it cannot be convened: its meetings have no date. */
  isAside: boolean;
}
export interface GroupRow {
  name: string;
  teams: TeamRow[];
  dated: number;
}

function byWeekOf(meetings: readonly PlannedMeeting[]): Map<string, PlannedMeeting[]> {
  const weeks = new Map<string, PlannedMeeting[]>();
  for (const meeting of meetings) {
    const monday = mondayOf(meeting.date);
    weeks.set(monday, [...(weeks.get(monday) ?? []), meeting]);
  }
  return weeks;
}

/** Coordinations in the order of the file; teams by commune, then by name. */
export function yearRows(state: MeetingsState): GroupRow[] {
  const { dashboard, teams, coordinators, aside, left } = state;
  const out = new Set([...aside.map(({ team }) => team), ...left.map(({ found }) => found)]);
  const rowOf = (team: (typeof teams)[number]): TeamRow => {
    const commune = placeName(dashboard, team.commune);
    const meetings = state.meetingsOf(team.id);
    return {
      id: team.id,
      name: teamName(team, commune),
      short: teamName(team, commune, true),
      commune,
      asked: team.meetings,
      byWeek: byWeekOf(meetings),
      dated: meetings.length,
      isAside: out.has(team.id)
    };
  };
  const groups = coordinators.map(({ id, commune }) => ({
    name: m.meetings_group({ coordination: id, commune: placeName(dashboard, commune) }),
    own: teams.filter(({ coordinator }) => coordinator === id)
  }));
  const known = new Set(coordinators.map(({ id }) => id));
  const others = teams.filter(({ coordinator }) => !known.has(coordinator));
  return [...groups, { name: m.meetings_group_none(), own: others }]
    .filter(({ own }) => own.length > 0)
    .map(({ name, own }) => {
      const rows = own
        .map(rowOf)
        .sort((a, b) => a.commune.localeCompare(b.commune) || a.name.localeCompare(b.name));
      return { name, teams: rows, dated: rows.reduce((sum, row) => sum + row.dated, 0) };
    });
}

/** Where an arrow key leads from a meeting: the next of the same team, or the nearest in date of the team above or below that has some. */
export function neighbourOf(
  rows: readonly TeamRow[],
  from: PlannedMeeting,
  key: string
): PlannedMeeting | null {
  return neighbourIn(
    rows.map(({ byWeek }) => [...byWeek.values()].flat()),
    (meeting) => sameMeeting(meeting, from),
    ({ date }) => date,
    key
  );
}
