// What one more meeting of a team would change, at the best of some dates.
import type { Agenda, AgendaProblem } from '../../model/meetings/agenda.ts';
import { planAgenda } from './plan-agenda.ts';

export interface OneMoreMeeting {
  team: string;
  date: string;
  /** Of the team, as planned and with that meeting. */
  before: Agenda;
  after: Agenda;
}

/** Negative when the first is better. */
const compared = (one: Agenda, other: Agenda): number => one.over - other.over || one.longest - other.longest;

/**
 * What one more meeting would change for a team, at its best date; null where it changes nothing.
 *
 * @param dates on which the meeting could be held, ascending: of equal ones the first is kept
 * @param capacity situations that it could see
 */
export function oneMoreMeeting(
  problem: AgendaProblem,
  team: string,
  { dates, capacity }: { dates: readonly string[]; capacity: number }
): OneMoreMeeting | null {
  const meetings = problem.meetings.filter((meeting) => meeting.team === team);
  const situations = problem.situations.filter((situation) => situation.team === team);
  const of = { ...problem, meetings, situations };
  const number = Math.max(0, ...meetings.map((meeting) => meeting.number)) + 1;
  const before = planAgenda(of);
  let best: OneMoreMeeting | null = null;
  for (const date of dates) {
    const after = planAgenda({ ...of, meetings: [...meetings, { team, number, date, capacity }] });
    if (compared(after, best?.after ?? before) < 0) best = { team, date, before, after };
  }
  return best;
}
