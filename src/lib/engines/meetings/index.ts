/**
 * The year's team meetings: a plan with its bound, its repair after a change, dates for one meeting, and why a year is impossible.
 * Pure: no screen, no network. Minutes are minutes of road; a slot is a half-day of the calendar.
 *
 * @example
 * ```ts
 * import { PRESETS, checkPlan, planMeetings } from '$lib/engines/meetings';
 *
 * const team = { id: 'EPS-01', coordinator: 'C1', meetings: 1, commune: '59014', quorum: { school: 1 }, band: [1, 30] };
 * const problem = {
 *   calendar: ['2026-09-14', '2026-09-15'],
 *   teams: [{ ...team, members: [{ partner: 'head-1', weight: 3, class: 'school' }] }],
 *   coordinators: [{ id: 'C1', commune: '59606' }],
 *   away: [{ who: 'head-1', weekday: 1 }, { who: 'C1', half: 'am' }],
 *   minutes: { 59014: { 59014: 0, 59606: 10 }, 59606: { 59014: 12, 59606: 0 } },
 *   locked: [],
 *   weights: PRESETS.balanced
 * };
 * const { status, meetings, cost } = await planMeetings(problem, { seconds: 0 });
 * status; // => "planned"
 * meetings; // => [{"team": "EPS-01", "number": 1, "date": "2026-09-15", "half": "pm"}]
 * cost; // => 52
 * checkPlan(problem, meetings).broken; // => []
 * ```
 */
export {
  DAY_MEETINGS,
  HALF_DAY_MEETINGS,
  HALVES,
  NEAR_MINUTES,
  PRESETS,
  WEEK_MEETINGS,
  roomOf,
  type Absence,
  type Half,
  type MeetingCoordinator,
  type MeetingMember,
  type MeetingProblem,
  type MeetingTeam,
  type MeetingWeights,
  type PlannedMeeting,
  type Preset,
  type Slot
} from './problem/meetings-problem.ts';
export { readMeetings, readPlan, type ReadMeetings } from './problem/read-problem.ts';
export {
  bandOf,
  minutesBetweenTowns,
  yearProblem,
  type YearRequest,
  type YearTeam
} from './problem/year-problem.ts';
export { compileMeetings, type Meetings } from './problem/compile-meetings.ts';
export {
  absentees,
  checkPlan,
  type BrokenRule,
  type CheckedPlan,
  type CoordinatorFigures,
  type PlanFigures
} from './plan/check-plan.ts';
export { fewestAbsences } from './plan/fewest-absences.ts';
export { greedyPlan } from './plan/greedy-plan.ts';
export {
  meetingsOf,
  planMeetings,
  slotsOf,
  type MeetingProgress,
  type MeetingSolution,
  type PlanOptions
} from './plan/plan-meetings.ts';
export { conflictOfTeam, partOfTeam, whyImpossible, type ConflictRule } from './repair/conflict.ts';
export { findDates, type FoundDate } from './repair/find-dates.ts';
export { repairPlan, type Move, type RepairedPlan, type RepairOptions } from './repair/repair-plan.ts';

// The calendar of a school year.
export { dayNumber, isoDate, weekdayOf, weekOf } from './problem/dates.ts';
export { publicHolidays, type PublicHoliday } from './calendar/public-holidays.ts';
export { holidaysOf, schoolDays, type CalendarChoice, type ClosedPeriod } from './calendar/school-days.ts';
export {
  SCHOOL_YEARS,
  yearsWith,
  zoneOf,
  type HolidayKind,
  type SchoolHoliday,
  type SchoolYearCalendar,
  type Zone
} from './calendar/school-holidays.ts';

// Calendar files.
export { absencesOf } from './exchange/busy-absences.ts';
export type { BusyCalendar } from './exchange/read-calendar.ts';
/** Reads a calendar file as busy half-days; the library that reads it is loaded then. See exchange/read-calendar.ts. */
export const readCalendar = async (...args: Parameters<Read>): Promise<ReturnType<Read>> =>
  (await import('./exchange/read-calendar.ts')).readCalendar(...args);
type Read = typeof import('./exchange/read-calendar.ts').readCalendar;
export {
  MEETING_HOURS,
  writeCalendar,
  type CalendarEvent,
  type MeetingHours
} from './exchange/write-calendar.ts';
