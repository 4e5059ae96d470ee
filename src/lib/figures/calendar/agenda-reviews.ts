// What an agenda says of each situation and meeting: dates of its reviews, days waited, situations of each team that wait too long.
import { waitsOf } from '$lib/engines/agenda/index.ts';
import {
  MONTH_DAYS,
  type Agenda,
  type AgendaProblem,
  type AgendaSituation
} from '$lib/model/meetings/agenda.ts';
import { mondayOf } from '$lib/model/meetings/days.ts';
import type { PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';

/** What an agenda may be asked. */
export const AGENDA_LIMITS = { months: { min: 1, max: 24 }, seen: { min: 1, max: 40 } } as const;

/** Longest wait of a situation between two reviews, in months, and situations that a meeting can see. */
export interface AgendaLimits {
  months: number;
  seen: number;
}
export const USUAL_AGENDA: AgendaLimits = { months: 6, seen: 8 };

/** An agenda with the problem that it answers. */
export interface AnsweredAgenda {
  problem: AgendaProblem;
  agenda: Agenda;
}

/** A situation of a meeting. */
export interface SeenSituation extends AgendaSituation {
  /** Its review before, in this agenda or the last one told; null: none. */
  last: string | null;
  /** Days from that one, or from its request, to the meeting. */
  waited: number;
}

const keyOf = ({ team, number }: Pick<PlannedMeeting, 'team' | 'number'>): string => `${team} ${number}`;

/** Dates at which each situation is reviewed, ascending, by id. */
function reviewDates({ problem, agenda }: AnsweredAgenda): Map<string, string[]> {
  const dates = new Map(problem.meetings.map((meeting) => [keyOf(meeting), meeting.date]));
  const reviews = new Map<string, string[]>();
  for (const { situations, ...meeting } of agenda.meetings)
    for (const id of situations)
      reviews.set(id, [...(reviews.get(id) ?? []), dates.get(keyOf(meeting))!].sort());
  return reviews;
}

/** Situations of each team that wait longer than the months at least once; teams without any are absent. */
export function lateByTeam(answered: AnsweredAgenda): ReadonlyMap<string, number> {
  const { situations, horizon, months } = answered.problem;
  const reviews = reviewDates(answered);
  const counts = new Map<string, number>();
  for (const situation of situations) {
    const waits = waitsOf(situation, reviews.get(situation.id) ?? [], horizon);
    if (Math.max(...waits) > months * MONTH_DAYS)
      counts.set(situation.team, (counts.get(situation.team) ?? 0) + 1);
  }
  return counts;
}

/** The situations of each meeting, by `team number`: those that have waited longest first. */
export function seenByMeeting(answered: AnsweredAgenda): ReadonlyMap<string, readonly SeenSituation[]> {
  const { problem, agenda } = answered;
  const reviews = reviewDates(answered);
  const known = new Map(problem.situations.map((situation) => [situation.id, situation]));
  const dates = new Map(problem.meetings.map((meeting) => [keyOf(meeting), meeting.date]));
  return new Map(
    agenda.meetings.map(({ situations, ...meeting }) => {
      const date = dates.get(keyOf(meeting))!;
      const seen = situations.map((id): SeenSituation => {
        const situation = known.get(id)!;
        const last = reviews.get(id)?.findLast((review) => review < date) ?? situation.seen;
        const [waited = 0] = waitsOf({ ...situation, seen: last, until: null }, [], [date, date]);
        return { ...situation, last, waited };
      });
      return [
        keyOf(meeting),
        seen.sort((one, other) => other.waited - one.waited || (one.id < other.id ? -1 : 1))
      ];
    })
  );
}

/**
 * Days on which one more meeting may be advised: the first of those to come of each week.
 * @param days of the calendar, ascending
 * @param from first day to plan, which may be before today
 */
export function weeklyDays(days: readonly string[], from: string, today: string): string[] {
  const coming = days.filter((day) => day >= from && day >= today);
  return coming.filter((day, at) => at === 0 || mondayOf(day) !== mondayOf(coming[at - 1]!));
}

/** The commune of a school, by its id. */
export function communesOf(schools: readonly { uai: string; commune: string }[]) {
  const communes = new Map(schools.map(({ uai, commune }) => [uai, commune]));
  return (uai: string): string | null => communes.get(uai) ?? null;
}
