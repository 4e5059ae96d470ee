// The best year of one team, given what each of its slots costs: an exact shortest path over its meetings.
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';

export interface TeamPath {
  cost: number;
  /** Slots of its meetings, ascending. */
  slots: Int32Array;
}

/** Scratch columns, one a meeting: a search finds paths ten thousand times a second. */
let best: Float64Array[] = [];
let from: Int32Array[] = [];
let width = 0;

function prepare(meetings: number, slots: number): void {
  if (slots > width || meetings > best.length) {
    width = Math.max(width, slots);
    const rows = Math.max(meetings, best.length);
    best = Array.from({ length: rows }, () => new Float64Array(width));
    from = Array.from({ length: rows }, () => new Int32Array(width));
  }
}

/**
 * @param node cost of meeting at each slot of `m.possible[team]`, in that order; `IMPOSSIBLE` where it may not
 * @returns null when the team cannot hold its meetings
 */
export function teamPath(m: Meetings, team: number, node: ArrayLike<number>): TeamPath | null {
  const possible = m.possible[team]!;
  const dates = m.possibleDate[team]!;
  const meetings = m.count[team]!;
  const gap = m.gap[team]!;
  const locks = m.locks[team]!;
  const [least, most] = [m.least[team]!, m.most[team]!];
  const slots = possible.length;
  if (slots === 0) return null;
  prepare(meetings, slots);
  for (let i = 0; i < meetings; i++) {
    const row = best[i]!;
    const before = i > 0 ? best[i - 1]! : null;
    const arrow = from[i]!;
    const lock = locks[i]!;
    let low = 0;
    for (let j = 0; j < slots; j++) {
      row[j] = IMPOSSIBLE;
      const cost = node[j]!;
      if (cost >= IMPOSSIBLE || (lock !== NONE && possible[j] !== lock)) continue;
      if (before === null) {
        row[j] = cost;
        continue;
      }
      const day = dates[j]!;
      while (low < j && day - dates[low]! > most) low++;
      let cheapest = IMPOSSIBLE;
      let at = NONE;
      for (let k = low; k < j; k++) {
        const days = day - dates[k]!;
        if (days < least) break;
        const value = before[k]! + gap[days]!;
        if (value < cheapest) {
          cheapest = value;
          at = k;
        }
      }
      if (at === NONE) continue;
      row[j] = cheapest + cost;
      arrow[j] = at;
    }
  }
  const last = best[meetings - 1]!;
  let end = NONE;
  for (let j = 0; j < slots; j++) if (last[j]! < (end === NONE ? IMPOSSIBLE : last[end]!)) end = j;
  if (end === NONE) return null;
  const cost = last[end]!;
  const path = new Int32Array(meetings);
  for (let i = meetings - 1; i >= 0; i--) {
    path[i] = possible[end]!;
    if (i > 0) end = from[i]![end]!;
  }
  return { cost, slots: path };
}
