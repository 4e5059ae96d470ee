// Meetings to come that have no situation to review, and the team that waits too long to which the half-day of each could go.
import type { PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';

export interface IdleMeeting<Meeting> {
  meeting: Meeting;
  /** A team of the same coordination with situations that wait too long; null without one. */
  for: { team: string; late: number } | null;
}

interface IdleInputs<Meeting> {
  /** In order. */
  meetings: readonly Meeting[];
  /** Situations of a meeting; null where it has no agenda. */
  seenAt: (meeting: Meeting) => readonly unknown[] | null;
  /** Situations of each team that wait too long. */
  late: ReadonlyMap<string, number>;
  /** Situations that a meeting reviews at most. */
  capacity: number;
  coordinatorOf: (team: string) => string | null;
  /** ISO date: meetings before it are held. */
  today: string;
}

/**
 * The meetings from today on that have no situation. The half-day of each goes to the team of its coordination with the most situations that wait too
 * long, less those that the half-days given to it already review: who leads it is there, whoever is convened.
 */
export function idleMeetings<Meeting extends Pick<PlannedMeeting, 'team' | 'date'>>({
  meetings,
  seenAt,
  late,
  capacity,
  coordinatorOf,
  today
}: IdleInputs<Meeting>): IdleMeeting<Meeting>[] {
  const left = new Map(late);
  return meetings
    .filter((meeting) => meeting.date >= today && seenAt(meeting)?.length === 0)
    .map((meeting) => {
      const leader = coordinatorOf(meeting.team);
      const [most] = [...left]
        .filter(([team, count]) => count > 0 && team !== meeting.team && coordinatorOf(team) === leader)
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
      if (!most || leader === null) return { meeting, for: null };
      const [team, count] = most;
      left.set(team, count - capacity);
      return { meeting, for: { team, late: late.get(team)! } };
    });
}
