// What a week asks of each coordinator: meetings with their hours, who will miss them, the road before, between and after them, and which
// meetings are still to be convened.
import { addDays } from '../../../model/meetings/days.ts';
import {
  sameSlot,
  type MeetingProblem,
  type PlannedMeeting,
  type TimedMeeting
} from '../../../model/meetings/meeting-problem.ts';
import { absentees } from '../plan/check-plan.ts';
import { timedDays } from './timed-year.ts';

/** A drive from a commune to another; hours are minutes after midnight. */
export interface RoadLeg {
  from: string;
  to: string;
  minutes: number;
  leaves: number;
  arrives: number;
}

export interface HeldMeeting extends TimedMeeting {
  /** INSEE code of where it is held, in the room of that commune. */
  commune: string;
  /** Members of the team, and the partners among them who are away. */
  members: number;
  missing: readonly string[];
}

export interface CoordinatorDay {
  coordinator: string;
  date: string;
  /** Commune that the coordinator leaves from and comes back to. */
  base: string;
  /** In the order of the day. */
  meetings: HeldMeeting[];
  /** The one before each meeting, in their order, then the way back; a drive within a commune has no minute. */
  legs: RoadLeg[];
  /** Of road in the day. */
  minutes: number;
}

/** Days with a meeting from one date to another, both included, by coordinator in the order of the problem, then by date. */
export function coordinatorDays(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  from: string,
  to: string
): CoordinatorDay[] {
  const within = plan.filter(({ date }) => from <= date && date <= to);
  const sizeOf = new Map(problem.teams.map(({ id, members }) => [id, members.length]));
  return timedDays(problem, within).map(({ stops, timed, ...day }) => {
    const meetings = timed.map((meeting, i) => ({
      ...meeting,
      commune: stops[i]!.commune,
      members: sizeOf.get(meeting.team) ?? 0,
      missing: absentees(problem, meeting)
    }));
    const road = (from: string, to: string) => problem.minutes[from]?.[to] ?? 0;
    const legs = meetings.map((meeting, i): RoadLeg => {
      const before = meetings[i - 1];
      const [start, end] = [before?.commune ?? day.base, meeting.commune];
      const minutes = road(start, end);
      // From the base, to be there in time; from a meeting, when it ends.
      const leaves = before ? before.end : meeting.begin - minutes;
      return { from: start, to: end, minutes, leaves, arrives: leaves + minutes };
    });
    const last = meetings.at(-1)!;
    const back = road(last.commune, day.base);
    legs.push({
      from: last.commune,
      to: day.base,
      minutes: back,
      leaves: last.end,
      arrives: last.end + back
    });
    return { ...day, meetings, legs };
  });
}

/** Days ahead within which meetings are convened. Assumption. */
const CONVENED_AHEAD = 21;

/**
 * Meetings of the three weeks to come that nobody has convened at their date: one that has moved since is to be convened again.
 * @param today ISO date
 * @param convened meetings for which it was done, at the date of then
 */
export function toConvene<T extends PlannedMeeting>(
  plan: readonly T[],
  today: string,
  convened: readonly PlannedMeeting[]
): T[] {
  const until = addDays(today, CONVENED_AHEAD);
  return plan.filter(
    (meeting) =>
      today <= meeting.date &&
      meeting.date <= until &&
      !convened.some((one) => one.team === meeting.team && sameSlot(one, meeting))
  );
}
