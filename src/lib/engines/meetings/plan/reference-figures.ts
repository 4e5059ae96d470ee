// What a plan is compared with: what no plan can do better on absences, and a plan made date by date as on paper.
import { compileMeetings } from '../problem/compile-meetings.ts';
import type { MeetingProblem } from '../../../model/meetings/meeting-problem.ts';
import { checkPlan, type YearFigures } from './check-plan.ts';
import { greedyPlan } from './greedy-plan.ts';
import { meetingsOf } from './slots.ts';
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

export interface ReferenceFigures {
  /** A plan made date by date, and the meetings that it leaves without one; null without any team. */
  byHand: { figures: YearFigures; missing: number } | null;
  /** Absences that every plan has at least; null when a team cannot hold its meetings. */
  fewestAbsences: number | null;
}

/** What the plan of a year is compared with. */
export function referenceFigures(problem: MeetingProblem): ReferenceFigures {
  const { teams } = problem;
  if (teams.length === 0) return { byHand: null, fewestAbsences: fewestAbsences(problem) };
  const m = compileMeetings(problem);
  const plan = meetingsOf(m, greedyPlan(m));
  const asked = teams.reduce((sum, { meetings }) => sum + meetings, 0);
  return {
    byHand: { figures: checkPlan(problem, plan).figures, missing: asked - plan.length },
    fewestAbsences: fewestAbsences(problem)
  };
}
