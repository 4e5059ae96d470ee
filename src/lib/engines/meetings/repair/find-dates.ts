// The best dates for one meeting of a plan: who would miss, minutes added, what is left of the quorum.
import { PlanState, type TeamSlots } from '../plan/plan-state.ts';
import { tourMinutes } from '../plan/tour.ts';
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { isoDate } from '../problem/dates.ts';
import { HALVES, type Slot } from '../problem/meetings-problem.ts';

export interface FoundDate extends Slot {
  /** What the plan costs more with the meeting there than without it. */
  cost: number;
  /** Members who would miss it. */
  missing: string[];
  /** Minutes that the coordinator's tour of that day takes more. */
  minutes: number;
  /** The coordinator goes out on that day for it alone. */
  dayOut: boolean;
  /** Members of each class of the quorum who would be there beyond the least asked for. */
  beyondQuorum: Record<string, number>;
}

/**
 * Dates at which a meeting may be held, the others being where they are: the best first.
 * @param number 1-based number of the meeting in the year of its team
 */
export function findDates(
  m: Meetings,
  plan: Readonly<TeamSlots>,
  team: number,
  number: number,
  most = 10
): FoundDate[] {
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
  return found.slice(0, most).map(({ slot, cost }) => described(m, state, team, slot, cost));
}

function described(m: Meetings, state: PlanState, team: number, slot: number, cost: number): FoundDate {
  const { members, quorum } = m.problem.teams[team]!;
  const at = { date: isoDate(m.date[slot >> 1]!), half: HALVES[slot & 1]! };
  const missing = members.filter(({ partner }) => m.absences.of(partner)[slot]).map(({ partner }) => partner);
  const k = m.coordinator[team]!;
  const held = (where: number) => state.at(where).filter((other) => m.coordinator[other] === k);
  const [am, pm] = [held(slot & ~1), held(slot | 1)];
  const tour = (first: readonly number[], second: readonly number[]) =>
    tourMinutes(m, k, first[0] ?? NONE, first[1] ?? NONE, second[0] ?? NONE, second[1] ?? NONE);
  const joined = slot & 1 ? tour(am, [...pm, team]) : tour([...am, team], pm);
  return {
    ...at,
    cost,
    missing,
    minutes: joined - tour(am, pm),
    dayOut: am.length + pm.length === 0,
    beyondQuorum: Object.fromEntries(
      Object.entries(quorum).map(([name, least]) => [
        name,
        members.filter((member) => member.class === name && !missing.includes(member.partner)).length - least
      ])
    )
  };
}
