// Meetings that move from one plan to another, and a repaired plan of which some moves are not taken.
import type { Move, PlannedMeeting, Slot } from '$lib/engines/meetings/index.ts';
import { sameSlot } from '../date/date-search.ts';

export const moveKey = ({ team, number }: Pick<Move, 'team' | 'number'>): string => `${team} ${number}`;
const order = ({ date, half }: Slot): string => `${date} ${half}`;
const byDate = (one: Slot, other: Slot): number => (order(one) < order(other) ? -1 : 1);

/** Dates that teams give up and take, in order; a meeting more or less has no date on one side. */
export function movesBetween(
  before: readonly PlannedMeeting[],
  now: readonly PlannedMeeting[]
): { team: string; from: Slot | null; to: Slot | null }[] {
  const teams = [...new Set([...before, ...now].map(({ team }) => team))].sort();
  return teams.flatMap((team) => {
    const of = (plan: readonly PlannedMeeting[]) => plan.filter((one) => one.team === team).sort(byDate);
    const [old, next] = [of(before), of(now)];
    const left = old.filter((one) => !next.some((other) => sameSlot(one, other)));
    const taken = next.filter((one) => !old.some((other) => sameSlot(one, other)));
    return Array.from({ length: Math.max(left.length, taken.length) }, (_, i) => ({
      team,
      from: left[i] ?? null,
      to: taken[i] ?? null
    }));
  });
}

/** A plan whose meetings are numbered anew in the order of their dates. */
export function renumbered(plan: readonly PlannedMeeting[]): PlannedMeeting[] {
  const counts = new Map<string, number>();
  return [...plan].sort(byDate).map((meeting) => {
    const number = (counts.get(meeting.team) ?? 0) + 1;
    counts.set(meeting.team, number);
    return { ...meeting, number };
  });
}

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
