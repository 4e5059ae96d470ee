// What no plan can cost less than: years of teams and weeks of coordinators are priced apart, their link by Lagrangian multipliers.
// Meetings of two coordinators with a partner in common are left free to meet at once: the bound is lower for it, never wrong.
import { AscentSteps } from '../../../algorithms/subgradient.ts';
import { IMPOSSIBLE, NONE, type Meetings } from '../problem/compile-meetings.ts';
import { DAY_MEETINGS, WEEK_MEETINGS } from '../../../model/meetings/meeting-problem.ts';
import { teamPath } from './team-path.ts';
import { dayCost } from './tour.ts';
import { patternsOf, type Patterns } from './patterns.ts';

/** Share of the road of an outing alone that the first multipliers give to the team. */
const FIRST_SHARE = 0.55;
/** Share of the last direction that the next one keeps. */
const SMOOTHING = 0.6;
const STEPS = { patience: 60, factor: 0.75, shortest: 1e-4 };
/** Sums of floating-point numbers: taken off, the more the larger they are, so that the bound stays one. */
const ROUNDING = 1e-6;
const SHARE_ROUNDING = 1e-12;
const WORKING_DAYS = 7;

export class MeetingBound {
  readonly #price: Float64Array;
  #bestPrice: Float64Array;
  readonly #direction: Float64Array;
  readonly #patterns: Patterns[];
  readonly #node: Float64Array;
  readonly #inTeams: Int8Array;
  readonly #inWeeks: Int8Array;
  #best = -Infinity;
  readonly #steps = new AscentSteps(STEPS);
  #settled = false;

  constructor(readonly m: Meetings) {
    const size = m.teams * m.slots;
    this.#price = new Float64Array(size + 1);
    for (let e = 0; e < m.teams; e++) {
      const alone = dayCost(m, m.coordinator[e]!, e, NONE, NONE, NONE);
      for (const slot of m.possible[e]!) this.#price[e * m.slots + slot] = FIRST_SHARE * alone;
    }
    this.#bestPrice = this.#price.slice();
    this.#direction = new Float64Array(size);
    this.#patterns = Array.from({ length: m.coordinators }, (_, k) => patternsOf(m, k));
    this.#node = new Float64Array(Math.max(1, m.slots));
    this.#inTeams = new Int8Array(size + 1);
    this.#inWeeks = new Int8Array(size + 1);
  }

