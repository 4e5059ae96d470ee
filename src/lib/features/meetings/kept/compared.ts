// What kept plans are worth beside the one on screen: each under the absences declared now, and as many meetings as it dates.
import { checkPlan, type CheckedYear, movesBetween, withoutUndated } from '$lib/engines/meetings/index.ts';
import type { MeetingProblem } from '$lib/model/meetings/meeting-problem.ts';
import type { KeptMeeting } from '$lib/storage/meeting-plan.ts';

export interface ComparedPlan {
  figures: CheckedYear['figures'];
  dated: number;
  /** Rules that the plan breaks now. */
  broken: number;
  /** Meetings whose date is none of the reference's. */
  moved: number;
}

/** @param problem of the year on screen, all its meetings; its fixed meetings are not those of a kept plan */
export function comparedPlan(
  problem: MeetingProblem,
  plan: readonly KeptMeeting[],
  reference: readonly KeptMeeting[]
): ComparedPlan {
  const own = withoutUndated(
    { ...problem, locked: [] },
    problem.teams.map(({ id, meetings }) => {
      const held = plan.filter(({ team }) => team === id).length;
      return { team: id, held, meetings: meetings - held, conflict: [] };
    })
  );
  const { figures, broken } = checkPlan(own, plan);
  const moved = movesBetween(reference, plan).filter(({ to }) => to !== null).length;
  return { figures, dated: plan.length, broken: broken.length, moved };
}
