// What a coordinator may do in a day: every set of one to three meetings that one tour can hold, by day.
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { DAY_MEETINGS } from '../problem/meetings-problem.ts';
import { areNear, dayCost } from './tour.ts';

/** Patterns of one coordinator, those of day d from `from[d]` to `from[d + 1]`. */
export interface Patterns {
  from: Int32Array;
  /** `DAY_MEETINGS` columns a pattern: `team * slots + slot`, or `teams * slots` for none. */
  members: Int32Array;
  cost: Float64Array;
  /** Meetings of the pattern. */
  count: Int8Array;
}

type Day = [number, number, number, number];

function dayPatterns(m: Meetings, k: number, teams: readonly number[]): { day: Day; cost: number }[] {
  const found: { day: Day; cost: number }[] = [];
  const add = (...day: Day) => {
    const cost = dayCost(m, k, ...day);
    if (cost < IMPOSSIBLE) found.push({ day, cost });
  };
  for (const a of teams) {
    add(a, NONE, NONE, NONE);
    add(NONE, NONE, a, NONE);
    for (const c of teams) if (c !== a) add(a, NONE, c, NONE);
  }
  teams.forEach((a, i) => {
    for (const b of teams.slice(i + 1)) {
      if (!areNear(m, a, b)) continue;
      add(a, b, NONE, NONE);
      add(NONE, NONE, a, b);
      for (const c of teams) {
        if (c === a || c === b) continue;
        add(a, b, c, NONE);
        add(c, NONE, a, b);
      }
    }
  });
  return found;
}

export function patternsOf(m: Meetings, k: number): Patterns {
  const teams = Array.from({ length: m.teams }, (_, e) => e).filter((e) => m.coordinator[e] === k);
  const list = dayPatterns(m, k, teams);
  const none = m.teams * m.slots;
  const members: number[] = [];
  const cost: number[] = [];
  const count: number[] = [];
  const from = new Int32Array(m.days + 1);
  for (let d = 0; d < m.days; d++) {
    from[d] = cost.length;
    for (const { day, cost: value } of list) {
      const held = day.flatMap((team, i) => (team === NONE ? [] : [team * m.slots + 2 * d + (i >> 1)]));
      if (held.some((at) => m.missing[at]! >= IMPOSSIBLE)) continue;
      members.push(...held, ...Array.from({ length: DAY_MEETINGS - held.length }, () => none));
      cost.push(value);
      count.push(held.length);
    }
  }
  from[m.days] = cost.length;
  return {
    from,
    members: Int32Array.from(members),
    cost: Float64Array.from(cost),
    count: Int8Array.from(count)
  };
}
