// The best dates for one meeting of a plan: who would miss, minutes added, what is left of the quorum.
import { PlanState, type TeamSlots } from '../plan/plan-state.ts';
import { slotOf, slotsOf } from '../plan/slots.ts';
import { tourMinutes } from '../plan/tour.ts';
import { compileMeetings, IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import type { MeetingProblem, PlannedMeeting, Slot } from '../../../model/meetings/meeting-problem.ts';
import { daysAround, type DaysAround } from './forbidden-dates.ts';

export interface FoundDate extends Slot {
  /** What the plan costs more with the meeting there than without it. */
  cost: number;
  /** Members who would miss it. */
  missing: string[];
  /** Minutes that the coordinator's tour of that day takes more. */
  minutes: number;
  /** The coordinator goes out on that day for it alone. */
  dayOut: boolean;
  /** Smallest number of members present beyond a quorum, over its classes; null without a quorum. */
  quorumMargin: number | null;
  /** Days since the team's meeting before, and until the one after. */
  around: DaysAround;
}

/**
 * Every date at which a meeting of a plan may be held, the others being where they are: the best first.
 * @param meeting its team, and its number in the year of its team, from 1
 * @returns none for a team that the problem does not have
 */
export function possibleDates(
  problem: MeetingProblem,
  meetings: readonly PlannedMeeting[],
  { team: id, number }: Pick<PlannedMeeting, 'team' | 'number'>
): FoundDate[] {
  return datesIn(compileMeetings(problem), meetings, { team: id, number });
}

/** The same of a problem that is compiled already. */
export function datesIn(
  m: Meetings,
  meetings: readonly PlannedMeeting[],
  { team: id, number }: Pick<PlannedMeeting, 'team' | 'number'>
): FoundDate[] {
  const team = m.problem.teams.findIndex((one) => one.id === id);
  if (team < 0) return [];
  const plan: Readonly<TeamSlots> = slotsOf(m, meetings);
  const own = plan[team]!;
  const state = new PlanState(m);
  plan.forEach((slots, other) => {
    if (slots && other !== team) state.tryPut(other, slots);
  });
  const rest = own.filter((_, i) => i !== number - 1);
  state.tryPut(team, rest);
  const [before, after] = [own[number - 2], own[number]];
  const gap = (from: number | undefined, to: number | undefined) =>
    from === undefined || to === undefined
      ? 0
      : (m.gap[team]![m.date[to >> 1]! - m.date[from >> 1]!] ?? IMPOSSIBLE);
  const found: { slot: number; cost: number }[] = [];
  for (const slot of m.possible[team]!) {
    if (before !== undefined && slot <= before) continue;
    if (after !== undefined && slot >= after) break;
    const spacing = gap(before, slot) + gap(slot, after);
    if (spacing >= IMPOSSIBLE) continue;
    const joining = state.marginal(team, slot);
    if (joining >= IMPOSSIBLE) continue;
    found.push({ slot, cost: m.missing[team * m.slots + slot]! + joining + spacing });
  }
  found.sort((a, b) => a.cost - b.cost || a.slot - b.slot);
  return found.map(({ slot, cost }) => {
    const date = described(m, state, team, slot, cost);
    return { ...date, around: daysAround(meetings, { team: id, number }, date) };
  });
}

function described(
  m: Meetings,
  state: PlanState,
  team: number,
  slot: number,
  cost: number
): Omit<FoundDate, 'around'> {
  const { members, quorum } = m.problem.teams[team]!;
  const missing = members.filter(({ partner }) => m.absences.of(partner)[slot]).map(({ partner }) => partner);
  const k = m.coordinator[team]!;
  const held = (where: number) => state.at(where).filter((other) => m.coordinator[other] === k);
  const [am, pm] = [held(slot & ~1), held(slot | 1)];
  const tour = (first: readonly number[], second: readonly number[]) =>
    tourMinutes(m, k, first[0] ?? NONE, first[1] ?? NONE, second[0] ?? NONE, second[1] ?? NONE);
  const joined = slot & 1 ? tour(am, [...pm, team]) : tour([...am, team], pm);
  const margins = Object.entries(quorum).map(
    ([name, least]) =>
      members.filter((member) => member.class === name && !missing.includes(member.partner)).length - least
  );
  return {
    ...slotOf(m, slot),
    cost,
    missing,
    minutes: joined - tour(am, pm),
    dayOut: am.length + pm.length === 0,
    quorumMargin: margins.length === 0 ? null : Math.min(...margins)
  };
}
