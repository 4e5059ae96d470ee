// What a person does with a paper calendar: team by team, each meeting at the next date that everyone asked for can make.
import { IMPOSSIBLE, type Meetings } from '../problem/compile-meetings.ts';
import { PlanState } from './plan-state.ts';

/**
 * Each team in turn, each meeting at the first possible slot from the date that even spacing asks for, else the last one before it.
 * @returns the slots of each team; a team for which no date is left has null
 */
export function greedyPlan(m: Meetings): (Int32Array | null)[] {
  const state = new PlanState(m);
  for (let team = 0; team < m.teams; team++) {
    const slots: number[] = [];
    const span = m.date[m.days - 1]! - m.date[0]!;
    for (let i = 0; i < m.count[team]!; i++) {
      const wanted = m.date[0]! + ((i + 0.5) * span) / m.count[team]!;
      const before = slots.at(-1);
      const fits = (slot: number) => {
        if (state.marginal(team, slot) >= IMPOSSIBLE) return false;
        if (before === undefined) return true;
        const days = m.date[slot >> 1]! - m.date[before >> 1]!;
        return days > 0 && m.gap[team]![days]! < IMPOSSIBLE;
      };
      const open = [...m.possible[team]!].filter(fits);
      const next = open.find((slot) => m.date[slot >> 1]! >= wanted) ?? open.at(-1);
      if (next === undefined) break;
      slots.push(next);
    }
    if (slots.length === m.count[team]) state.tryPut(team, Int32Array.from(slots));
  }
  return state.plan;
}
