// What a calendar leaves to be seen by whoever convenes: members who miss every meeting of their team, and teams that meet no more for long.
import { addDays, mondayOf } from '../../../model/meetings/days.ts';
import type { MeetingProblem, PlannedMeeting } from '../../../model/meetings/meeting-problem.ts';
import { compileMeetings } from '../problem/compile-meetings.ts';
import { absentees } from './check-plan.ts';

export interface AlwaysAway {
  team: string;
  partner: string;
  /** Meetings of the team, all of them missed. */
  missed: number;
  /** Half-days on which the team can meet and the member is there; 0: no calendar would have the member. */
  dates: number;
}

export interface YearRemarks {
  alwaysAway: AlwaysAway[];
  /** Teams without a meeting in the last weeks of the year, with their last date, the earliest first. */
  endsEarly: { team: string; last: string }[];
  /** How many weeks these are. */
  endWeeks: number;
}

/** Weeks of the calendar, holidays among them, at the end of the year: one term. Assumption. */
const END_WEEKS = 13;

/** Teams of one meeting are left out. */
export function yearRemarks(problem: MeetingProblem, plan: readonly PlannedMeeting[]): YearRemarks {
  const { possible, absences } = compileMeetings(problem);
  const alwaysAway: AlwaysAway[] = [];
  const endsEarly: YearRemarks['endsEarly'] = [];
  const [from, to] = [problem.calendar[0], problem.calendar.at(-1)];
  const endsFrom = to && addDays(mondayOf(to), -7 * (END_WEEKS - 1));
  problem.teams.forEach(({ id, members }, at) => {
    const own = plan.filter(({ team }) => team === id);
    if (own.length < 2 || from === undefined || endsFrom === undefined) return;
    for (const { partner } of members) {
      if (!own.every((meeting) => absentees(problem, meeting).includes(partner))) continue;
      const away = absences.of(partner);
      const dates = possible[at]!.filter((slot) => !away[slot]).length;
      alwaysAway.push({ team: id, partner, missed: own.length, dates });
    }
    const last = own.reduce((latest, { date }) => (date > latest ? date : latest), from);
    if (last < endsFrom) endsEarly.push({ team: id, last });
  });
  endsEarly.sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
  return { alwaysAway, endsEarly, endWeeks: END_WEEKS };
}
