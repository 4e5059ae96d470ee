// Dates that bring members who miss every meeting of their team, without losing another one.
import type { MeetingProblem, PlannedMeeting } from '../../../model/meetings/meeting-problem.ts';
import { absentees } from '../plan/check-plan.ts';
import { compileMeetings, type Meetings } from '../problem/compile-meetings.ts';
import { datesIn, type FoundDate } from './find-dates.ts';

/** A meeting that may be moved, and the date at which a member who misses every meeting of the team would be there. */
export interface BringingDate {
  meeting: PlannedMeeting;
  date: FoundDate;
  /** Members who miss the meeting where it is. */
  missedNow: number;
}

export interface TeamPartner {
  team: string;
  partner: string;
}

const moreAbsent = ({ date, missedNow }: BringingDate): number => date.missing.length - missedNow;

/** Other dates of a team's meetings, at which nobody is lost who comes to that one only: the fewest more absent first, then the least cost. */
function otherDates(
  m: Meetings,
  plan: readonly PlannedMeeting[],
  team: string,
  movable: readonly PlannedMeeting[]
): BringingDate[] {
  const own = plan.filter((meeting) => meeting.team === team);
  const missing = new Map(own.map((meeting) => [meeting, absentees(m.problem, meeting)]));
  return own
    .filter((meeting) => movable.some((one) => one.team === team && one.number === meeting.number))
    .flatMap((meeting) => {
      const now = missing.get(meeting) ?? [];
      const others = own.filter((other) => other !== meeting);
      const comesOnlyHere = (partner: string) =>
        !now.includes(partner) && others.every((other) => missing.get(other)?.includes(partner));
      return datesIn(m, plan, meeting)
        .filter((date) => !date.missing.some(comesOnlyHere))
        .map((date) => ({ meeting, date, missedNow: now.length }));
    })
    .sort((a, b) => moreAbsent(a) - moreAbsent(b) || a.date.cost - b.date.cost);
}

/**
 * For each member who misses every meeting of a team: the date of one meeting that would bring them, the other meetings being where they are.
 * @param movable meetings whose date may still change
 * @returns in the order of the members; null where no meeting has such a date
 */
export function bringingDates(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  members: readonly TeamPartner[],
  movable: readonly PlannedMeeting[]
): (BringingDate | null)[] {
  const m = compileMeetings(problem);
  const byTeam = new Map<string, BringingDate[]>();
  return members.map(({ team, partner }) => {
    const dates = byTeam.get(team) ?? otherDates(m, plan, team, movable);
    byTeam.set(team, dates);
    return dates.find(({ date }) => !date.missing.includes(partner)) ?? null;
  });
}

/**
 * A plan that brings as many of these members as single moves can, one after the other; no meeting moves twice.
 * @returns the meetings that moved, at their new dates
 */
export function bringAll(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  members: readonly TeamPartner[],
  movable: readonly PlannedMeeting[]
): { plan: PlannedMeeting[]; moved: PlannedMeeting[] } {
  const m = compileMeetings(problem);
  const moved: PlannedMeeting[] = [];
  let now = [...plan];
  const isThere = ({ team, partner }: TeamPartner) =>
    now.some((meeting) => meeting.team === team && !absentees(problem, meeting).includes(partner));
  const same = (one: PlannedMeeting, other: PlannedMeeting) =>
    one.team === other.team && one.number === other.number;
  for (const member of members) {
    if (isThere(member)) continue;
    const free = movable.filter((meeting) => !moved.some((one) => same(one, meeting)));
    const found = otherDates(m, now, member.team, free).find(
      ({ date }) => !date.missing.includes(member.partner)
    );
    if (!found) continue;
    const to = { ...found.meeting, date: found.date.date, half: found.date.half };
    moved.push(to);
    now = now.map((meeting) => (same(meeting, to) ? to : meeting));
  }
  return { plan: now, moved };
}
