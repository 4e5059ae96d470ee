// The hours of a plan: in each half-day the meetings of a coordinator follow one another, in the order of the shortest day.
import {
  HOUR_STEP,
  type MeetingProblem,
  type PlannedMeeting,
  type TimedMeeting
} from '../../../model/meetings/meeting-problem.ts';
import { toursOf, type DayTour } from './day-tours.ts';
import { minutesToNext, usualHours } from '../problem/half-day.ts';

/** A day of a coordinator, with the hours of its meetings. */
export interface TimedTour extends DayTour {
  timed: TimedMeeting[];
}

/**
 * Days with a meeting, by coordinator in the order of the problem, then by date. A problem without hours has the usual ones, which its plan did
 * not count: an afternoon then begins when whoever comes from a meeting of the morning is there.
 */
export function timedDays(problem: MeetingProblem, plan: readonly PlannedMeeting[]): TimedTour[] {
  const hours = problem.hours ?? usualHours();
  const tours = toursOf(problem, plan);
  const ofHalf = (half: 'am' | 'pm', readyAt: (meeting: PlannedMeeting) => number) =>
    tours.map(({ stops }) => {
      let begin = hours[half][0];
      return stops
        .filter(({ meeting }) => meeting.half === half)
        .map(({ meeting, commune }, i, own): TimedMeeting => {
          const before = own[i - 1];
          if (before) begin += minutesToNext(hours, problem.minutes[before.commune]?.[commune] ?? 0);
          begin += HOUR_STEP * Math.max(0, Math.ceil((readyAt(meeting) - begin) / HOUR_STEP));
          return { ...meeting, begin, end: begin + hours.meeting };
        });
    });
  const mornings = ofHalf('am', () => -Infinity);
  const afternoons = ofHalf('pm', problem.hours ? () => -Infinity : afterMorning(problem, mornings.flat()));
  return tours.map((tour, at) => ({ ...tour, timed: [...mornings[at]!, ...afternoons[at]!] }));
}

/** When the coordinator and the members of a meeting are all there, from those that they had in the morning of the same day. */
function afterMorning(
  { teams, minutes }: MeetingProblem,
  mornings: readonly TimedMeeting[]
): (meeting: PlannedMeeting) => number {
  const teamOf = new Map(teams.map((team) => [team.id, team]));
  const inTeam = ({ team: id, date }: PlannedMeeting) => {
    const team = teamOf.get(id);
    const people = team
      ? [`leads ${team.coordinator}`, ...team.members.map(({ partner }) => `sits ${partner}`)]
      : [];
    return { commune: team?.commune ?? '', people: people.map((who) => `${date} ${who}`) };
  };
  const left = new Map<string, { commune: string; end: number }[]>();
  for (const meeting of mornings) {
    const { commune, people } = inTeam(meeting);
    for (const who of people) left.set(who, [...(left.get(who) ?? []), { commune, end: meeting.end }]);
  }
  return (meeting) => {
    const { commune: to, people } = inTeam(meeting);
    const arrivals = people
      .flatMap((who) => left.get(who) ?? [])
      .map(({ commune, end }) => end + (commune === to ? 0 : (minutes[commune]?.[to] ?? 0)));
    return Math.max(...arrivals);
  };
}

/** Every meeting of a plan with its hours, in the order of dates and hours. */
export function timedYear(problem: MeetingProblem, plan: readonly PlannedMeeting[]): TimedMeeting[] {
  const order = ({ date, begin, team }: TimedMeeting) => `${date} ${String(begin).padStart(4, '0')} ${team}`;
  return timedDays(problem, plan)
    .flatMap(({ timed }) => timed)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
