// Meetings that move from one plan to another, and their numbers in the order of dates.
import { sameSlot, type PlannedMeeting, type Slot } from '../../../model/meetings/meeting-problem.ts';

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
