// What the worker of meetings answers: plans with what the checker, apart from the search, says of them.
import { checkAgenda } from '../../engines/agenda/index.ts';
import {
  checkPlan,
  meetingsTouched,
  overlapsOf,
  possibleDates,
  repairPlan,
  timedYear,
  type CheckedYear,
  type MeetingSolution,
  type RepairedPlan,
  type RepairOptions
} from '../../engines/meetings/index.ts';
import type { Agenda, AgendaProblem } from '../../model/meetings/agenda.ts';
import type { Away } from '../../model/meetings/meetings-file.ts';
import {
  sameSlot,
  type MeetingProblem,
  type PlannedMeeting,
  type Slot
} from '../../model/meetings/meeting-problem.ts';
import type { CheckedRepair, CheckedSolution, RepairAnswer, RepairOrder } from './protocol.ts';

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

function checkedRepair(
  problem: MeetingProblem,
  found: RepairedPlan,
  { declared = [], changed = [] }: Pick<RepairOrder, 'declared' | 'changed'> = {}
): CheckedRepair {
  if (found.status !== 'planned') return { ...found, checked: null, others: [], touched: [] };
  atOnePlace(problem, found.meetings);
  return {
    ...found,
    checked: verified(checkPlan(problem, found.meetings), found.cost),
    others: found.moves.map((move) => {
      const dates = possibleDates(problem, found.meetings, move).filter(
        (date) => !sameSlot(date, move.to) && !(move.from && sameSlot(date, move.from))
      );
      const isFree = ({ date, half }: Slot) =>
        meetingsTouched(problem, [{ team: move.team, number: move.number, date, half }], declared).length ===
        0;
      const free = dates.filter(isFree);
      return (free.length > 0 ? free : dates).slice(0, OTHERS).map(({ date, half }) => ({ date, half }));
    }),
    touched: meetingsTouched(problem, found.meetings, changed)
  };
}

/** The repair of the fewest moves; where the absences of the change touch meetings that may stay, the one that moves these too. */
export async function repairAnswer(
  { problem, before, ...absences }: RepairOrder,
  options: Omit<RepairOptions, 'declared' | 'leaving'>
): Promise<RepairAnswer> {
  const { declared = [], changed = [] } = absences;
  const repair = async (leaving: readonly Away[]) =>
    checkedRepair(problem, await repairPlan(problem, before, { ...options, declared, leaving }), absences);
  const staying = await repair([]);
  const leaving = staying.touched.length > 0 ? await repair(changed) : null;
  const isBetter = leaving?.status === 'planned' && leaving.touched.length < staying.touched.length;
  return { ...staying, leaving: isBetter ? leaving : null };
}

/** @throws when the checker refuses the agenda: a fault of the search */
export function checkedAgenda(problem: AgendaProblem, found: Agenda): Agenda {
  const faults = checkAgenda(problem, found);
  if (faults.length > 0)
    throw new Error(`the checker refuses the agenda: ${faults.map(({ rule }) => rule).join(', ')}`);
  return found;
}
