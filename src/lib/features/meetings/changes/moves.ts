// A repaired plan of which some moves are not taken, and the plan without a meeting.
import { checkPlan, renumbered, type MeetingMove } from '$lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting, Slot } from '$lib/model/meetings/meeting-problem.ts';

export const moveKey = ({ team, number }: Pick<MeetingMove, 'team' | 'number'>): string =>
  `${team} ${number}`;

/** @param choices date of a meeting in the place of the one that the repair gives it, by `moveKey` */
export function withChoices(
  repaired: readonly PlannedMeeting[],
  choices: Readonly<Record<string, Slot>>
): PlannedMeeting[] {
  return renumbered(
    repaired.map((meeting) => {
      const slot = choices[moveKey(meeting)];
      return slot ? { ...meeting, date: slot.date, half: slot.half } : meeting;
    })
  );
}

/** The meetings of the plan without one, and the fixed ones as they are then numbered. */
export function without(
  plan: readonly PlannedMeeting[],
  { team, number }: Pick<PlannedMeeting, 'team' | 'number'>
): PlannedMeeting[] {
  return plan
    .filter((one) => one.team !== team || one.number !== number)
    .map((one) => (one.team === team && one.number > number ? { ...one, number: one.number - 1 } : one));
}

/** Whether the date that a meeting leaves could still be its own: it is open, and those without whom it is not held are there. */
export const mayStay = (
  problem: MeetingProblem,
  { team, number, from }: Pick<MeetingMove, 'team' | 'number' | 'from'>
): boolean =>
  from !== null &&
  !checkPlan(problem, [{ team, number, ...from }]).broken.some(
    ({ rule, meetings }) => meetings.length > 0 && ['away', 'quorum', 'calendar'].includes(rule)
  );
