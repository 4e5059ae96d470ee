// The meeting problem of a school year, from what a territory knows: its teams, their members and diaries, times between town halls.
import type { Finding } from '../../../model/findings.ts';
import type { MeetingsFile } from '../../../model/meetings/meetings-file.ts';
import { dayNumber } from '../../../model/meetings/days.ts';
import {
  PRESETS,
  type MeetingHours,
  type MeetingProblem,
  type MeetingTeam,
  type PlannedMeeting,
  type Preset
} from '../../../model/meetings/meeting-problem.ts';
import { usualHours } from './half-day.ts';
import { tripMinutes } from '../../../model/travel/travel-times.ts';

export interface YearTeam {
  id: string;
  commune: string;
  coordinator: string;
  /** Null when the service's list does not say. */
  meetings: number | null;
}

export interface YearRequest {
  file: MeetingsFile;
  teams: readonly YearTeam[];
  /** Days on which teams may meet, ascending: `schoolDays`. */
  days: readonly string[];
  /** Minutes of road from commune to commune. */
  minutes: MeetingProblem['minutes'];
  preset: Preset;
  locked?: readonly PlannedMeeting[];
  /** Hours of half-days and length of a meeting; those of a usual workload when absent. */
  hours?: MeetingHours;
}

/** Days between two meetings of a team: half of the even spacing at least (ten days, however many), a little under twice at most. */
function bandOf(days: readonly string[], meetings: number): [least: number, most: number] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [1, 400];
  const even = (dayNumber(last) - dayNumber(first)) / meetings;
  return [Math.round(Math.max(Math.min(10, even), even / 2)), Math.round(1.75 * even + 14)];
}

/** Minutes where there is no road: no tour goes there and back in a day. */
const NO_ROAD = 24 * 60;

/** Minutes between the town halls of a territory, from the seconds of its graph (`graph/team.json`), rows are origins. */
export function minutesBetweenTowns(
  towns: readonly string[],
  seconds: readonly (readonly (number | null)[])[]
): Record<string, Record<string, number>> {
  return Object.fromEntries(
    towns.map((from, i) => [
      from,
      Object.fromEntries(
        towns.map((to, j) => {
          const found = seconds[i]?.[j] ?? null;
          return [to, found === null ? NO_ROAD : Math.round(tripMinutes(found))];
        })
      )
    ])
  );
}

/**
 * Teams that have no meeting, no coordinator or no member are left out and named: a plan is of those that it can convene.
 * @returns null as the problem when no team is left
 */
export function yearProblem({
  file,
  teams,
  days,
  minutes,
  preset,
  locked = [],
  hours = usualHours()
}: YearRequest): {
  problem: MeetingProblem | null;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const leaders = new Set(file.coordinators.map(({ id }) => id));
  const leftOut = (code: string, found: string) => findings.push({ code, severity: 'doubtful', found });
  const kept = teams.flatMap((team): MeetingTeam[] => {
    const { id, commune, coordinator, meetings } = team;
    const members = file.members.filter((member) => member.team === id);
    if (meetings === null || meetings === 0) leftOut('team-without-meetings', id);
    else if (!leaders.has(coordinator)) leftOut('team-without-coordinator', id);
    else if (members.length === 0) leftOut('team-without-members', id);
    else if (minutes[commune] === undefined) leftOut('team-without-times', id);
    else
      return [
        {
          id,
          commune,
          coordinator,
          meetings,
          members: members.map(({ partner, weight, class: name }) => ({ partner, weight, class: name })),
          quorum: file.quorum,
          band: bandOf(days, meetings)
        }
      ];
    return [];
  });
  if (kept.length === 0 || days.length === 0) return { problem: null, findings };
  const ids = new Set(kept.map(({ id }) => id));
  return {
    problem: {
      calendar: days,
      teams: kept,
      coordinators: file.coordinators,
      away: file.away,
      minutes,
      locked: locked.filter(({ team }) => ids.has(team)),
      weights: PRESETS[preset],
      hours
    },
    findings
  };
}
