// What a coordinator may do in a day: every set of one to three meetings that one tour can hold, by day.
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { DAY_MEETINGS } from '../../../model/meetings/meeting-problem.ts';
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
  // Each pattern's meetings at their place in the first day; there are hundreds of thousands of them in a year.
  const held = Int8Array.from(list, ({ day }) => day.filter((team) => team !== NONE).length);
  const first = new Int32Array(DAY_MEETINGS * list.length);
  list.forEach(({ day }, p) => {
    let at = DAY_MEETINGS * p;
    day.forEach((team, i) => {
      if (team !== NONE) first[at++] = team * m.slots + (i >> 1);
    });
  });
  const fits = (p: number, slot: number): boolean => {
    for (let i = 0; i < held[p]!; i++)
      if (m.missing[first[DAY_MEETINGS * p + i]! + slot]! >= IMPOSSIBLE) return false;
    return true;
  };
  const from = new Int32Array(m.days + 1);
  for (let d = 0; d < m.days; d++) {
    let here = 0;
    for (let p = 0; p < list.length; p++) if (fits(p, 2 * d)) here++;
    from[d + 1] = from[d]! + here;
  }
  const all = from[m.days]!;
  const members = new Int32Array(DAY_MEETINGS * all).fill(none);
  const cost = new Float64Array(all);
  const count = new Int8Array(all);
  for (let d = 0, n = 0; d < m.days; d++)
    for (let p = 0; p < list.length; p++) {
      if (!fits(p, 2 * d)) continue;
      for (let i = 0; i < held[p]!; i++) members[DAY_MEETINGS * n + i] = first[DAY_MEETINGS * p + i]! + 2 * d;
      cost[n] = list[p]!.cost;
      count[n++] = held[p]!;
    }
  return { from, members, cost, count };
}
