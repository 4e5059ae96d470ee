// Who of a team is away at its meetings of the year, and what is left of its quorum.
import { absentees } from '$lib/engines/meetings/index.ts';
import type { MeetingProblem, PlannedMeeting } from '$lib/model/meetings/meeting-problem.ts';

export interface MemberYear {
  partner: string;
  class: string;
  /** Meetings of the team that the member misses. */
  missed: number;
}
export interface MeetingLine {
  meeting: PlannedMeeting;
  missing: string[];
}

/** Meetings in order, each with who misses it; members in the order of the list. */
export function teamYear(
  problem: MeetingProblem,
  meetings: readonly PlannedMeeting[]
): { members: MemberYear[]; lines: MeetingLine[] } {
  const team = problem.teams.find(({ id }) => id === meetings[0]?.team);
  const lines = meetings.map((meeting) => ({ meeting, missing: absentees(problem, meeting) }));
  return {
    lines,
    members: (team?.members ?? []).map((member) => ({
      partner: member.partner,
      class: member.class,
      missed: lines.filter(({ missing }) => missing.includes(member.partner)).length
    }))
  };
}
