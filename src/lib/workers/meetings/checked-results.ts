// What the worker of meetings answers: plans with what the checker, apart from the search, says of them.
import { checkAgenda } from '../../engines/agenda/index.ts';
import {
  checkPlan,
  overlapsOf,
  possibleDates,
  timedYear,
  type CheckedYear,
  type MeetingSolution,
  type RepairedPlan
} from '../../engines/meetings/index.ts';
import type { Agenda, AgendaProblem } from '../../model/meetings/agenda.ts';
import { sameSlot, type MeetingProblem, type PlannedMeeting } from '../../model/meetings/meeting-problem.ts';
import type { CheckedRepair, CheckedSolution } from './protocol.ts';

/** Other dates offered for a meeting that moves. */
const OTHERS = 5;
/** A difference of cost that rounding explains. */
const ROUNDING = 1e-6;

/** @throws when the checker refuses the plan, or counts another cost: a fault of the search */
function verified(checked: CheckedYear, cost: number | null): CheckedYear {
  const { broken, cost: counted } = checked;
  if (broken.length > 0)
    throw new Error(`the checker refuses the plan: ${broken.map(({ rule }) => rule).join(', ')}`);
  if (cost === null || Math.abs(counted.total - cost) > ROUNDING * Math.max(1, cost))
    throw new Error(`the checker counts ${counted.total}, the search ${cost}`);
  return checked;
}

/** @throws when somebody is asked to be in two places: a fault of the rules or of the hours */
function atOnePlace(problem: MeetingProblem, plan: readonly PlannedMeeting[]): void {
  const [overlap] = problem.hours ? overlapsOf(problem, timedYear(problem, plan)) : [];
  // What was held is as it was.
  if (overlap && overlap.first.date >= (problem.from ?? ''))
    throw new Error(`${overlap.who} is at two meetings on ${overlap.first.date}`);
}

export function checkedSolution(problem: MeetingProblem, found: MeetingSolution): CheckedSolution {
  if (found.status !== 'planned') return { ...found, checked: null };
  atOnePlace(problem, found.meetings!);
  return { ...found, checked: verified(checkPlan(problem, found.meetings!), found.cost) };
}

export function checkedRepair(problem: MeetingProblem, found: RepairedPlan): CheckedRepair {
  if (found.status !== 'planned') return { ...found, checked: null, others: [] };
  atOnePlace(problem, found.meetings);
  return {
    ...found,
    checked: verified(checkPlan(problem, found.meetings), found.cost),
    others: found.moves.map((move) =>
      possibleDates(problem, found.meetings, move)
        .filter((date) => !sameSlot(date, move.to) && !(move.from && sameSlot(date, move.from)))
        .slice(0, OTHERS)
        .map(({ date, half }) => ({ date, half }))
    )
  };
}

/** @throws when the checker refuses the agenda: a fault of the search */
export function checkedAgenda(problem: AgendaProblem, found: Agenda): Agenda {
  const faults = checkAgenda(problem, found);
  if (faults.length > 0)
    throw new Error(`the checker refuses the agenda: ${faults.map(({ rule }) => rule).join(', ')}`);
  return found;
}
