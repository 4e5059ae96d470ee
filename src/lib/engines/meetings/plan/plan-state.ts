// A plan that changes: who meets when, and what a meeting more or less costs, given the others.
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { WEEK_MEETINGS } from '../../../model/meetings/meeting-problem.ts';
import { dayCost } from './tour.ts';

/** Slots of each team, ascending; null for a team that has none yet. */
export type TeamSlots = (Int32Array | null)[];

export class PlanState {
  readonly plan: TeamSlots;
  /** Teams of a coordinator in a slot: two cells, the first filled first. */
  readonly #cells: Int16Array;
  readonly #week: Int16Array;
  /** Teams that meet in each slot, of every coordinator. */
  readonly #at: number[][];

  constructor(readonly m: Meetings) {
    this.plan = Array.from({ length: m.teams }, () => null);
    this.#cells = new Int16Array(m.coordinators * m.slots * 2).fill(NONE);
    this.#week = new Int16Array(m.coordinators * m.weeks);
    this.#at = Array.from({ length: m.slots }, () => []);
  }

  /** What the day and the week of its coordinator cost more with this team in this slot; `IMPOSSIBLE` where it cannot join. */
  marginal(team: number, slot: number): number {
    const { m } = this;
    const k = m.coordinator[team]!;
    for (const other of this.#at[slot]!)
      if (m.coordinator[other] !== k && m.shared[team * m.teams + other]) return IMPOSSIBLE;
    if (m.apart)
      for (const other of this.#at[slot ^ 1]!)
        if (m.coordinator[other] !== k && m.apart[team * m.teams + other]) return IMPOSSIBLE;
    const cells = this.#cells;
    const at = (k * m.slots + (slot & ~1)) * 2;
    const [a, b, c, d] = [cells[at]!, cells[at + 1]!, cells[at + 2]!, cells[at + 3]!];
    let joined: number;
    if (slot & 1) {
      if (d !== NONE) return IMPOSSIBLE;
      joined = c === NONE ? dayCost(m, k, a, b, team, NONE) : dayCost(m, k, a, b, c, team);
    } else {
      if (b !== NONE) return IMPOSSIBLE;
      joined = a === NONE ? dayCost(m, k, team, NONE, c, d) : dayCost(m, k, a, team, c, d);
    }
    if (joined >= IMPOSSIBLE) return IMPOSSIBLE;
    const over = this.#week[k * m.weeks + m.week[slot]!]! >= WEEK_MEETINGS;
    return joined - dayCost(m, k, a, b, c, d) + (over ? m.problem.weights.week : 0);
  }

  #add(team: number, slot: number): void {
    const { m } = this;
    const k = m.coordinator[team]!;
    const cell = (k * m.slots + slot) * 2;
    this.#cells[this.#cells[cell] === NONE ? cell : cell + 1] = team;
    this.#week[k * m.weeks + m.week[slot]!]!++;
    this.#at[slot]!.push(team);
  }

  #remove(team: number, slot: number): void {
    const { m } = this;
    const k = m.coordinator[team]!;
    const cell = (k * m.slots + slot) * 2;
    if (this.#cells[cell] === team) this.#cells[cell] = this.#cells[cell + 1]!;
    this.#cells[cell + 1] = NONE;
    this.#week[k * m.weeks + m.week[slot]!]!--;
    const here = this.#at[slot]!;
    here.splice(here.indexOf(team), 1);
  }

  /** Gives a team slots that a path of `nodes` found. @returns what the plan costs more */
  put(team: number, slots: Int32Array): number {
    const { m } = this;
    let cost = this.spacing(team, slots);
    for (const slot of slots) {
      cost += m.missing[team * m.slots + slot]! + this.marginal(team, slot);
      this.#add(team, slot);
    }
    this.plan[team] = slots;
    return cost;
  }

  /** Gives a team slots that may clash with others. @returns what the plan costs more; null, and nothing changed, when they do */
  tryPut(team: number, slots: Int32Array): number | null {
    const { m } = this;
    let cost = this.spacing(team, slots);
    for (const [i, slot] of slots.entries()) {
      cost += m.missing[team * m.slots + slot]! + this.marginal(team, slot);
      if (cost >= IMPOSSIBLE) {
        for (let j = i - 1; j >= 0; j--) this.#remove(team, slots[j]!);
        return null;
      }
      this.#add(team, slot);
    }
    this.plan[team] = slots;
    return cost;
  }

  /** Takes the slots of a team away. @returns what the plan costs less */
  take(team: number): number {
    const { m } = this;
    const slots = this.plan[team]!;
    let cost = this.spacing(team, slots);
    for (let i = slots.length - 1; i >= 0; i--) {
      const slot = slots[i]!;
      this.#remove(team, slot);
      cost += m.missing[team * m.slots + slot]! + this.marginal(team, slot);
    }
    this.plan[team] = null;
    return cost;
  }

  /** What the days between the meetings of a team cost. */
  spacing(team: number, slots: Int32Array): number {
    const { m } = this;
    const gap = m.gap[team]!;
    let cost = 0;
    for (let i = 1; i < slots.length; i++)
      cost += gap[m.date[slots[i]! >> 1]! - m.date[slots[i - 1]! >> 1]!] ?? IMPOSSIBLE;
    return cost;
  }

  /** Teams that meet in a slot. */
  at(slot: number): readonly number[] {
    return this.#at[slot]!;
  }

  /** Cost of a meeting of this team in each slot at which it can meet, the others being as they are. */
  nodes(team: number, into: Float64Array): void {
    const { m } = this;
    const possible = m.possible[team]!;
    for (let j = 0; j < possible.length; j++) {
      const slot = possible[j]!;
      into[j] = m.missing[team * m.slots + slot]! + this.marginal(team, slot);
    }
  }
}
