// Slots of the search as half-days of the calendar, and back.
import { isoDate } from '../../../model/meetings/days.ts';
import { HALVES, type PlannedMeeting, type Slot } from '../../../model/meetings/meeting-problem.ts';
import type { Meetings } from '../problem/compile-meetings.ts';
import type { TeamSlots } from './plan-state.ts';

/** The half-day of a slot. */
export const slotOf = (m: Meetings, slot: number): Slot => ({
  date: isoDate(m.date[slot >> 1]!),
  half: HALVES[slot & 1]!
});

/** Slots as meetings, in the order of teams and dates. */
export function meetingsOf(m: Meetings, plan: Readonly<TeamSlots>): PlannedMeeting[] {
  return plan.flatMap((slots, team) =>
    [...(slots ?? [])].map((slot, i) => ({
      team: m.problem.teams[team]!.id,
      number: i + 1,
      ...slotOf(m, slot)
    }))
  );
}

/** Meetings as slots of each team; a meeting outside of the calendar, or of no team, is left out. */
export function slotsOf(m: Meetings, meetings: readonly PlannedMeeting[]): Int32Array[] {
  const dayOf = new Map(Array.from(m.date, (day, index) => [isoDate(day), index]));
  return m.problem.teams.map(({ id }) =>
    Int32Array.from(
      meetings
        .filter(({ team, date }) => team === id && dayOf.has(date))
        .map(({ date, half }) => 2 * dayOf.get(date)! + HALVES.indexOf(half))
        .sort((a, b) => a - b)
    )
  );
}
