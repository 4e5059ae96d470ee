// What no plan can do better on one component alone: the absences of members.
import { compileMeetings } from '../problem/compile-meetings.ts';
import type { MeetingProblem } from '../problem/meetings-problem.ts';
import { teamPath } from './team-path.ts';

const ABSENCES_ONLY = { missing: 1, minute: 0, day: 0, spacing: 0, week: 0 };

/**
 * Absences that every plan has at least: each team at its own best dates, as if it were alone.
 * @returns null when a team cannot hold its meetings
 */
export function fewestAbsences(problem: MeetingProblem): number | null {
  const m = compileMeetings({
    ...problem,
    weights: ABSENCES_ONLY,
    teams: problem.teams.map((team) => ({
      ...team,
      members: team.members.map((member) => ({ ...member, weight: 1 }))
    }))
  });
  let sum = 0;
  for (let team = 0; team < m.teams; team++) {
    const missing = m.missing.subarray(team * m.slots, (team + 1) * m.slots);
    const path = teamPath(
      m,
      team,
      Float64Array.from(m.possible[team]!, (slot) => missing[slot]!)
    );
    if (!path) return null;
    sum += path.cost;
  }
  return Math.round(sum);
}
