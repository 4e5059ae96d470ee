// The agenda of each meeting: teams apart, since no meeting is of two.
import type { Agenda, AgendaMeeting, AgendaProblem, AgendaSituation } from '../../model/meetings/agenda.ts';
import { dayNumber } from '../../model/meetings/days.ts';
import { OVER_UNITS, optionsOf } from './team-options.ts';
import { teamCosts } from './one-cost.ts';
import { searchTeam } from './team-search.ts';

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function grouped<Row extends { team: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.team, [...(groups.get(row.team) ?? []), row]);
  return groups;
}

function planTeam(
  problem: Pick<AgendaProblem, 'months' | 'horizon'>,
  meetings: readonly AgendaMeeting[],
  situations: readonly AgendaSituation[]
): Agenda {
  const dated = meetings.toSorted((one, other) => byText(one.date, other.date) || one.number - other.number);
  const days = dated.map(({ date }) => dayNumber(date));
  const rows = situations.toSorted((one, other) => byText(one.id, other.id));
  const options = rows.map((row) => optionsOf(row, days, problem));
  const costs = teamCosts(
    options,
    dated.map(({ capacity }) => capacity)
  );
  const { sets, bound } = searchTeam(costs);
  const chosen = sets.map((set, at) => options[at]!.find(({ meetings: mask }) => mask === set)!);
  const seen = dated.map((_, j) => rows.filter((_row, at) => (sets[at]! >> j) & 1).map(({ id }) => id));
  const total = (figure: 'over' | 'longest' | 'reviews') =>
    chosen.reduce((sum, option) => sum + option[figure], 0);
  const over = total('over');
  const { least, weights } = costs;
  const overBound = least.over + Math.max(0, Math.floor(bound / weights.over));
  // No agenda has less days over: of those that have as few, the bound is on what follows.
  const left = overBound === over ? Math.max(0, bound - (over - least.over) * weights.over) : 0;
  return {
    over: over / OVER_UNITS,
    longest: total('longest'),
    reviews: total('reviews'),
    balance: seen.reduce((sum, ids) => sum + ids.length ** 2, 0),
    bound: {
      over: overBound / OVER_UNITS,
      longest: least.longest + Math.floor(left / weights.longest)
    },
    meetings: dated
      .map(({ team, number }, j) => ({ team, number, situations: seen[j]! }))
      .sort((one, other) => one.number - other.number)
  };
}

/**
 * The agenda of all meetings that has, in this order, the fewest days over the months, the smallest sum of longest waits, the fewest reviews
 * and the best balance. The order of rows changes nothing.
 *
 * @param onTeam teams done so far
 */
export function planAgenda(problem: AgendaProblem, onTeam?: (done: number, of: number) => void): Agenda {
  const meetings = grouped(problem.meetings);
  const situations = grouped(problem.situations);
  const teams = [...new Set([...meetings.keys(), ...situations.keys()])].sort(byText);
  const all: Agenda = {
    over: 0,
    longest: 0,
    reviews: 0,
    balance: 0,
    bound: { over: 0, longest: 0 },
    meetings: []
  };
  for (const [at, team] of teams.entries()) {
    const one = planTeam(problem, meetings.get(team) ?? [], situations.get(team) ?? []);
    for (const figure of ['over', 'longest', 'reviews', 'balance'] as const) all[figure] += one[figure];
    all.bound.over += one.bound.over;
    all.bound.longest += one.bound.longest;
    all.meetings.push(...one.meetings);
    onTeam?.(at + 1, teams.length);
  }
  return all;
}
