// Dates for one meeting, and why each other half-day of some weeks is none.
import {
  absentees,
  compileMeetings,
  dayNumber,
  findDates,
  roomOf,
  slotsOf,
  HALVES,
  type FoundDate,
  type MeetingProblem,
  type PlannedMeeting,
  type Slot
} from '$lib/engines/meetings/index.ts';
import { addDays } from '../weeks.ts';

/** Dates listed; the others are shown as possible. */
export const LISTED = 10;
/** Weeks of the calendar beside them. */
export const SHOWN_WEEKS = 5;
const WEEKDAYS = [0, 1, 2, 3, 4];

export type HalfDayState =
  'listed' | 'possible' | 'closed' | 'room' | 'coordinator' | 'quorum' | 'spacing' | 'elsewhere';
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

export const sameSlot = (one: Slot, other: Slot): boolean =>
  one.date === other.date && one.half === other.half;

/** Every date at which the meeting may be held, the others being where they are: the best first. */
export function possibleDates(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  { team, number }: Pick<PlannedMeeting, 'team' | 'number'>
): FoundDate[] {
  const index = problem.teams.findIndex(({ id }) => id === team);
  if (index < 0) return [];
  const compiled = compileMeetings(problem);
  return findDates(compiled, slotsOf(compiled, plan), index, number, Infinity);
}

/** Days since the meeting before, and until the meeting after; null where there is none. */
export function daysAround(
  plan: readonly PlannedMeeting[],
  { team, number }: Pick<PlannedMeeting, 'team' | 'number'>,
  { date }: Slot
): { before: number | null; after: number | null } {
  const at = (other: number) => plan.find((one) => one.team === team && one.number === other);
  const [before, after] = [at(number - 1), at(number + 1)];
  const day = dayNumber(date);
  return {
    before: before ? day - dayNumber(before.date) : null,
    after: after ? dayNumber(after.date) - day : null
  };
}

/** Smallest number of members present beyond a quorum, over its classes; null without a quorum. */
export function quorumMargin({ beyondQuorum }: FoundDate): number | null {
  const margins = Object.values(beyondQuorum);
  return margins.length === 0 ? null : Math.min(...margins);
}

/** Half-days of some weeks: their place among the dates found, or the first rule that forbids them. */
export function calendarWeeks(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  meeting: PlannedMeeting,
  found: readonly FoundDate[],
  mondays: readonly string[]
): CalendarWeek[] {
  const days = new Set(problem.calendar);
  const why = (slot: Slot): HalfDayState => {
    if (!days.has(slot.date)) return 'closed';
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

/** @param meeting at a date that no search found */
function forbiddenBy(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  meeting: PlannedMeeting
): HalfDayState {
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
  const ledBy = (id: string) => problem.teams.find((one) => one.id === id)?.coordinator;
  const isBusy = plan.some(
    (other) =>
      other.date === meeting.date &&
      !(other.team === meeting.team && other.number === meeting.number) &&
      ledBy(other.team) === team.coordinator
  );
  const shares = plan.some(
    (other) => sameSlot(other, meeting) && ledBy(other.team) !== team.coordinator && other.team !== team.id
  );
  return shares && !isBusy ? 'elsewhere' : 'coordinator';
}
