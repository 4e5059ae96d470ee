// Dates for one meeting, and why each other half-day of some weeks is none.
import { forbiddenBy, type FoundDate } from '$lib/engines/meetings/index.ts';
import type { DateRule } from '$lib/model/meetings/meeting-rules.ts';
import {
  HALVES,
  sameSlot,
  type MeetingProblem,
  type PlannedMeeting,
  type Slot
} from '$lib/model/meetings/meeting-problem.ts';
import { addDays } from '$lib/model/meetings/days.ts';

/** Dates listed; the others are shown as possible. */
export const LISTED = 10;
/** Weeks of the calendar beside them. */
export const SHOWN_WEEKS = 5;
const WEEKDAYS = [0, 1, 2, 3, 4];

export type HalfDayState = 'listed' | 'possible' | DateRule;
export interface HalfDay extends Slot {
  state: HalfDayState;
  /** Place in the list, from 1; null beyond it. */
  rank: number | null;
  /** The meeting is there now. */
  current: boolean;
}
export interface CalendarWeek {
  monday: string;
  halves: HalfDay[];
}

/** Half-days of some weeks: their place among the dates found, or the first rule that forbids them. */
export function calendarWeeks(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  meeting: PlannedMeeting,
  found: readonly FoundDate[],
  mondays: readonly string[]
): CalendarWeek[] {
  const why = (slot: Slot): HalfDayState => {
    const rank = found.findIndex((date) => sameSlot(date, slot));
    if (rank >= 0) return rank < LISTED ? 'listed' : 'possible';
    return forbiddenBy(problem, plan, { ...meeting, ...slot });
  };
  return mondays.map((monday) => ({
    monday,
    halves: WEEKDAYS.flatMap((day) =>
      HALVES.map((half): HalfDay => {
        const slot = { date: addDays(monday, day), half };
        const state = why(slot);
        const rank = state === 'listed' ? found.findIndex((date) => sameSlot(date, slot)) + 1 : null;
        return { ...slot, state, rank, current: sameSlot(slot, meeting) };
      })
    )
  }));
}
