// Whether a year with hours asks anyone to be in two places: apart from whatever sets the hours, from the meetings and the problem alone.
import type { MeetingProblem, TimedMeeting } from '../../../model/meetings/meeting-problem.ts';
import { roomOf } from '../../../model/meetings/meetings-file.ts';

/** Somebody, or a room, at two meetings of which the second begins before the first has ended and its road is done. */
export interface Overlap {
  who: string;
  first: TimedMeeting;
  second: TimedMeeting;
  /** Minutes that are lacking. */
  lacking: number;
}

/** Overlaps of coordinators, partners and rooms. */
export function overlapsOf(problem: MeetingProblem, year: readonly TimedMeeting[]): Overlap[] {
  const teams = new Map(problem.teams.map((team) => [team.id, team]));
  const days = new Map<string, { who: string; meetings: TimedMeeting[] }>();
  for (const meeting of year) {
    const team = teams.get(meeting.team);
    if (!team) continue;
    const busy = [
      ['leads', team.coordinator],
      ['is', roomOf(team.commune)],
      ...team.members.map(({ partner }) => ['sits', partner] as const)
    ] as const;
    for (const [as, who] of busy) {
      const key = `${meeting.date} ${as} ${who}`;
      const day = days.get(key) ?? { who, meetings: [] };
      if (day.meetings.length === 0) days.set(key, day);
      day.meetings.push(meeting);
    }
  }
  const found: Overlap[] = [];
  for (const { who, meetings } of days.values()) {
    meetings.sort((a, b) => a.begin - b.begin || a.end - b.end);
    for (let i = 1; i < meetings.length; i++) {
      const [first, second] = [meetings[i - 1]!, meetings[i]!];
      const [from, to] = [teams.get(first.team)!.commune, teams.get(second.team)!.commune];
      const road = from === to ? 0 : (problem.minutes[from]?.[to] ?? 0);
      const lacking = first.end + road - second.begin;
      if (lacking > 0) found.push({ who, first, second, lacking });
    }
  }
  return found;
}
