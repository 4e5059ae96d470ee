// Why a half-day is no date for a meeting, and how far it is from the meetings around it.
import { dayNumber } from '../../../model/meetings/days.ts';
import type { MeetingProblem, PlannedMeeting, Slot } from '../../../model/meetings/meeting-problem.ts';
import type { DateRule } from '../../../model/meetings/meeting-rules.ts';
import { roomOf } from '../../../model/meetings/meetings-file.ts';
import { absentees, checkPlan } from '../plan/check-plan.ts';

/** Days to the meetings before and after; null where there is none. */
export interface DaysAround {
  before: number | null;
  after: number | null;
}

/** Days since the meeting before, and until the meeting after; null where there is none. */
export function daysAround(
  plan: readonly PlannedMeeting[],
  { team, number }: Pick<PlannedMeeting, 'team' | 'number'>,
  { date }: Slot
): DaysAround {
  const at = (other: number) => plan.find((one) => one.team === team && one.number === other);
  const [before, after] = [at(number - 1), at(number + 1)];
  const day = dayNumber(date);
  return {
    before: before ? day - dayNumber(before.date) : null,
    after: after ? dayNumber(after.date) - day : null
  };
}

/**
 * The first rule by which a meeting may not be held at a date, in the order in which a service asks: is it open, is there a room, who can come.
 * @param meeting at a date that `possibleDates` does not find
 */
export function forbiddenBy(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  meeting: PlannedMeeting
): DateRule {
  if (meeting.date < (problem.from ?? '')) return 'past';
  if (!problem.calendar.includes(meeting.date)) return 'closed';
  const team = problem.teams.find(({ id }) => id === meeting.team);
  if (!team) return 'closed';
  const room = roomOf(team.commune);
  const needed = [room, team.coordinator].map((partner) => ({ partner, weight: 0, class: '' }));
  const away = absentees({ ...problem, teams: [{ ...team, members: needed }] }, meeting);
  if (away.includes(room)) return 'room';
  if (away.length > 0) return 'coordinator';
  const missing = absentees(problem, meeting);
  const short = Object.entries(team.quorum).some(
    ([name, least]) =>
      team.members.filter((member) => member.class === name && !missing.includes(member.partner)).length <
      least
  );
  if (short) return 'quorum';
  const { before, after } = daysAround(plan, meeting, meeting);
  const [least, most] = team.band;
  if ([before, after].some((gap) => gap !== null && (gap < Math.max(1, least) || gap > most)))
    return 'spacing';
  const others = plan.filter(
    (other) =>
      other.date === meeting.date && !(other.team === meeting.team && other.number === meeting.number)
  );
  const broken = checkPlan(problem, [...others, meeting]).broken.filter(({ meetings }) =>
    meetings.includes(meeting)
  );
  const isHeld = broken.some(
    ({ rule, who }) => who === team.coordinator && rule !== 'away' && rule !== 'two-places'
  );
  if (isHeld) return 'coordinator';
  return broken.some(({ rule, who }) => rule === 'two-places' && who === room) ? 'room' : 'elsewhere';
}
