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

/** The cheapest of the slots within a window of days that only moves on: those that may still be it, the cheapest first. */
class Window {
  readonly at: Int32Array;
  readonly key: Float64Array;
  head = 0;
  tail = 0;
  /** Next slot to come in. */
  next = 0;

  constructor(slots: number) {
    this.at = new Int32Array(slots);
    this.key = new Float64Array(slots);
  }

  clear(): void {
    this.head = this.tail = this.next = 0;
  }

  add(slot: number, key: number): void {
    while (this.tail > this.head && this.key[this.tail - 1]! > key) this.tail--;
    this.at[this.tail] = slot;
    this.key[this.tail++] = key;
  }
}
let near = /* @__PURE__ */ new Window(0);
let far = /* @__PURE__ */ new Window(0);

function prepare(meetings: number, slots: number): void {
  if (slots > width || meetings > best.length) {
    width = Math.max(width, slots);
    const rows = Math.max(meetings, best.length);
    best = Array.from({ length: rows }, () => new Float64Array(width));
    from = Array.from({ length: rows }, () => new Int32Array(width));
    near = new Window(width);
    far = new Window(width);
  }
}

/**
 * Spacing costs as much a day on either side of the even one: nearer and farther meetings before are each the least of a sliding window,
 * so that a path takes a time in proportion to its slots.
 * @param node cost of meeting at each slot of `m.possible[team]`, in that order; `IMPOSSIBLE` where it may not
 * @returns null when the team cannot hold its meetings
 */
export function teamPath(m: Meetings, team: number, node: ArrayLike<number>): TeamPath | null {
  const possible = m.possible[team]!;
  const dates = m.possibleDate[team]!;
  const meetings = m.count[team]!;
  const gap = m.gap[team]!;
  const locks = m.locks[team]!;
  const [least, most, even] = [m.least[team]!, m.most[team]!, m.even[team]!];
  const { spacing } = m;
  const slots = possible.length;
  if (slots === 0) return null;
  prepare(meetings, slots);
  for (let i = 0; i < meetings; i++) {
    const row = best[i]!;
    const arrow = from[i]!;
    const lock = locks[i]!;
    const before = i > 0 ? best[i - 1]! : null;
    near.clear();
    far.clear();
    for (let j = 0; j < slots; j++) {
      row[j] = IMPOSSIBLE;
      const cost = node[j]!;
      if (before === null) {
        if (lock === NONE || possible[j] === lock) row[j] = cost;
        continue;
      }
      const day = dates[j]!;
      for (; near.next < j && day - dates[near.next]! >= least; near.next++) {
        const value = before[near.next]!;
        if (value < IMPOSSIBLE) near.add(near.next, value + spacing * dates[near.next]!);
      }
      for (; far.next < near.next && day - dates[far.next]! > even; far.next++) {
        const value = before[far.next]!;
        if (value < IMPOSSIBLE) far.add(far.next, value - spacing * dates[far.next]!);
      }
      const nearest = Math.min(even, most);
      while (near.head < near.tail && day - dates[near.at[near.head]!]! > nearest) near.head++;
      while (far.head < far.tail && day - dates[far.at[far.head]!]! > most) far.head++;
      if (cost >= IMPOSSIBLE || (lock !== NONE && possible[j] !== lock)) continue;
      let cheapest = IMPOSSIBLE;
      if (near.head < near.tail) {
        const k = near.at[near.head]!;
        cheapest = before[k]! + gap[day - dates[k]!]!;
        arrow[j] = k;
      }
      if (far.head < far.tail) {
        const k = far.at[far.head]!;
        const value = before[k]! + gap[day - dates[k]!]!;
        if (value < cheapest) {
          cheapest = value;
          arrow[j] = k;
        }
      }
      if (cheapest < IMPOSSIBLE) row[j] = cheapest + cost;
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
