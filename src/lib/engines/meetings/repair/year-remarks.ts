// What a calendar leaves to be seen by whoever convenes: members who miss every meeting of their team, and teams that meet late for the first time, or no more for long.
import { addDays, mondayOf } from '../../../model/meetings/days.ts';
import type { MeetingProblem, PlannedMeeting } from '../../../model/meetings/meeting-problem.ts';
import { compileMeetings } from '../problem/compile-meetings.ts';
import { bringAll, bringingDates, type BringingDate, type TeamPartner } from './bring-dates.ts';
import { absentees } from '../plan/check-plan.ts';

export interface AlwaysAway extends TeamPartner {
  /** Meetings of the team, all of them missed. */
  missed: number;
  /** Half-days on which the team can meet and the member is there; 0: no calendar would have the member. */
  dates: number;
  /** The date of one open meeting that would bring the member; null where there is none. */
  bring: BringingDate | null;
}

/** What may still change of the year. */
export interface OpenYear {
  /** With what is held before today. */
  problem: MeetingProblem;
  /** Meetings whose date may change. */
  movable: readonly PlannedMeeting[];
}

export interface YearRemarks {
  alwaysAway: AlwaysAway[];
  /** Teams without a meeting in the first weeks of the year, with their first date, the latest first. */
  startsLate: { team: string; date: string }[];
  /** Teams without a meeting in the last weeks of the year, with their last date, the earliest first. */
  endsEarly: { team: string; date: string }[];
  /** The day before which the first do not meet, and the one after which the others do not; null without a day to meet on. */
  term: { start: string; end: string } | null;
  /** The plan that brings as many of the members as moves of one meeting can. */
  bringAll: () => ReturnType<typeof bringAll>;
}

/** Weeks of the calendar, holidays among them, at each end of the year: one term. Assumption. */
const TERM_WEEKS = 13;

/** Teams of one meeting are left out. @param open null: no date is looked for */
export function yearRemarks(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  open: OpenYear | null = null
): YearRemarks {
  const { possible, absences } = compileMeetings(problem);
  const alwaysAway: Omit<AlwaysAway, 'bring'>[] = [];
  const startsLate: YearRemarks['startsLate'] = [];
  const endsEarly: YearRemarks['endsEarly'] = [];
  const [from, to] = [problem.calendar[0], problem.calendar.at(-1)];
  if (from === undefined || to === undefined) {
    const none = () => ({ plan: [...plan], moved: [] });
    return { alwaysAway: [], startsLate, endsEarly, term: null, bringAll: none };
  }
  const term = {
    start: addDays(mondayOf(from), 7 * TERM_WEEKS),
    end: addDays(mondayOf(to), -7 * (TERM_WEEKS - 1) - 1)
  };
  problem.teams.forEach(({ id, members }, at) => {
    const own = plan.filter(({ team }) => team === id);
    if (own.length < 2) return;
    for (const { partner } of members) {
      if (!own.every((meeting) => absentees(problem, meeting).includes(partner))) continue;
      const away = absences.of(partner);
      const dates = possible[at]!.filter((slot) => !away[slot]).length;
      alwaysAway.push({ team: id, partner, missed: own.length, dates });
    }
    const held = own.map(({ date }) => date).sort();
    const [first, last] = [held[0]!, held.at(-1)!];
    if (first >= term.start) startsLate.push({ team: id, date: first });
    if (last <= term.end) endsEarly.push({ team: id, date: last });
  });
  const byDate = (one: { date: string }, other: { date: string }) => one.date.localeCompare(other.date);
  startsLate.sort((one, other) => byDate(other, one));
  endsEarly.sort(byDate);
  const dates = open ? bringingDates(open.problem, plan, alwaysAway, open.movable) : [];
  return {
    alwaysAway: alwaysAway.map((one, at) => ({ ...one, bring: dates[at] ?? null })),
    startsLate,
    endsEarly,
    term,
    bringAll: () =>
      open ? bringAll(open.problem, plan, alwaysAway, open.movable) : { plan: [...plan], moved: [] }
  };
}
