/**
 * The year's team meetings: a plan with its bound, its repair after a change, dates for one meeting, and why a year is impossible.
 * Pure: no screen, no network. Minutes are minutes of road; a slot is a half-day of the calendar.
 *
 * @example
 * ```ts
 * import { checkPlan, planMeetings } from '$lib/engines/meetings';
 * import { PRESETS } from '$lib/model/meetings/meeting-problem.ts';
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
// A year to plan, its plan, and what it is compared with.
export { readMeetings, readPlan } from './problem/read-problem.ts';
export { mostBetween } from './problem/half-day.ts';
export { minutesBetweenTowns, yearProblem } from './problem/year-problem.ts';
export { absentees, checkPlan, meetingsTouched, type CheckedYear } from './plan/check-plan.ts';
export { whyImpossible } from './plan/conflict.ts';
export { planMeetings, type MeetingProgress, type MeetingSolution } from './plan/plan-meetings.ts';
export { referenceFigures } from './plan/reference-figures.ts';

// Hours of a plan, and what a week asks.
export { overlapsOf } from './hours/check-hours.ts';
export { coordinatorDays, toConvene } from './hours/coordinator-days.ts';
export { timedYear } from './hours/timed-year.ts';

// A plan that changes.
export { possibleDates, type FoundDate } from './repair/find-dates.ts';
export { forbiddenBy } from './repair/forbidden-dates.ts';
export { heldBefore } from './repair/held-before.ts';
export { movesBetween, renumbered } from './repair/moves.ts';
export { repairPlan, type MeetingMove, type RepairedPlan, type RepairOptions } from './repair/repair-plan.ts';
export { yearRemarks } from './repair/year-remarks.ts';
export { setAside, stillUndated, withoutUndated, type SetAside } from './repair/set-aside.ts';

// The calendar of a school year.
export { holidaysOf, schoolDays } from './calendar/school-days.ts';
export { nextSchoolYear, yearsWith, holidayZone } from './calendar/school-holidays.ts';
export { publicHolidays } from './calendar/public-holidays.ts';

// Calendar files.
export { absencesOf } from './exchange/busy-absences.ts';
export type { BusyCalendar } from './exchange/read-calendar.ts';
/** Reads a calendar file as busy half-days; the library that reads it is loaded then. See exchange/read-calendar.ts. */
export const readCalendar = async (...args: Parameters<Read>): Promise<ReturnType<Read>> =>
  (await import('./exchange/read-calendar.ts')).readCalendar(...args);
type Read = typeof import('./exchange/read-calendar.ts').readCalendar;
export { writeCalendar } from './exchange/write-calendar.ts';
