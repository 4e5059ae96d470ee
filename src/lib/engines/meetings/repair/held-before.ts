// A year under way: what was held before today stays, and every date to be given is to come.
import { dayNumber } from '../../../model/meetings/days.ts';
import type { MeetingProblem, PlannedMeeting } from '../../../model/meetings/meeting-problem.ts';

/**
 * The problem of what is to come: meetings of the plan before today are fixed, and no other is given a date before it.
 * @param today ISO date
 */
export function heldBefore(
  problem: MeetingProblem,
  plan: readonly PlannedMeeting[],
  today: string
): MeetingProblem {
  const [first] = problem.calendar;
  if (first === undefined || today <= first) return problem;
  const held = plan.filter(({ date }) => date < today);
  const isHeld = (lock: PlannedMeeting) =>
    held.some(({ team, number }) => team === lock.team && number === lock.number);
  return {
    ...problem,
    from: today,
    locked: [...problem.locked.filter((lock) => !isHeld(lock)), ...held],
    // Days between meetings that were held are no fault of the rest.
    teams: problem.teams.map((team) => {
      const days = held
        .filter((one) => one.team === team.id)
        .map(({ date }) => dayNumber(date))
        .sort((a, b) => a - b);
      const gaps = days.slice(1).map((day, i) => day - days[i]!);
      return { ...team, band: [Math.min(team.band[0], ...gaps), Math.max(team.band[1], ...gaps)] as const };
    })
  };
}