  /** -Infinity before the first iteration; `IMPOSSIBLE` when a team cannot hold its meetings. */
  get value(): number {
    if (this.#best === -Infinity || this.#best >= IMPOSSIBLE) return this.#best;
    return this.#best - Math.max(ROUNDING, SHARE_ROUNDING * Math.abs(this.#best));
  }
  /** More iterations would change nothing worth their time. */
  get settled(): boolean {
    return this.#settled;
  }

  /** @param known cost of the best plan known: steps are sized by the distance to it */
  run(iterations: number, known: number): void {
    for (let i = 0; i < iterations && !this.#settled; i++) this.#iterate(known);
  }

  #iterate(known: number): void {
    const { m } = this;
    const price = this.#price;
    this.#inTeams.fill(0);
    this.#inWeeks.fill(0);
    let value = 0;
    for (let e = 0; e < m.teams; e++) {
      const possible = m.possible[e]!;
      for (let j = 0; j < possible.length; j++) {
        const at = e * m.slots + possible[j]!;
        this.#node[j] = m.missing[at]! + price[at]!;
      }
      const path = teamPath(m, e, this.#node);
      if (!path) {
        this.#best = IMPOSSIBLE;
        this.#settled = true;
        return;
      }
      value += path.cost;
      for (const slot of path.slots) this.#inTeams[e * m.slots + slot] = 1;
    }
    for (const patterns of this.#patterns) value += this.#weeksOf(patterns);
    const isProgress = value > this.#best + Math.max(1e-6, Math.abs(this.#best) * 1e-4);
    if (value > this.#best + 1e-6) {
      this.#best = value;
      this.#bestPrice.set(price);
    }
    if (isProgress) this.#steps.progress();
    else if (this.#steps.stall()) {
      price.set(this.#bestPrice);
      this.#direction.fill(0);
      if (this.#steps.areSpent) this.#settled = true;
    }
    this.#move(known, value);
  }

  #move(known: number, value: number): void {
    const { m } = this;
    const direction = this.#direction;
    let length = 0;
    let difference = 0;
    for (let i = 0; i < direction.length; i++) {
      const apart = this.#inTeams[i]! - this.#inWeeks[i]!;
      direction[i] = SMOOTHING * direction[i]! + (1 - SMOOTHING) * apart;
      length += direction[i]! * direction[i]!;
      difference += apart * apart;
    }
    // Both sides choose the same meetings: the plan is optimal for the relaxed problem.
    if (difference < 0.5) {
      this.#settled = true;
      return;
    }
    const missing = Math.max(1, Math.min(known - value, 1.5 * (known - this.#best)));
    const step = this.#steps.length(missing, Math.max(length, 0.3 * difference));
    for (let i = 0; i < direction.length; i++)
      if (m.missing[i]! < IMPOSSIBLE) this.#price[i]! += step * direction[i]!;
  }

  /** The cheapest weeks of a coordinator whose meetings are paid at their prices. Marks what they hold. */
  #weeksOf({ from, members, cost, count }: Patterns): number {
    const { m } = this;
    const price = this.#price;
    const most = DAY_MEETINGS * WORKING_DAYS + 1;
    let total = 0;
    for (let day = 0; day < m.days;) {
      const week = m.week[2 * day]!;
      /** Cheapest pattern of each day by its number of meetings. */
      const days: { value: Float64Array; pattern: Int32Array }[] = [];
      for (; day < m.days && m.week[2 * day] === week; day++) {
        const value = new Float64Array(DAY_MEETINGS + 1).fill(IMPOSSIBLE);
        const pattern = new Int32Array(DAY_MEETINGS + 1).fill(NONE);
        value[0] = 0;
        for (let i = from[day]!; i < from[day + 1]!; i++) {
          const at = DAY_MEETINGS * i;
          const reduced =
            cost[i]! - price[members[at]!]! - price[members[at + 1]!]! - price[members[at + 2]!]!;
          const held = count[i]!;
          if (reduced < value[held]!) {
            value[held] = reduced;
            pattern[held] = i;
          }
        }
        days.push({ value, pattern });
      }
      let sums = new Float64Array(most).fill(IMPOSSIBLE);
      sums[0] = 0;
      const chosen = days.map(({ value }) => {
        const next = new Float64Array(most).fill(IMPOSSIBLE);
        const choice = new Int8Array(most);
        for (let a = 0; a < most; a++) {
          if (sums[a]! >= IMPOSSIBLE) continue;
          for (let q = 0; q <= DAY_MEETINGS && a + q < most; q++) {
            const sum = sums[a]! + value[q]!;
            if (value[q]! < IMPOSSIBLE && sum < next[a + q]!) {
              next[a + q] = sum;
              choice[a + q] = q;
            }
          }
        }
        sums = next;
        return choice;
      });
      let held = 0;
      let least = IMPOSSIBLE;
      for (let a = 0; a < most; a++) {
        const sum = sums[a]! + Math.max(0, a - WEEK_MEETINGS) * m.problem.weights.week;
        if (sum < least) {
          least = sum;
          held = a;
        }
      }
      total += least;
      for (let i = days.length - 1; i >= 0; i--) {
        const q = chosen[i]![held]!;
        if (q > 0)
          for (let s = 0; s < q; s++) this.#inWeeks[members[DAY_MEETINGS * days[i]!.pattern[q]! + s]!] = 1;
        held -= q;
      }
    }
    return total;
  }
}
